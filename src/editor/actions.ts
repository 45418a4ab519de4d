import { diffArrays } from 'diff'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { editsOf, type MendedFile, mend } from '../check/fix.js'
import { judge } from '../check/judge.js'
import { canBeSilenced } from '../check/silencer-rules.js'
import type { Edit, Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { Source } from '../source.js'
import { type Analysis, findingsIn } from './analysis.js'
import { type Client, rangeOf } from './client.js'
import { diagnosticOf } from './diagnostics.js'
import { reasonToWrite, silencingEdit } from './silencing.js'

/** What an editor runs on save, if its user wants it. */
export const fixAllKind = 'source.fixAll.tthc'

/** Shows the reason that has to be written, once the comment stands there. */
export const writeReason = 'tthc.writeReason'

export interface Wanted {
  readonly path: string
  readonly start: number
  readonly end: number
  /** The kinds of actions that were asked for; undefined is all of them. */
  readonly only?: readonly string[]
}

/** What can be done about the findings between two offsets, and about all that can be mended. */
export async function actionsAt(analysis: Analysis, wanted: Wanted, client: Client): Promise<CodeAction[]> {
  const { path, start, end, only } = wanted
  const actions: CodeAction[] = []
  if (wants(only, 'quickfix')) {
    const findings = findingsIn(analysis, path, start, end)
    for (const finding of findings) actions.push(...(await fixAction(finding, client)))
    actions.push(...(await fixEverywhere(analysis, findings, client)))
    for (const finding of findings) actions.push(...(await silenceAction(analysis, finding, client)))
  }
  if (wants(only, fixAllKind)) actions.push(...(await fixFile(analysis, path, client)))
  return actions
}

/** `source` asks for `source.fixAll.tthc` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

async function fixAction(finding: Finding, client: Client): Promise<CodeAction[]> {
  const { fix } = finding
  // A fix that would change what another key means is not offered.
  const edits = await editsOf(finding)
  if (fix === undefined || edits === undefined) return []
  return [
    {
      title: fix.title[client.locale],
      kind: 'quickfix',
      diagnostics: [diagnosticOf(finding, client)],
      isPreferred: true,
      edit: { documentChanges: changesOf(edits, client) },
    },
  ]
}

async function fixEverywhere(analysis: Analysis, findings: readonly Finding[], client: Client): Promise<CodeAction[]> {
  if (!findings.some(({ fix }) => fix !== undefined)) return []
  const { files, count } = await mended(analysis, () => true)
  if (count < 2) return []
  return [
    {
      title: titles.everywhere(count, files.length)[client.locale],
      kind: 'quickfix',
      edit: { documentChanges: files.map(file => rewritten(analysis, file, client)) },
    },
  ]
}

async function fixFile(analysis: Analysis, path: string, client: Client): Promise<CodeAction[]> {
  const { files, count } = await mended(analysis, ({ fix }) => fix?.edits.every(isIn(path)) === true)
  if (count === 0) return []
  return [
    {
      title: titles.file(count)[client.locale],
      kind: fixAllKind,
      edit: { documentChanges: files.map(file => rewritten(analysis, file, client)) },
    },
  ]
}

function isIn(path: string): (edit: Edit) => boolean {
  return ({ at }) => at.source.path === path
}

function mended({ loaded, settings, today, reference }: Analysis, chosen: (finding: Finding) => boolean) {
  return mend(loaded, now => judge(now, { today, reference }, settings).findings.filter(chosen))
}

async function silenceAction({ settings }: Analysis, finding: Finding, client: Client): Promise<CodeAction[]> {
  const { rule } = finding
  if (!canBeSilenced(rule) || settings.forbidden.has(rule)) return []
  const edit = await silencingEdit(finding, client.locale)
  if (edit === undefined) return []
  return [
    {
      title: titles.silence(rule)[client.locale],
      kind: 'quickfix',
      diagnostics: [diagnosticOf(finding, client)],
      edit: { documentChanges: changesOf([edit], client) },
      ...(client.showsDocuments && { command: reasonCommand(edit, client) }),
    },
  ]
}

/** Where the reason stands once the edit was made: the editor selects it, so that it is written over. */
function reasonCommand({ at, text }: Edit, { locale, uriOf }: Client) {
  const { start } = rangeOf(at)
  const character = start.character + text.trimEnd().length - reasonToWrite[locale].length
  const selection = {
    start: { line: start.line, character },
    end: { line: start.line, character: character + reasonToWrite[locale].length },
  }
  return { title: titles.writeReason[locale], command: writeReason, arguments: [uriOf(at.source.path), selection] }
}

function changesOf(edits: readonly Edit[], client: Client): TextDocumentEdit[] {
  const bySource = new Map<Source, TextEdit[]>()
  for (const { at, text } of edits) {
    const edit = { range: rangeOf(at), newText: text }
    bySource.set(at.source, [...(bySource.get(at.source) ?? []), edit])
  }
  return [...bySource].map(([{ path }, own]) => documentEdit(path, own, client))
}

function documentEdit(path: string, edits: TextEdit[], client: Client): TextDocumentEdit {
  return { textDocument: { uri: client.uriOf(path), version: client.versionOf(path) }, edits }
}

/** The lines that differ, so that the editor keeps its cursor, folds and marks everywhere else. */
function rewritten({ loaded }: Analysis, { path, before, after }: MendedFile, client: Client): TextDocumentEdit {
  const source = loaded.files.find(file => file.path === path) ?? { path, text: before }
  return documentEdit(path, lineEdits(source, after), client)
}

/** Edits of whole lines that make `after` of the text. */
export function lineEdits(source: Source, after: string): TextEdit[] {
  const edits: TextEdit[] = []
  let offset = 0
  let open: { start: number; end: number; text: string } | undefined
  const close = () => {
    if (open !== undefined) {
      const { start, end, text } = open
      edits.push({ range: rangeOf({ source, start, end }), newText: text })
    }
    open = undefined
  }
  for (const { value, added, removed } of diffArrays(linesOf(source.text), linesOf(after))) {
    const text = value.join('')
    if (!added && !removed) close()
    else {
      open ??= { start: offset, end: offset, text: '' }
      if (added) open.text += text
      else open.end = offset + text.length
    }
    if (!added) offset += text.length
  }
  close()
  return edits
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

const titles = {
  file: (count: number): Text => ({
    vi: `Tự sửa ${count} chỗ chắc chắn đúng trong tệp này`,
    en: `Mend the ${count === 1 ? 'place' : `${count} places`} in this file that cannot be mended wrongly`,
  }),
  everywhere: (count: number, files: number): Text => ({
    vi: `Tự sửa ${count} chỗ chắc chắn đúng trong cả danh mục (${files} tệp)`,
    en: `Mend the ${count} places in the catalog that cannot be mended wrongly (${files === 1 ? 'one file' : `${files} files`})`,
  }),
  silence: (rule: string): Text => ({
    vi: `Bỏ qua “${rule}” ở đây, có ghi lý do`,
    en: `Silence “${rule}” here, with a reason`,
  }),
  writeReason: { vi: 'Ghi lý do', en: 'Write the reason' },
}
