const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

function columns(text: string): number {
  return Array.from(graphemes.segment(text)).length
}

/** Breaks a paragraph between words so that no line is wider than `width` columns, a longer word alone excepted. */
export function wrap(paragraph: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columns(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}
