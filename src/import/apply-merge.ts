import { type Loaded, load } from '../catalog/load.js'
import type { Catalog } from '../catalog/model.js'
import { type PlainRecord, plainRecord } from '../catalog/plain-value.js'
import { identityKey, recordKeys } from '../catalog/record-sheets.js'
import { type SheetUse, sheetUses } from '../catalog/sheet-use.js'
import { FileEditor, NotEditable } from '../catalog/yaml-editing.js'
import { Failure } from '../failure.js'
import { type Location, position, type Source } from '../source.js'
import type { Addition, Merge } from './merge.js'

export interface ChangedFile {
  readonly path: string
  /** Absent where the file is new. */
  readonly before?: string
  readonly after: string
}

export interface Applied {
  readonly files: readonly ChangedFile[]
  /** The catalog as it reads then. */
  readonly loaded: Loaded
}

/**
 * The files of a catalog with all that a merge asks for, edited in place. The result is read again and compared, record by
 * record, with what was asked: a Failure is thrown, and nothing is changed, where they differ in anything.
 */
export async function applyMerge(loaded: Loaded, merge: Omit<Merge, 'conflicts' | 'problems'>): Promise<Applied> {
  const work = new Work(loaded)
  for (const { use, record, before, after } of merge.edits) {
    work.edit(loaded.sources.where(record), editor =>
      editor.changeRecord(editor.record(use, work.keyOf(record, use)), recordKeys(use), before, after),
    )
  }
  for (const { use, record } of merge.deletions) {
    work.edit(loaded.sources.where(record), editor =>
      editor.removeRecord(use, editor.record(use, work.keyOf(record, use))),
    )
  }
  // Fields come first: their procedures may stand in the file that a new field gets.
  const order: readonly SheetUse[] = ['officers', 'fields', 'procedures']
  for (const use of order) for (const addition of merge.additions) if (addition.use === use) work.add(addition, merge)
  const files = work.changed()
  return { files, loaded: await verified(loaded, merge, files) }
}

/** One editor for each file that is touched. */
class Work {
  readonly #editors = new Map<string, FileEditor>()
  readonly #sources: ReadonlyMap<string, Source>
  readonly #fresh: string[] = []

  constructor(readonly loaded: Loaded) {
    this.#sources = new Map(loaded.files.map(source => [source.path, source]))
  }

  /** Offset of the key that a record is known by in its file. */
  keyOf(record: object, use: SheetUse): number {
    return this.loaded.sources.places(record).keys.get(identityKey(use))?.keyStart ?? -1
  }

  edit({ source, start }: Location, change: (editor: FileEditor) => void): void {
    if (!this.#sources.has(source.path)) throw outside(source.path)
    try {
      change(this.#editor(source.path))
    } catch (error) {
      throw error instanceof NotEditable ? notEditable(source, start) : error
    }
  }

  /** Where the new record belongs: behind the last of its field, else of its kind. */
  add({ use, record }: Addition, { deletions }: Pick<Merge, 'deletions'>): void {
    const gone = new Set(deletions.map(({ record }) => record))
    const kin = this.#kin(use, record).filter(other => !gone.has(other))
    const neighbour = kin.at(-1)
    const place = use === 'fields' ? undefined : neighbour
    const ownFile = use === 'fields' ? this.#ownFile(record) : undefined
    const path = ownFile ?? (use === 'procedures' && place === undefined ? this.#fileOfField(record) : undefined)
    if (path !== undefined) {
      this.#at(path, 0, editor => editor.appendRecord(use, recordKeys(use), record))
      return
    }
    const beside = neighbour ?? this.loaded.catalog[use].filter(other => !gone.has(other)).at(-1)
    if (beside === undefined) {
      this.#at(this.#mainFile(use), 0, editor => editor.appendRecord(use, recordKeys(use), record))
      return
    }
    const { source, start } = this.loaded.sources.where(beside)
    this.#at(source.path, start, editor =>
      editor.appendRecord(use, recordKeys(use), record, editor.record(use, this.keyOf(beside, use))),
    )
  }

  changed(): ChangedFile[] {
    return Array.from(this.#editors, ([path, editor]): ChangedFile => {
      const source = this.#sources.get(path)
      try {
        return { path, after: editor.edited, ...(source !== undefined && { before: source.text }) }
      } catch (error) {
        if (!(error instanceof NotEditable)) throw error
        throw notEditable(source ?? { path, text: '' }, error.offset)
      }
    }).filter(({ before, after }) => before !== after)
  }

  /** Records of its kind beside which the new one may stand. */
  #kin(use: SheetUse, record: PlainRecord): readonly object[] {
    if (use !== 'procedures') return this.loaded.catalog[use]
    return this.loaded.catalog.procedures.filter(({ field }) => field === record['field'])
  }

  /** Where every field has a file of its own, a new one gets one too. */
  #ownFile(field: PlainRecord): string | undefined {
    const id = String(field['id'])
    const paths = this.loaded.catalog.fields.map(other => this.loaded.sources.where(other).source.path)
    const last = paths.at(-1)
    if (last === undefined || paths.length < 2 || new Set(paths).size !== paths.length) return undefined
    const path = `${/^(.*\/)?/.exec(last)?.[0] ?? ''}${id}.yaml`
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id) || this.#sources.has(path)) return undefined
    this.#fresh.push(path)
    return path
  }

  #fileOfField(procedure: PlainRecord): string | undefined {
    const fresh = this.#fresh.find(
      path => path.endsWith(`/${procedure['field']}.yaml`) || path === `${procedure['field']}.yaml`,
    )
    if (fresh !== undefined) return fresh
    const field = this.loaded.catalog.fields.find(({ id }) => id === procedure['field'])
    return field === undefined ? undefined : this.loaded.sources.where(field).source.path
  }

  #mainFile(use: SheetUse): string {
    const files = this.loaded.files
    const holds = files.find(({ text }) => new RegExp(`^${use}:`, 'm').test(text))
    return (holds ?? files.find(({ path }) => /(?:^|\/)catalog\.yaml$/.test(path)) ?? files[0])?.path ?? 'catalog.yaml'
  }

  #at(path: string, start: number, change: (editor: FileEditor) => void): void {
    const source = this.#sources.get(path) ?? { path, text: '' }
    try {
      change(this.#editor(path))
    } catch (error) {
      throw error instanceof NotEditable ? notEditable(source, start) : error
    }
  }

  #editor(path: string): FileEditor {
    const known = this.#editors.get(path)
    if (known !== undefined) return known
    const editor = new FileEditor(this.#sources.get(path)?.text ?? '')
    this.#editors.set(path, editor)
    return editor
  }
}

/** Reads the files as they would be, and compares everything in them with what was asked for. */
async function verified(
  loaded: Loaded,
  merge: Omit<Merge, 'conflicts' | 'problems'>,
  files: readonly ChangedFile[],
): Promise<Loaded> {
  const after = new Map(files.map(({ path, after }) => [path, after]))
  const sources = loaded.files.map(source => ({ path: source.path, text: after.get(source.path) ?? source.text }))
  const fresh = files.filter(({ before }) => before === undefined).map(({ path, after }) => ({ path, text: after }))
  const again = await load(loaded.catalog.path, [...sources, ...fresh])
  const [found] = again.findings.filter(({ severity }) => severity === 'error')
  if (found !== undefined) throw unreadable(found.at, found.message.vi, found.message.en)
  for (const use of sheetUses) {
    const asked = askedFor(use, loaded.catalog, merge).sort()
    const got = again.catalog[use].map(record => JSON.stringify(plainRecord(recordKeys(use), record))).sort()
    if (asked.length !== got.length || asked.some((record, at) => record !== got[at])) throw differs(files)
  }
  const rest = ({ agency, publication }: Catalog) => JSON.stringify([agency, publication])
  if (rest(again.catalog) !== rest(loaded.catalog)) throw differs(files)
  return again
}

function askedFor(
  use: SheetUse,
  catalog: Catalog,
  { edits, additions, deletions }: Omit<Merge, 'conflicts' | 'problems'>,
): string[] {
  const keys = recordKeys(use)
  const edited = new Map(edits.map(({ record, after }) => [record, after]))
  const gone = new Set(deletions.map(({ record }) => record))
  return [
    ...catalog[use]
      .filter(record => !gone.has(record))
      .map(record => JSON.stringify(edited.get(record) ?? plainRecord(keys, record))),
    ...additions.filter(addition => addition.use === use).map(({ record }) => JSON.stringify(record)),
  ]
}

function notEditable(source: Source, start: number): Failure {
  const { line } = position(source, start)
  return new Failure({
    vi: `${source.path}:${line}: mục này viết theo cách không tự sửa được mà vẫn giữ nguyên phần khác; sửa tay. Chưa ghi gì`,
    en: `${source.path}:${line}: this record is written in a way that cannot be edited without touching the rest; edit it by hand. Nothing was written`,
  })
}

function outside(path: string): Failure {
  return new Failure({
    vi: `Mục này nằm trong danh mục gốc (${path}), không phải danh mục này; sửa ở danh mục gốc. Chưa ghi gì`,
    en: `This record belongs to the base catalog (${path}); correct it there. Nothing was written`,
  })
}

function unreadable({ source, start }: Location, vi: string, en: string): Failure {
  const { line } = position(source, start)
  return new Failure({
    vi: `Nội dung nhận từ bảng làm tệp ${source.path} (dòng ${line}) không đọc được: ${vi}. Chưa ghi gì`,
    en: `What the sheet asks for would make ${source.path} (line ${line}) unreadable: ${en}. Nothing was written`,
  })
}

function differs(files: readonly ChangedFile[]): Failure {
  const paths = files.map(({ path }) => path).join(', ')
  return new Failure({
    vi: `Sửa tự động sẽ làm đổi cả chỗ khác (thường do dấu “&”, “*” dùng chung trong ${paths}); sửa tay. Chưa ghi gì`,
    en: `Editing would change more than was asked for (often “&” and “*” share a value in ${paths}); edit it by hand. Nothing was written`,
  })
}
