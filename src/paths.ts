import { posix } from 'node:path'

/** A path as a user typed it, made whole and plain: with `/`, without `.` and `..`. `cwd` is the working folder. */
export function wholePath(path: string, cwd: string): string {
  const [forward, from] = [path.replaceAll('\\', '/'), cwd.replaceAll('\\', '/')]
  return posix.normalize(isAbsolute(forward) ? forward : posix.join(from, forward)).replace(/(?<=.)\/$/, '')
}

/** The same place without `.` and `..` in its middle, as near to what was typed as can be. */
export function plainPath(path: string): string {
  const plain = posix.normalize(path.replaceAll('\\', '/'))
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain
}

/** Whether a folder is another one, or holds it; both whole. */
export function contains(folder: string, inner: string): boolean {
  return `${inner}/`.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path)
}
