import { parseEvents } from 'js-yaml'
import type { Source } from '../source.js'

/**
 * Tells whether an offset lies in a value that aliases (`*name`) repeat elsewhere: whoever edits it changes more than one
 * key. Where a list or a record is repeated, that is said of the whole file.
 */
export function sharedByAliases({ text }: Source): (offset: number) => boolean {
  if (!text.includes('*')) return () => false
  const anchors = new Map<string, readonly [number, number] | undefined>()
  const shared: [number, number][] = []
  for (const event of events(text)) {
    if (event.type === 5) {
      const name = text.slice(event.anchorStart, event.anchorEnd)
      const span = anchors.get(name)
      if (span === undefined) return () => true
      shared.push([...span])
    } else if ((event.type === 2 || event.type === 3) && event.anchorStart !== -1) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), undefined)
    } else if (event.type === 4 && event.anchorStart !== -1) {
      // From the anchor on, so that quotes and the head of a block text belong to it.
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), [event.anchorStart, event.valueEnd + 1])
    }
  }
  return offset => shared.some(([start, end]) => start <= offset && offset <= end)
}

function events(text: string) {
  try {
    return parseEvents(text, {})
  } catch {
    // Reported by the reading, and nothing of such a file is edited.
    return []
  }
}
