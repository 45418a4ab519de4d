import { posix } from 'node:path'

/**
 * A path as reports write it: with forward slashes and, where it lies below the working folder, relative to that. What lies
 * elsewhere stays as the user typed it, as do relative paths. `-` is standard input.
 */
export function relativePath(path: string, cwd: string): string {
  if (path === '-') return path
  const forward = forwardSlashes(path)
  const folder = forwardSlashes(cwd).replace(/(?<=.)\/+$/, '')
  if (!isAbsolute(forward)) return forward
  const full = absolutePath(forward, folder)
  const rest = below(full, folder)
  return rest === '' ? '.' : (rest ?? full)
}

/** The whole path with forward slashes, and none at its end. */
export function absolutePath(path: string, cwd: string): string {
  const forward = forwardSlashes(path)
  const full = isAbsolute(forward) ? forward : `${forwardSlashes(cwd)}/${forward}`
  return posix.normalize(full).replace(/(?<=.)\/+$/, '')
}

/** Whether two paths are one, or one of them lies inside the other. */
export function overlaps(one: string, other: string, cwd: string): boolean {
  const [a, b] = [absolutePath(one, cwd), absolutePath(other, cwd)]
  return below(a, b) !== undefined || below(b, a) !== undefined
}

/** What leads from a folder to a path inside of it, empty where they are one; undefined where it lies elsewhere. */
function below(full: string, folder: string): string | undefined {
  // Windows does not tell C: from c:, nor its folders by capitals.
  const sameCase = /^[a-z]:/i.test(full) ? (text: string) => text.toLowerCase() : (text: string) => text
  if (sameCase(full) === sameCase(folder)) return ''
  const prefix = folder === '/' ? '/' : `${folder}/`
  return sameCase(full.slice(0, prefix.length)) === sameCase(prefix) ? full.slice(prefix.length) : undefined
}

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path)
}
