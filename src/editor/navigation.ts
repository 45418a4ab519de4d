import type { Location } from 'vscode-languageserver'
import type { Analysis } from './analysis.js'
import { type Client, rangeOf } from './client.js'
import { type CatalogMarks, type Mark, textOf } from './marks.js'

/**
 * Where a word leads: from an id to the record that has it; from the code of a procedure to its field and to the officers
 * who answer for it; from a field to its officers.
 */
export function definitionsAt({ marks }: Analysis, path: string, offset: number, client: Client): Location[] {
  const mark = marks.at(path, offset)
  return mark === undefined ? [] : unique(targets(mark, marks)).map(target => locationOf(target, client))
}

/** Every place that refers to the record, or names the document, under the cursor. */
export function referencesAt(
  { marks }: Analysis,
  path: string,
  offset: number,
  includeDeclaration: boolean,
  client: Client,
): Location[] {
  const mark = marks.at(path, offset)
  if (mark === undefined) return []
  const { role, text } = mark
  switch (role.kind) {
    case 'key':
      return []
    case 'legal':
      return marks.sameDocument(text).map(found => locationOf(found, client))
    default: {
      const own = includeDeclaration ? marks.definitions(role.thing, text) : []
      return [...own, ...marks.references(role.thing, text)].map(found => locationOf(found, client))
    }
  }
}

function targets({ role, text }: Mark, marks: CatalogMarks): readonly Mark[] {
  if (role.kind === 'refers') return marks.definitions(role.thing, text)
  if (role.kind !== 'defines') return []
  if (role.thing === 'officer') return marks.definitions('officer', text)
  const refersTo = marks.all().filter(mark => mark.owner === role.record && mark.role.kind === 'refers')
  if (role.thing === 'field') return refersTo.flatMap(mark => targets(mark, marks))
  const fields = refersTo.filter(({ path }) => path === 'procedures.field').flatMap(mark => targets(mark, marks))
  const own = textOf(role.record, 'officer')
  const officers = own === undefined ? fields.flatMap(mark => targets(mark, marks)) : marks.definitions('officer', own)
  return [...fields, ...officers]
}

function unique(found: readonly Mark[]): readonly Mark[] {
  return [...new Set(found)]
}

function locationOf(mark: Mark, client: Client): Location {
  return { uri: client.uriOf(mark.source.path), range: rangeOf(mark) }
}
