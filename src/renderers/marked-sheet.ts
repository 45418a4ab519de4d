import type { Finding } from '../finding.js'
import type { Table } from '../import/table.js'
import type { Locale } from '../locale.js'
export async function markedSheet(_table: Table, _findings: readonly Finding[], _lang: Locale): Promise<Uint8Array> {
  throw new Error('todo')
}
