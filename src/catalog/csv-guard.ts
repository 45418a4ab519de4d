/**
 * Guards of CSV cells against spreadsheets, which can be taken off again exactly.
 *
 * - What Excel would turn into a number or a day becomes the formula of a constant, `="1.001010"`: only digits, signs and
 *   separators are ever written so, never a text that could carry a function.
 * - Whatever could begin a formula (OWASP: = + - @ and their full-width twins) gets an apostrophe, at the start of a cell and
 *   behind whatever may end a cell inside of it: a program that takes another separator for the right one splits there.
 */
export function guardedCell(text: string): string {
  if (convertible.test(text)) return `="${text}"`
  return text.replace(formulaStart, "$1'$2$3")
}

export function unguardedCell(text: string): string {
  const [, constant] = constantFormula.exec(text) ?? []
  if (constant !== undefined) return constant
  return text.replace(guardedStart, '$1$2$3')
}

const convertible = /^(?:\d[\d.,/:-]*|[+-]\d[\d .,]*)$/
const constantFormula = /^="(\d[\d.,/:-]*|[+-]\d[\d .,]*)"$/
const formulaStart = /(^\s*|[,;|"\t\r\n]\s*)('*)([=+\-@＝＋－＠])/g
const guardedStart = /(^\s*|[,;|"\t\r\n]\s*)'('*)([=+\-@＝＋－＠])/g
