import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility'

/** Content of a file in the archive, as write-excel-file types it for Node. */
export type FileContent = Stream | Buffer | Blob

/** What write-excel-file has no option for, told for one sheet. Rows and columns count from 0. */
export interface SheetExtras {
  readonly hidden?: true
  /** Only cells without a fill can be typed in; no password, so that whoever must can lift it. */
  readonly isProtected?: true
  readonly filter?: { readonly columns: number; readonly rows: number }
  readonly hiddenColumn?: number
  /** Empty cells below the rows look like those of this row, where no fill marks them. */
  readonly styleRow?: number
  readonly notes?: readonly { readonly column: number; readonly text: string }[]
  readonly choices?: readonly Choice[]
}

export interface Choice {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  /** A range that holds the values, or the values themselves in quotes. */
  readonly source: string
  /** The cell may hold several of them: the list helps, and nothing else is questioned. */
  readonly isLenient: boolean
}

/**
 * The parts of a workbook that write-excel-file does not write: drop-downs, protection, notes, filters, hidden sheets and
 * columns. It has hooks for that (its “features”); the element order is that of CT_Worksheet in ECMA-376.
 */
export function xlsxExtras(sheets: readonly SheetExtras[]): Feature<FileContent> {
  const at = ({ sheetIndex }: { readonly sheetIndex: number }) => sheets[sheetIndex] ?? {}
  return {
    files: {
      transform: {
        '[Content_Types].xml': { transform: content => contentTypes(content, sheets) },
        'xl/styles.xml': { transform: unlockCellsWithoutFill },
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes, index) =>
            tag === 'sheet' && sheets[index ?? -1]?.hidden === true ? { ...attributes, state: 'hidden' } : attributes,
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, properties) => worksheet(content, at(properties)),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, properties) =>
            (at(properties).notes ?? []).length === 0 ? '' : relationships(properties.sheetId),
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            sheets.flatMap(({ notes = [] }, index) =>
              notes.length === 0
                ? []
                : [
                    [`xl/comments${index + 1}.xml`, comments(notes)],
                    [`xl/drawings/vmlDrawing${index + 1}.vml`, noteShapes(notes, index)],
                  ],
            ),
          ),
      },
    },
  }
}

function contentTypes(content: string, sheets: readonly SheetExtras[]): string {
  const parts = sheets.map(({ notes = [] }, index) =>
    notes.length === 0
      ? ''
      : `<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml" PartName="/xl/comments${index + 1}.xml"/>`,
  )
  const drawing = '<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/>'
  return content.replace('<Override', `${drawing}<Override`).replace('</Types>', `${parts.join('')}</Types>`)
}

/** On a protected sheet every cell is locked unless its style says otherwise; a fill marks the cells that stay locked. */
function unlockCellsWithoutFill(content: string): string {
  return content.replace(/<cellXfs.*<\/cellXfs>/s, cells =>
    cells.replace(/<xf ([^>]*)>(.*?)<\/xf>/gs, (whole, attributes: string, inner: string) =>
      attributes.includes('applyFill')
        ? whole
        : `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`,
    ),
  )
}

function worksheet(content: string, extras: SheetExtras): string {
  const behindData = [protection(extras), filter(extras), choices(extras.choices ?? [])].join('')
  const atEnd = `<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>${
    (extras.notes ?? []).length > 0 ? '<legacyDrawing r:id="rId-notes-drawing"/>' : ''
  }`
  return columns(content, extras)
    .replace('</sheetData>', `</sheetData>${behindData}`)
    .replace('</worksheet>', `${atEnd}</worksheet>`)
}

function columns(content: string, { hiddenColumn, styleRow }: SheetExtras): string {
  return content.replace(/<col min="(\d+)" ([^>]*)\/>/g, (_, number: string, rest: string) => {
    const column = Number(number) - 1
    const style =
      styleRow === undefined
        ? undefined
        : new RegExp(`<c r="${getCellAddress(styleRow, column)}" s="(\\d+)"`).exec(content)?.[1]
    return `<col min="${number}" ${rest}${style === undefined ? '' : ` style="${style}"`}${column === hiddenColumn ? ' hidden="1"' : ''}/>`
  })
}

/** 0 means allowed. */
function protection({ isProtected }: SheetExtras): string {
  if (isProtected !== true) return ''
  return '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>'
}

function filter({ filter: range }: SheetExtras): string {
  return range === undefined ? '' : `<autoFilter ref="A1:${getCellAddress(range.rows, range.columns - 1)}"/>`
}

function choices(list: readonly Choice[]): string {
  if (list.length === 0) return ''
  const items = list.map(({ column, firstRow, lastRow, source, isLenient }) => {
    const range = `${getCellAddress(firstRow, column)}:${getCellAddress(lastRow, column)}`
    const texts = `errorTitle="${attribute('Không có trong danh sách')}" error="${attribute('Giá trị này không có trong danh sách thả xuống. Vẫn giữ?')}"`
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" ${isLenient ? '' : `showErrorMessage="1" ${texts} `}sqref="${range}"><formula1>${sanitizeTextContent(source)}</formula1></dataValidation>`
  })
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`
}

function attribute(text: string): string {
  return sanitizeAttributeValue(text)
}

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relationships(sheetId: string): string {
  return [
    `<Relationship Id="rId-notes" Type="${officeRelationships}/comments" Target="../comments${sheetId}.xml"/>`,
    `<Relationship Id="rId-notes-drawing" Type="${officeRelationships}/vmlDrawing" Target="../drawings/vmlDrawing${sheetId}.vml"/>`,
  ].join('')
}

type Notes = NonNullable<SheetExtras['notes']>

function comments(notes: Notes): string {
  const items = notes.map(
    ({ column, text }) =>
      `<comment ref="${getCellAddress(0, column)}" authorId="0"><text><t xml:space="preserve">${sanitizeTextContent(text)}</t></text></comment>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tthc</author></authors><commentList>${items.join('')}</commentList></comments>`
}

/** Excel shows no note without a shape to show it in. */
function noteShapes(notes: Notes, sheet: number): string {
  // Office numbers the shapes of a sheet in blocks of 1024.
  const first = (sheet + 1) * 1024 + 1
  const shapes = notes.map(({ column, text }, index) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 44), 1)
    const anchor = `${column + 1}, 12, 1, 4, ${column + 4}, 12, ${1 + Math.max(2, Math.ceil((lines * 15) / 48))}, 12`
    return `<v:shape id="_x0000_s${first + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:280px;height:${lines * 18}px" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  })
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet + 1}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`
}
