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
  const full = posix.normalize(forward).replace(/(?<=.)\/+$/, '')
  // Windows does not tell C: from c:, nor its folders by capitals.
  const sameCase = /^[a-z]:/i.test(full) ? (text: string) => text.toLowerCase() : (text: string) => text
  if (sameCase(full) === sameCase(folder)) return '.'
  const prefix = folder === '/' ? '/' : `${folder}/`
  return sameCase(full.slice(0, prefix.length)) === sameCase(prefix) ? full.slice(prefix.length) : full
}

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path)
}
