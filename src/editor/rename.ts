import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Text } from '../locale.js'
import type { Analysis } from './analysis.js'
import { type Client, rangeOf } from './client.js'
import type { Mark, Thing } from './marks.js'

/** The id under the cursor, where it is one of this catalog: codes of procedures are not ours to change. */
export function renamableAt(
  { marks }: Analysis,
  path: string,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const mark = marks.at(path, offset)
  return mark !== undefined && thingOf(mark) !== undefined
    ? { range: rangeOf(mark), placeholder: mark.text }
    : undefined
}

/** Gives an officer or a field another id wherever it is named, or says why not. */
export function renameAt(
  { marks }: Analysis,
  path: string,
  offset: number,
  id: string,
  client: Client,
): WorkspaceEdit | Text {
  const mark = marks.at(path, offset)
  const thing = mark === undefined ? undefined : thingOf(mark)
  if (mark === undefined || thing === undefined) return refusals.nothing
  if (id.trim() === '') return refusals.empty
  if (id !== mark.text && marks.definitions(thing, id).length > 0) return refusals.taken(id)
  const edits = new Map<string, TextEdit[]>()
  for (const place of [...marks.definitions(thing, mark.text), ...marks.references(thing, mark.text)]) {
    const [edit] = rewriteFix(place, id, refusals.empty).fix?.edits ?? []
    // A block text (`|`) is laid out by its writer.
    if (edit === undefined) return refusals.layout(place.source.path)
    const own = edits.get(place.source.path) ?? []
    edits.set(place.source.path, [...own, { range: rangeOf(edit.at), newText: edit.text }])
  }
  const documentChanges = [...edits].map(([file, own]) => ({
    textDocument: { uri: client.uriOf(file), version: client.versionOf(file) },
    edits: own,
  }))
  return { documentChanges }
}

function thingOf({ role }: Mark): Exclude<Thing, 'procedure'> | undefined {
  if (role.kind !== 'defines' && role.kind !== 'refers') return undefined
  return role.thing === 'procedure' ? undefined : role.thing
}

const refusals = {
  nothing: { vi: 'Ở đây không có mã cán bộ hay mã lĩnh vực', en: 'There is no id of an officer or a field here' },
  empty: { vi: 'Mã không được để trống', en: 'An id must not be empty' },
  taken: (id: string): Text => ({
    vi: `Mã “${id}” đã dùng cho một mục khác`,
    en: `The id “${id}” is already that of another record`,
  }),
  layout: (path: string): Text => ({
    vi: `Trong tệp “${path}” mã này viết thành nhiều dòng (| hoặc >); viết lại trên một dòng trước`,
    en: `In “${path}” the id is a block text (| or >); write it on one line first`,
  }),
}
