import { graphemes } from '../graphemes.js'
import type { Locale } from '../locale.js'
import { fold } from './wrap.js'

/** As wide as the explanation above it. */
const columns = 80

/** A faulty catalog and what is found in it. */
export interface RuleExample extends Readonly<Record<Locale, readonly string[]>> {
  /** A catalog, or a sheet that is imported. */
  readonly text: string
  readonly language: 'yaml' | 'csv'
}

/** A catalog that is longer is cut to the records that its first finding is about. */
const mostLines = 22

/** The example of a rule for a terminal: numbered lines of the catalog, then what is said of them. */
export function ruleExample(example: RuleExample, locale: Locale): string {
  const lines = example.text.trimEnd().split('\n')
  const isShort = lines.length <= mostLines
  const findings = isShort ? example[locale] : example[locale].slice(0, 1)
  const shown = isShort ? lines.map((_, index) => index) : linesAbout(lines, findings[0] ?? '')
  const width = `${lines.length}`.length
  const numbered = shown.map((index, position) => {
    const cut = position > 0 && index > (shown[position - 1] ?? 0) + 1 ? `${' '.repeat(width)} …\n` : ''
    return cut + shortened(`${`${index + 1}`.padStart(width)} | ${lines[index] ?? ''}`.trimEnd())
  })
  return `${labels.example[locale]}:\n\n${numbered.join('\n')}\n\n${labels.output[example.language][locale]}:\n\n${findings.map(folded).join('\n\n')}\n`
}

/** Frames are narrow enough already. */
function folded(finding: string): string {
  const isFrame = (line: string) => /^ *\d* *\| /.test(line)
  return finding
    .split('\n')
    .map(line => (isFrame(line) ? line : fold(line, columns)))
    .join('\n')
}

function shortened(line: string): string {
  const signs = graphemes(line)
  return signs.length <= columns ? line : `${signs.slice(0, columns - 1).join('')}…`
}

const labels = {
  example: { vi: 'Ví dụ', en: 'Example' },
  output: {
    yaml: { vi: 'tthc check báo', en: 'tthc check says' },
    csv: { vi: 'tthc import báo', en: 'tthc import says' },
  },
}

/** The records that the places of a finding lie in, each under its key. */
function linesAbout(lines: readonly string[], finding: string): number[] {
  const shown = new Set<number>()
  for (const [, line = ''] of finding.matchAll(/^ *catalog\.yaml:(\d+):/gm)) {
    for (const index of recordAround(lines, Number(line) - 1)) shown.add(index)
  }
  return [...shown].sort((a, b) => a - b)
}

function recordAround(lines: readonly string[], at: number): number[] {
  const isKey = (index: number) => /^\S/.test(lines[index] ?? '')
  const isItem = (index: number) => /^ {2}- /.test(lines[index] ?? '')
  let key = at
  while (key > 0 && !isKey(key)) key -= 1
  let first = at
  while (first > key && !isItem(first)) first -= 1
  let last = at
  while (last + 1 < lines.length && !isKey(last + 1) && !isItem(last + 1)) last += 1
  return [key, ...Array.from({ length: last - first + 1 }, (_, offset) => first + offset)]
}
