/** A text as a message quotes it: whole where it is short, else the part around `index`. */
export function excerpt(whole: string, index = 0): string {
  // A block text ends in a line break.
  const text = whole.replace(/\n$/, '').replaceAll('\n', ' ')
  if (text.length <= longest) return text
  const start = index < longest - 20 ? 0 : index - 30
  const end = Math.min(text.length, start + longest - 2)
  const part = text.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return `${start > 0 ? '…' : ''}${part.trim()}${end < text.length ? '…' : ''}`
}

const longest = 80
