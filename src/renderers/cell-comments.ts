import type { Feature } from 'write-excel-file/universal'
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility'

/** Rows and columns count from 0. */
export interface CellComment {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Excel shows no more than this of a comment. */
const longest = 8000

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/**
 * Comments on the cells of the first sheet of a workbook, which write-excel-file does not know: the part with the texts,
 * and the old drawing (VML) of the little boxes that Excel asks for beside it.
 */
export function cellComments<Content>(comments: readonly CellComment[]): Feature<Content> {
  const onFirst = (sheetIndex: number, markup: string) => (sheetIndex === 0 ? markup : undefined)
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
            '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>',
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            onFirst(
              sheetIndex,
              `<Relationship Id="rId-comments-1" Type="${office}/comments" Target="../comments1.xml"/>` +
                `<Relationship Id="rId-comments-2" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>`,
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            sheetIndex === 0
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  '<legacyDrawing r:id="rId-comments-2"/>',
                  getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
                  'worksheet',
                )
              : xml,
        },
      },
      write: {
        files: () => ({ 'xl/comments1.xml': commentsXml(comments), 'xl/drawings/vmlDrawing1.vml': vml(comments) }),
      },
    },
  }
}

function commentsXml(comments: readonly CellComment[]): string {
  const list = comments.map(({ row, column, text }) => {
    const shown = sanitizeTextContent(text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
    return `<comment ref="${getCellAddress(row, column)}" authorId="0"><text><r><t xml:space="preserve">${shown}</t></r></text></comment>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${spreadsheet}"><authors><author>tthc</author></authors><commentList>${list.join('')}</commentList></comments>`
}

/** The boxes, hidden until the pointer is over their cell. Each is three columns wide and as high as its text needs. */
function vml(comments: readonly CellComment[]): string {
  const shapes = comments.map(({ row, column, text }, index) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 42), 0)
    const bottom = row + Math.min(30, Math.max(4, lines + 1))
    return (
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${bottom}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    )
  })
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  )
}
