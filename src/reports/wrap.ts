import { graphemes } from '../graphemes.js'

/**
 * Breaks a paragraph between words so that no line is wider than `width` columns, a longer word alone excepted. Lines after
 * the first begin with `indent`; the first begins with `head`, which is never broken.
 */
export function wrap(paragraph: string, width: number, indent = '', head = ''): string {
  const lines: string[] = []
  let line = head
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && graphemes(longer).length > width) {
      lines.push(line)
      line = indent + word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

/** A line as wide as the terminal, where there is one: what does not fit goes on below, two columns further in. */
export function fold(line: string, columns: number | undefined): string {
  const [, margin = '', first = '', rest] = /^( *)(\S*) (.*)$/.exec(line) ?? []
  if (columns === undefined || rest === undefined) return line
  return wrap(rest, columns, `${margin}  `, margin + first)
}
