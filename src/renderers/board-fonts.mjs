import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

/** Width of every figure on a board, in thousandths of the letter size. */
const figureWidth = { 400: 680, 700: 700 }

/**
 * The letters of the boards: Be Vietnam Pro with figures of one width, because the font has no tabular figures of its own
 * and columns of telephone numbers must line up; and the width of every letter, so that lines can be broken and sheets
 * filled without a browser. Kerning goes: a width is then the sum of its letters, in every browser.
 */
export async function boardFonts(root, ranges) {
  const faces = []
  const advances = {}
  let vertical
  for (const weight of [400, 700]) {
    advances[weight] = {}
    for (const [subset, range] of Object.entries(ranges)) {
      const file = `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff`
      const font = readWoff(await readFile(join(root, file)))
      const glyphs = glyphsByCharacter(font.tables.get('cmap'))
      evenFigures(font.tables, glyphs, figureWidth[weight])
      for (const [character, glyph] of glyphs) {
        if (inRange(character.codePointAt(0), range)) advances[weight][character] = advance(font.tables, glyph)
      }
      for (const name of ['GPOS', 'GSUB', 'GDEF']) font.tables.delete(name)
      const data = writeWoff(font).toString('base64')
      faces.push(
        `@font-face{font-family:"Be Vietnam Pro Bang";font-weight:${weight};font-display:block;src:url(data:font/woff;base64,${data}) format("woff");unicode-range:${range}}\n`,
      )
      vertical = {
        capHeight: font.tables.get('OS/2').readInt16BE(88),
        xHeight: font.tables.get('OS/2').readInt16BE(86),
      }
      if (font.tables.get('head').readUInt16BE(18) !== 1000) throw new Error(`${file}: 1000 units an em are expected`)
    }
  }
  return { css: faces.join(''), metrics: { ...vertical, advances } }
}

function readWoff(bytes) {
  const tables = new Map()
  for (let index = 0; index < bytes.readUInt16BE(12); index += 1) {
    const entry = 44 + index * 20
    const [offset, packed, length] = [4, 8, 12].map(at => bytes.readUInt32BE(entry + at))
    const data = bytes.subarray(offset, offset + packed)
    tables.set(bytes.toString('latin1', entry, entry + 4), packed < length ? inflateSync(data) : Buffer.from(data))
  }
  return { flavor: bytes.readUInt32BE(4), tables }
}

function writeWoff({ flavor, tables }) {
  const names = [...tables.keys()].sort()
  const directory = Buffer.alloc(44 + names.length * 20)
  const parts = []
  let offset = directory.length
  let size = 12 + 16 * names.length
  for (const [index, name] of names.entries()) {
    const table = tables.get(name)
    const squeezed = deflateSync(table, { level: 9 })
    const packed = squeezed.length < table.length ? squeezed : table
    const entry = 44 + index * 20
    directory.write(name, entry, 'latin1')
    directory.writeUInt32BE(offset, entry + 4)
    directory.writeUInt32BE(packed.length, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    directory.writeUInt32BE(checksum(table), entry + 16)
    const padding = -packed.length & 3
    parts.push(packed, Buffer.alloc(padding))
    offset += packed.length + padding
    size += table.length + (-table.length & 3)
  }
  directory.write('wOFF', 0, 'latin1')
  directory.writeUInt32BE(flavor, 4)
  directory.writeUInt32BE(offset, 8)
  directory.writeUInt16BE(names.length, 12)
  directory.writeUInt32BE(size, 16)
  directory.writeUInt16BE(1, 20)
  return Buffer.concat([directory, ...parts])
}

function checksum(table) {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

/** Format 4 of cmap, which every font for the web has. */
function glyphsByCharacter(cmap) {
  const glyphs = new Map()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.readUInt32BE(4 + index * 8 + 4)
    if (cmap.readUInt16BE(table) !== 4) continue
    const double = cmap.readUInt16BE(table + 6)
    for (let at = 0; at < double; at += 2) {
      const end = cmap.readUInt16BE(table + 14 + at)
      const start = cmap.readUInt16BE(table + 16 + double + at)
      const delta = cmap.readInt16BE(table + 16 + 2 * double + at)
      const rangeAt = table + 16 + 3 * double + at
      const range = cmap.readUInt16BE(rangeAt)
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const found = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + 2 * (code - start))
        if (found !== 0) glyphs.set(String.fromCharCode(code), (found + delta) & 0xffff)
      }
    }
  }
  return glyphs
}

function fullMetrics(tables) {
  return tables.get('hhea').readUInt16BE(34)
}

function advance(tables, glyph) {
  return tables.get('hmtx').readUInt16BE(4 * Math.min(glyph, fullMetrics(tables) - 1))
}

/** A glyph is drawn so that its left edge stands at its bearing: a bearing moved moves the figure to the middle. */
function evenFigures(tables, glyphs, width) {
  const hmtx = tables.get('hmtx')
  for (const figure of '0123456789') {
    const glyph = glyphs.get(figure)
    if (glyph === undefined) continue
    if (glyph >= fullMetrics(tables)) throw new Error('figures share their width with other glyphs')
    const before = advance(tables, glyph)
    hmtx.writeUInt16BE(width, 4 * glyph)
    hmtx.writeInt16BE(hmtx.readInt16BE(4 * glyph + 2) + Math.round((width - before) / 2), 4 * glyph + 2)
  }
}

function inRange(code, range) {
  return range.split(',').some(part => {
    const [from, to = from] = part
      .slice(2)
      .split('-')
      .map(hex => Number.parseInt(hex, 16))
    return code >= from && code <= to
  })
}
