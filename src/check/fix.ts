import type { Edit, Finding } from '../finding.js'
import type { Source } from '../source.js'

/** The text with all edits made, from the last to the first, so that offsets stay true. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end)
  let result = text
  for (const { at, text: fresh } of sorted) result = result.slice(0, at.start) + fresh + result.slice(at.end)
  return result
}

/**
 * The edits that can be made at once, by file. A fix is taken whole or not at all; one that overlaps another waits for the
 * next pass, one that `mayEdit` refuses is left alone.
 */
export function chooseEdits(
  findings: readonly Finding[],
  mayEdit: (edit: Edit) => boolean,
): ReadonlyMap<Source, readonly Edit[]> {
  const chosen = new Map<Source, Edit[]>()
  for (const { fix } of findings) {
    if (fix === undefined || !fix.edits.every(mayEdit)) continue
    // Two findings may ask for the very same edit.
    const fresh = fix.edits.filter(edit => !(chosen.get(edit.at.source) ?? []).some(other => isSame(edit, other)))
    if (fresh.some(edit => (chosen.get(edit.at.source) ?? []).some(other => overlap(edit, other)))) continue
    for (const edit of fresh) chosen.set(edit.at.source, [...(chosen.get(edit.at.source) ?? []), edit])
  }
  return chosen
}

function isSame(a: Edit, b: Edit): boolean {
  return a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text
}

/** Insertions at one place overlap too: nobody can say which comes first. */
function overlap({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
