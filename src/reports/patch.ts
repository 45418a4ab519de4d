import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** A change of a file as a unified diff, which `git apply` and `patch -p1` take. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY }
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options)
}
