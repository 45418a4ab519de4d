import { type Loaded, load } from '../catalog/load.js'
import type { Catalog } from '../catalog/model.js'
import { byPlace, type Finding } from '../finding.js'
import { cellOffset, type Location } from '../source.js'
import type { Head } from './columns.js'
import { type SheetOptions, sheetCatalog } from './sheet-catalog.js'
import type { Table } from './table.js'

/** A sheet as a catalog: loaded as if it had been written to disk, and checked like any other. */
export interface ImportedSheet {
  readonly loaded: Loaded
  /** What the reading of the sheet objects to. */
  readonly findings: readonly Finding[]
  /** The findings of the catalog and those of the reading, all of them pointing into the sheet. */
  inSheet(findings: readonly Finding[]): readonly Finding[]
  /** The files to write, by path. */
  readonly files: ReadonlyMap<string, string>
}

/** What rules would say again of a cell that the reading has objected to. */
const alreadySaid: Readonly<Record<string, readonly string[]>> = {
  'sheet-value-destroyed': ['procedure-code-malformed', 'phone-malformed'],
  'sheet-code-missing': ['catalog-shape'],
}

/** Makes a catalog of a sheet. It is read back from the text that would be written, so that what is checked is what is written. */
export async function importSheet(table: Table, head: Head, options: SheetOptions): Promise<ImportedSheet> {
  const { files, findings } = sheetCatalog(table, head, options)
  const read = await load(
    table.source.path,
    files.map(({ source }) => source),
  )
  const origins = new Map(files.map(file => [file.source, file]))
  const start = cellOffset(head.rows[0] ?? 0, 0)
  const place = (at: Location): Location => {
    const file = origins.get(at.source)
    if (file === undefined) return at
    const cell = file.origin(at.start) ?? start
    return { source: table.source, start: cell, end: cell + 1 }
  }
  return {
    loaded: { ...read, catalog: inSheetOrder(read, at => place(at).start) },
    findings,
    inSheet: found =>
      [
        ...withoutEchoes(
          found.map(finding => moved(finding, place)),
          findings,
        ),
        ...findings,
      ].sort(byPlace),
    files: new Map(files.map(({ source: { path, text } }) => [path, text])),
  }
}

/** The files stand by field; who reads the sheet calls that the first of two equal codes which stands higher. */
function inSheetOrder({ catalog, sources }: Loaded, cell: (at: Location) => number): Catalog {
  const cells = new Map(catalog.procedures.map(record => [record, cell(sources.where(record, 'code'))]))
  const procedures = [...catalog.procedures].sort((a, b) => (cells.get(a) ?? 0) - (cells.get(b) ?? 0))
  return { ...catalog, procedures }
}

function moved(finding: Finding, place: (at: Location) => Location): Finding {
  const { at, related, fix, ...rest } = finding
  return {
    ...rest,
    at: place(at),
    ...(related !== undefined && { related: related.map(other => ({ ...other, at: place(other.at) })) }),
    // What to write is known; but the text to edit is YAML that may not be on the disk yet.
    ...(fix !== undefined && { fix: { title: fix.title, edits: [] } }),
  }
}

function withoutEchoes(found: readonly Finding[], said: readonly Finding[]): readonly Finding[] {
  const echoes = new Set(said.flatMap(({ rule, at }) => (alreadySaid[rule] ?? []).map(echo => `${echo} ${at.start}`)))
  return found.filter(({ rule, at }) => !echoes.has(`${rule} ${at.start}`))
}
