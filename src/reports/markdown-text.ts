import { printable } from './printable.js'

/** Text that comes out of Markdown as it went in: no markup, no links, and nobody is called by an `@`. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('@', '@<!-- -->')
    .replace(/\\#(?=\d)/g, '$&<!-- -->')
    .replaceAll('://', '&#58;//')
    .replaceAll('www.', 'www&#46;')
}

/** Text as code, however many backticks it holds. Inside a table a bar must be escaped even there. */
export function markdownCode(text: string): string {
  const shown = printable(text)
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .* $/.test(shown) ? ' ' : ''
  return `${fence}${space}${shown.replaceAll('|', '\\|')}${space}${fence}`
}

/** Lines as a block of code that they cannot end. */
export function markdownBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/^ *(`+)/gm)].map(([, run = '']) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`
}
