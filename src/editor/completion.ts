import type { CompletionItem, CompletionItemKind, CompletionList } from 'vscode-languageserver'
import { scalar } from '../catalog/edit.js'
import { fold } from '../catalog/vietnamese.js'
import { allRules } from '../check/all-rules.js'
import { canBeSilenced } from '../check/silencer-rules.js'
import type { Source } from '../source.js'
import type { Analysis } from './analysis.js'
import { type Client, rangeOf } from './client.js'
import { type Mark, marksOf, type Thing, textOf, tolerantMarksOf } from './marks.js'
import { ruleNameStart } from './silencer-words.js'

/** Stands where the cursor is while the file is looked at, so that there is a word even where nothing was written yet. */
const cursorWord = 'tthcCursor0'

/** More are of no use to anybody: whoever types on gets the right ones. */
const mostItems = 100

const kinds = { id: 18, code: 12, rule: 20 } as const satisfies Record<string, CompletionItemKind>

interface Candidate {
  readonly id: string
  readonly name: string
  readonly note?: string
}

const nothing: CompletionList = { isIncomplete: false, items: [] }

/** The ids, codes or names of rules that may be written at the cursor. */
export async function completionAt(
  analysis: Analysis,
  source: Source,
  offset: number,
  client: Client,
): Promise<CompletionList> {
  const start = ruleNameStart(source, offset)
  if (start !== undefined) return listOf(silenceable(client), { source, start, end: offset }, kinds.rule)
  const word = await wordAt(source, offset)
  if (word === undefined) return nothing
  const { mark, at, quote } = word
  const thing = mark.role.kind === 'refers' || mark.role.kind === 'defines' ? mark.role.thing : undefined
  if (thing === undefined || (mark.role.kind === 'defines' && thing !== 'procedure')) return nothing
  const written = source.text.slice(at.start, offset)
  return listOf(
    matching(candidates(thing, analysis), written),
    at,
    thing === 'procedure' ? kinds.code : kinds.id,
    quote,
  )
}

function silenceable({ locale }: Client): Candidate[] {
  return allRules.filter(({ id }) => canBeSilenced(id)).map(({ id, title }) => ({ id, name: title[locale] }))
}

async function wordAt({ path, text }: Source, offset: number) {
  const touched = { path, text: text.slice(0, offset) + cursorWord + text.slice(offset) }
  const isHere = ({ start, end, text: word }: Mark) => start <= offset && offset <= end && word.includes(cursorWord)
  const mark = (await marksOf(touched)).marks.find(isHere) ?? tolerantMarksOf(touched).marks.find(isHere)
  if (mark === undefined || mark.role.kind === 'key') return undefined
  const quote = /^["']/.exec(touched.text.slice(mark.start))?.[0]
  // A bracket that nobody closed yet makes a text of the lines below as well.
  const rest = text.slice(offset, Math.max(offset, mark.end - cursorWord.length - (quote === undefined ? 0 : 1)))
  const end = offset + (/^[^\r\n,\]]*/.exec(rest)?.[0].trimEnd().length ?? 0)
  const start = Math.min(offset, mark.start + (quote === undefined ? 0 : 1))
  // No id goes over several lines, and no editor takes an edit that does.
  if (/[\r\n]/.test(text.slice(start, offset))) return undefined
  const source: Source = { path, text }
  return { mark, quote, at: { source, start, end } }
}

function candidates(thing: Thing, { marks, reference, loaded }: Analysis): Candidate[] {
  if (thing === 'procedure') {
    const own = loaded.catalog.procedures.map(({ code, title }): Candidate => ({ id: code, name: title }))
    const others = reference.entries.filter(({ replacedBy }) => replacedBy === undefined)
    return distinct([...own, ...others.map(({ code, title, field }) => candidate(code, title, field))])
  }
  const records = marks.all().flatMap(({ role, owner, text }) => {
    if (role.kind !== 'defines' || role.thing !== thing || owner === undefined) return []
    return [candidate(text, textOf(owner, 'name') ?? '', textOf(owner, 'jobTitle') ?? textOf(owner, 'counter'))]
  })
  return distinct(records.filter(({ id }) => id !== '' && !id.includes(cursorWord)))
}

function candidate(id: string, name: string, note: string | undefined): Candidate {
  return { id, name, ...(note !== undefined && { note }) }
}

function distinct(all: readonly Candidate[]): Candidate[] {
  return [...new Map([...all].reverse().map(found => [found.id, found])).values()].reverse()
}

/** Those that hold every word that was written, accents or not. */
function matching(all: readonly Candidate[], written: string): Candidate[] {
  const words = fold(written).split(' ')
  return all.filter(({ id, name }) => {
    const whole = `${id} ${fold(id)} ${fold(name)}`
    return words.every(word => whole.includes(word))
  })
}

function listOf(
  all: readonly Candidate[],
  at: Mark | { readonly source: Source; readonly start: number; readonly end: number },
  kind: CompletionItemKind,
  quote?: string,
): CompletionList {
  const range = rangeOf(at)
  const written = at.source.text.slice(at.start, at.end)
  const items = all.slice(0, mostItems).map(({ id, name, note }, index): CompletionItem => {
    return {
      label: id,
      kind,
      ...(name !== '' && { detail: name }),
      ...(note !== undefined && { documentation: note }),
      // What was matched without accents must not be thrown out by the editor, which compares letter by letter.
      filterText: kind === kinds.rule ? id : written === '' ? `${id} ${name}` : written,
      sortText: String(index).padStart(4, '0'),
      textEdit: { range, newText: kind === kinds.rule ? id : sourceOf(id, quote) },
    }
  })
  return { isIncomplete: kind !== kinds.rule, items }
}

/** An id as it is written, between quotes that stand there already or with its own. */
function sourceOf(id: string, quote: string | undefined): string {
  if (quote === undefined) return scalar(id)
  return quote === '"' ? JSON.stringify(id).slice(1, -1) : id.replaceAll("'", "''")
}
