import type { Io } from '../io.js'
import { wholePath } from '../paths.js'

/** What is made of one of several catalogs stands in a folder of its own, named after that of the catalog: for `.`, too. */
export function catalogFolder(path: string, { cwd }: Io): string {
  return wholePath(path, cwd).split('/').at(-1) || 'danh-muc'
}
