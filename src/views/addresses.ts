import type { Catalog, Field, Procedure } from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'

/**
 * Where every page of the site stands, relative to its root: `thu-tuc/1.001193/`. An address is printed as a QR code and
 * kept in bookmarks for years, so it rests on the code or the id of its record and on nothing else. Addresses are plain
 * ASCII, differ in more than capitals, and are names that every file system takes.
 */
export const pageAddresses = {
  home: '',
  /** The whole list on one page. */
  listing: 'danh-sach/',
  contacts: 'lien-he/',
  feedback: 'phan-anh/',
  statistics: 'thong-ke/',
  downloads: 'tai-ve/',
  about: 'gioi-thieu/',
} as const

const fieldFolder = 'linh-vuc/'
const procedureFolder = 'thu-tuc/'

/** The page that says which printed boards are still right: `bang/#7K2MQ-9XR` is the line of one code. */
export const boardStatusAddress = 'bang/'

/** What a server shows for an address that is none. */
export const notFoundFile = '404.html'

/** The page with everything in one file, beside the site. */
export const singleFile = 'danh-muc.html'

/** The file of an address: `thu-tuc/1.001193/` is `thu-tuc/1.001193/index.html`. A copy on a stick has no server to find it. */
export function fileOf(address: string): string {
  return `${address}index.html`
}

/** The address on the web, where it is known where the site will stand; `baseUrl` ends in `/`. */
export function urlOf(baseUrl: string, address: string): string {
  return baseUrl + address
}

/** The way from a page to a file or an address: `../../lien-he/index.html`. Works from a stick, a folder and a server. */
export function linkTo(from: string, target: string): string {
  const file = target === '' || target.endsWith('/') ? fileOf(target) : target
  return '../'.repeat(from.split('/').length - 1) + file
}

export interface SiteAddresses {
  readonly fields: ReadonlyMap<Field, string>
  readonly procedures: ReadonlyMap<Procedure, string>
  /** Of a code that the list no longer holds; nothing where another page has that address. */
  retired(code: string): string | undefined
}

/** The addresses of the pages of a catalog, by record: one with errors may hold a code twice. */
export function siteAddresses({ fields, procedures }: Pick<Catalog, 'fields' | 'procedures'>): SiteAddresses {
  const codes = new Names()
  const ofProcedures = codes.takeAll(procedures, ({ code }) => code)
  return {
    fields: prefixed(
      fieldFolder,
      new Names().takeAll(fields, ({ id }) => id),
    ),
    procedures: prefixed(procedureFolder, ofProcedures),
    retired: code => (isPlain(code) && !codes.has(code) ? `${procedureFolder}${code}/` : undefined),
  }
}

function prefixed<T>(folder: string, names: ReadonlyMap<T, string>): ReadonlyMap<T, string> {
  return new Map(Array.from(names, ([record, name]) => [record, `${folder}${name}/`]))
}

class Names {
  readonly #taken = new Set<string>()

  has(name: string): boolean {
    return this.#taken.has(name.toLowerCase())
  }

  /** Texts that are names already keep them, wherever they stand; only then the others choose. */
  takeAll<T>(records: readonly T[], textOf: (record: T) => string): ReadonlyMap<T, string> {
    const names = new Map<T, string>()
    for (const record of records) {
      const text = textOf(record)
      if (isPlain(text) && !this.has(text)) names.set(record, this.#take(text))
    }
    for (const record of records) if (!names.has(record)) names.set(record, this.#takeFree(plain(textOf(record))))
    return new Map(records.map(record => [record, names.get(record) ?? '']))
  }

  #takeFree(wanted: string): string {
    let name = wanted
    for (let again = 2; this.has(name); again += 1) name = `${wanted}-${again}`
    return this.#take(name)
  }

  #take(name: string): string {
    this.#taken.add(name.toLowerCase())
    return name
  }
}

const longest = 80
/** Names that Windows keeps for devices, whatever stands behind a dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

function isPlain(text: string): boolean {
  return /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(text) && text.length <= longest && !devices.test(text)
}

function plain(text: string): string {
  const name = fold(text.slice(0, 4 * longest))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  return isPlain(name) ? name : `x${name === '' ? '' : `-${name}`}`
}
