// Makes procedures.csv beside it: node catalogs/reference/build.mjs ../shared/data/procedures.csv
import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** The sources by the short names of README.md, and the day, month or year of each, as exact as it is known. */
const sources = [
  { name: 'CT', mark: 'chatbot-tthc/', asOf: '2026-07' },
  { name: 'VB', mark: /hongdienvbhp\/|\bVB2\b/, asOf: '2026' },
  { name: 'NC', mark: 'dieuhanhcongviecxanuicam/', asOf: '2026' },
  { name: 'TNT', mark: 'trungtampvhcctnt/', asOf: '2025-12' },
  { name: 'NH', mark: 'nhdandz/', asOf: '2025' },
  { name: 'GS', mark: 'anhnguyen2611-code/', asOf: '' },
  { name: 'TN', mark: /TienNhat/, asOf: '2025-06' },
  { name: 'DP', mark: 'Đăk Pxi', asOf: '' },
]

/**
 * Codes that were issued anew, and since when at the latest. The first two groups stand in two lists of different days under
 * one title; the others are remembered, which their rows say too.
 */
const replacements = [
  {
    from: '2025-07',
    pairs: {
      '1.001821': '1.013133',
      '1.001805': '1.013135',
      '1.001771': '1.013136',
      '1.001763': '1.013134',
      '1.001748': '1.013137',
      '1.001733': '1.013138',
    },
  },
  {
    from: '2025-07',
    pairs: {
      '2.000373': '1.002211',
      '2.000333': '2.000950',
      '2.000350': '2.000930',
      '2.001925': '2.002409',
      '2.002168': '2.002396',
    },
  },
  { from: '2024-08', pairs: { '1.003554': '1.012812' } },
  {
    from: '2024',
    pairs: {
      '1.001028': '1.012591',
      '1.001055': '1.012590',
      '1.001090': '1.012585',
      '1.001098': '1.012584',
      '1.001109': '1.012582',
      '2.000509': '1.012592',
    },
  },
  {
    from: '2025',
    pairs: {
      '1.004441': '1.012975',
      '1.004443': '1.012972',
      '1.004485': '1.012973',
      '1.004492': '1.012971',
      '2.001810': '1.012974',
    },
  },
]

function replacementOf(code) {
  for (const { from, pairs } of replacements)
    if (pairs[code] !== undefined) return { replacedBy: pairs[code], replacedFrom: from }
  return { replacedBy: '', replacedFrom: '' }
}

/** Crawled titles end in a full stop, hold line breaks, or repeat their code. */
function cleanTitle(title, code) {
  return title
    .normalize('NFC')
    .replaceAll(`(${code})`, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;,]+$/, '')
}

function entry({ code, title, field, source, confidence }) {
  const seen = sources.filter(({ mark }) => (mark instanceof RegExp ? mark.test(source) : source.includes(mark)))
  const remembered = confidence === 'memory'
  const days = seen.map(({ asOf }) => asOf).sort()
  return {
    code,
    title: cleanTitle(title, code),
    field: cleanTitle(field, code),
    ...replacementOf(code),
    source: [...(remembered ? ['memory'] : []), ...seen.map(({ name }) => name)].join(' '),
    asOf: remembered ? '' : (days.at(-1) ?? ''),
  }
}

const [input] = process.argv.slice(2)
if (input === undefined) {
  console.error('usage: node catalogs/reference/build.mjs <procedures.csv>')
  process.exit(2)
}
/** Two procedures have no sure code; seven bear the title of a decision where their own should stand. */
const usable = ({ code, title }) => code !== '' && !title.startsWith('Công bố Danh mục')

const rows = parse(await readFile(input), { columns: true, bom: true }).filter(usable)
const entries = rows.map(entry).sort((a, b) => (a.code < b.code ? -1 : 1))

const codes = new Set(entries.map(({ code }) => code))
const strays = [
  ...entries.filter(({ code }) => !/^[1-9]\.\d{6}$/.test(code)).map(({ code }) => code),
  ...entries.filter(({ title, source }) => title === '' || source === '').map(({ code }) => code),
  ...replacements.flatMap(({ pairs }) => Object.entries(pairs).flat()).filter(code => !codes.has(code)),
]
if (strays.length > 0 || codes.size !== entries.length) {
  console.error(`not written; malformed, double or missing: ${strays.join(', ') || 'double codes'}`)
  process.exit(1)
}
await writeFile(new URL('procedures.csv', import.meta.url), stringify(entries, { header: true }))
console.log(`${entries.length} procedures, ${entries.filter(({ replacedBy }) => replacedBy !== '').length} replaced`)
