import { boardFontFaces } from '../generated/board-font-faces.js'
import type { BoardNode, Box } from './board-node.js'
import { cropMarks, mediumOf, type Surround, surroundWidth } from './board-paper.js'
import type { BoardDocument } from './board-sheet.js'
import { glue, type Line } from './board-type.js'
import type { OutputFile } from './renderer.js'
import type { TemplateEngine } from './templates.js'

export interface BoardEdition {
  readonly surround: Surround
  /** Black only, for a laser printer. */
  readonly monochrome: boolean
}

/** Sheets as one file that needs nothing else, with every place in millimetres: on screen, on paper and in the PDF alike. */
export function renderBoard(document: BoardDocument, edition: BoardEdition, engine: TemplateEngine): OutputFile {
  const { paper, sheets } = document
  const around = surroundWidth(edition.surround)
  const { width, height } = mediumOf(paper, edition.surround)
  const style = [
    boardFontFaces,
    engine.asset('board.css'),
    `@page{size:${mm(width)} ${mm(height)};margin:0}`,
    `.medium{width:${mm(width)};height:${mm(height)}}`,
    `.paper{position:absolute;left:${mm(around)};top:${mm(around)};width:${mm(paper.width)};height:${mm(paper.height)}}`,
  ].join('')
  const marks = cropMarks(paper, edition.surround).map(placeStyle)
  const text = engine.render('board.hbs', {
    title: document.title,
    edition: edition.monochrome ? 'mono' : 'colour',
    style: engine.markup(`<style>${style}</style>`),
    // Numbered, so that no two are called the same where a catalog with errors holds a code twice.
    pages: sheets
      .flatMap(({ title, pages }) => pages.map(nodes => ({ title, nodes })))
      .map(({ title, nodes }, index) => ({
        label: `Trang ${index + 1}: ${title}`,
        marks,
        nodes: nodes.map(node => plain(node, edition.surround.bleed)),
      })),
  })
  return { path: `${document.file}.html`, text }
}

/** Every key is there: templates are strict. */
interface PlainNode {
  readonly tag: string
  readonly kind: string | null
  readonly role: string | null
  readonly label: string | null
  readonly id: string | null
  readonly href: string | null
  readonly style: string | null
  readonly qr: BoardNode['qr'] | null
  readonly runs: readonly PlainRun[]
  readonly children: readonly PlainNode[]
}

function plain(node: BoardNode, bleed: number): PlainNode {
  const { tag, kind, role, label, id, href, box, text, qr, children } = node
  const style = [
    ...(box === undefined ? [] : [placeStyle(bled(box, kind, bleed))]),
    ...(text === undefined
      ? []
      : [
          `font-size:${mm(text.size)};line-height:${mm(text.leading)}`,
          ...(text.align === 'left' ? [] : [`text-align:${text.align}`]),
        ]),
  ].join(';')
  return {
    tag,
    kind: kind ?? null,
    role: role ?? null,
    label: label ?? null,
    id: id ?? null,
    href: href ?? null,
    style: style === '' ? null : style,
    qr: qr ?? null,
    runs: plainRuns(text?.lines ?? []),
    children: (children ?? []).map(child => plain(child, bleed)),
  }
}

interface PlainRun {
  readonly text: string
  readonly bold: boolean
  readonly tone: string | null
}

/** Line ends are signs in the text, which the style sheet keeps: whoever copies or hears it gets whole words. */
function plainRuns(lines: readonly Line[]): PlainRun[] {
  return lines.flatMap((line, index) =>
    line.map(({ text, weight, tone }, at) => ({
      text: text.replaceAll(glue, ' ') + (index < lines.length - 1 && at === line.length - 1 ? '\n' : ''),
      bold: weight === 700,
      tone: tone === 'ink' ? null : tone,
    })),
  )
}

/** Colour at the upper edge goes on to where the shop cuts. */
function bled(box: Box, kind: string | undefined, bleed: number): Box {
  if (bleed === 0 || kind === undefined || !kind.includes('bleed-top')) return box
  return { x: box.x - bleed, y: box.y - bleed, width: box.width + 2 * bleed, height: box.height + bleed }
}

function placeStyle({ x, y, width, height }: Box): string {
  return `left:${mm(x)};top:${mm(y)};width:${mm(width)};height:${mm(height)}`
}

/** A hundredth of a hair is enough, and makes the same bytes everywhere. */
function mm(value: number): string {
  return `${Number(value.toFixed(3))}mm`
}
