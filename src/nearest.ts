import { closest, distance } from 'fastest-levenshtein'

/** The choice that was most likely meant; empty where none is near. */
export function nearest(word: string, choices: readonly string[]): string {
  if (choices.length === 0) return ''
  const near = closest(word.toLowerCase(), [...choices])
  return distance(word.toLowerCase(), near) <= Math.max(1, Math.floor(near.length / 2)) ? near : ''
}
