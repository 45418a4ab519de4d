import { graphemes } from '../graphemes.js'

/** Breaks a paragraph between words so that no line is wider than `width` columns, a longer word alone excepted. */
export function wrap(paragraph: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && graphemes(longer).length > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}
