import type { Finding } from '../finding.js'
import { byPlace } from '../finding.js'
import { type Source, SourceMap } from '../source.js'
import type { Agency, Catalog, Field, Officer, Procedure, Publication, Synonym } from './model.js'
import { finding } from './reading.js'
import { catalogKeys, type Key, type Type } from './schema.js'
import { ShapeReader } from './shape.js'
import { type Entry, type Node, readTree } from './tree.js'

export interface Loaded {
  readonly catalog: Catalog
  readonly sources: SourceMap
  /** In the order of reading. */
  readonly files: readonly Source[]
  /** What kept the source, or some records of it, from being read. */
  readonly findings: readonly Finding[]
}

/**
 * The catalog that the files make up together, lists joined in the order of the files. A record of the wrong shape becomes
 * findings and stays out. `path` is what the user called the catalog.
 */
export async function load(path: string, files: readonly Source[]): Promise<Loaded> {
  const assembly = new Assembly()
  for (const file of files) await assembly.add(file)
  return assembly.finish(path, files)
}

class Assembly {
  readonly #sources = new SourceMap()
  readonly #findings: Finding[] = []
  readonly #officers: Officer[] = []
  readonly #fields: Field[] = []
  readonly #procedures: Procedure[] = []
  readonly #synonyms: Synonym[] = []
  #agency: Agency | undefined
  #publication: Publication | undefined
  #base: string | undefined
  readonly #seen = new Set<string>()

  async add(source: Source): Promise<void> {
    const { root, findings } = await readTree(source)
    this.#findings.push(...findings)
    if (root === undefined || root.kind === 'refused') return
    // A file with nothing but comments holds an empty text.
    if (root.kind === 'text' && root.text === '') return
    const reader = new ShapeReader(source, this.#sources)
    if (root.kind === 'map') for (const entry of root.entries) this.#takeEntry(reader, entry)
    else reader.record({ kind: 'record', keys: catalogKeys }, root, fileTitle)
    this.#findings.push(...reader.findings)
  }

  finish(path: string, files: readonly Source[]): Loaded {
    const first = files[0]
    if (!this.#seen.has('catalog') && first !== undefined && this.#findings.length === 0) {
      this.#findings.push(
        finding(
          'catalog-shape',
          { source: first, start: 0, end: 0 },
          {
            vi: 'Danh mục thiếu dòng “catalog: 1” (phiên bản định dạng); ghi dòng này ở đầu tệp catalog.yaml',
            en: 'The catalog lacks the line “catalog: 1” (format version); write it at the top of catalog.yaml',
          },
        ),
      )
    }
    const catalog: Catalog = {
      path,
      ...(this.#base !== undefined && { base: this.#base }),
      ...(this.#agency !== undefined && { agency: this.#agency }),
      ...(this.#publication !== undefined && { publication: this.#publication }),
      officers: this.#officers,
      fields: this.#fields,
      procedures: this.#procedures,
      ...(this.#synonyms.length > 0 && { synonyms: this.#synonyms }),
    }
    return { catalog, sources: this.#sources, files, findings: this.#findings.sort(byPlace) }
  }

  #takeEntry(reader: ShapeReader, entry: Entry): void {
    const { key, value } = entry
    const name = key.text
    if (!isCatalogKey(name)) {
      reader.unknownKey(entry, catalogKeys, { title: fileTitle })
      return
    }
    const known: Key = catalogKeys[name]
    const single = known.type.kind !== 'list'
    if (single && this.#seen.has(name)) {
      reader.say('catalog-shape', key.start, key.end, {
        vi: `Khóa “${name}” (${known.title.vi}) chỉ được ghi một lần trong cả danh mục`,
        en: `The key “${name}” (${known.title.en}) may stand only once in a catalog`,
      })
      return
    }
    this.#seen.add(name)
    // An empty list is written as nothing at all: `officers:`.
    if (value.kind === 'text' && value.empty && !single) return
    this.#takeValue(reader, name, known, value)
  }

  #takeValue(reader: ShapeReader, name: CatalogKey, known: Key, value: Node): void {
    switch (name) {
      case 'catalog':
        reader.record(known.type, value, known.title)
        return
      case 'extends':
        this.#base = reader.record(known.type, value, known.title) as string | undefined
        return
      case 'agency':
        this.#agency = reader.record<Agency>(known.type, value, known.title)
        return
      case 'publication':
        this.#publication = reader.record<Publication>(known.type, value, known.title)
        return
      case 'officers':
        takeItems(reader, known, value, singular.officers, this.#officers)
        return
      case 'fields':
        takeItems(reader, known, value, singular.fields, this.#fields)
        return
      case 'procedures':
        takeItems(reader, known, value, singular.procedures, this.#procedures)
        return
      case 'synonyms':
        takeItems(reader, known, value, singular.synonyms, this.#synonyms)
    }
  }
}

/** Item by item, so that one bad record does not take the others along. */
function takeItems<R extends object>(
  reader: ShapeReader,
  known: Key,
  value: Node,
  title: Key['title'],
  into: R[],
): void {
  if (value.kind !== 'list') {
    reader.record(known.type, value, known.title)
    return
  }
  const items = (known.type as Type & { kind: 'list' }).items
  for (const item of value.items) {
    const record = reader.record<R>(items, item, title)
    if (record !== undefined) into.push(record)
  }
}

type CatalogKey = keyof typeof catalogKeys

function isCatalogKey(name: string): name is CatalogKey {
  return Object.hasOwn(catalogKeys, name)
}

const fileTitle = { vi: 'Tệp danh mục', en: 'The catalog file' }

const singular = {
  officers: { vi: 'Cán bộ', en: 'Officer' },
  fields: { vi: 'Lĩnh vực', en: 'Field' },
  procedures: { vi: 'Thủ tục', en: 'Procedure' },
  synonyms: { vi: 'Từ thường dùng', en: 'Synonym' },
} as const
