/**
 * Text of a catalog for a terminal: control signs (which could move the cursor or hide a line), signs that turn the writing
 * direction and signs without width become visible, each in one column.
 */
export function printable(text: string): string {
  return text.replace(unprintable, sign => {
    const code = sign.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\u00A6'
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
const unprintable = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g
