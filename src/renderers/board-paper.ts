/** ISO 216, mm, upright. */
const papers = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
} as const satisfies Readonly<Record<string, readonly [number, number]>>
export type PaperName = keyof typeof papers
export const wallPapers = ['A0', 'A1', 'A2', 'A3'] as const
export const sheetPapers = ['A3', 'A4', 'A5'] as const

export const orientations = ['portrait', 'landscape'] as const
export type Orientation = (typeof orientations)[number]

/** The paper as it hangs, after cutting. */
export interface Paper {
  readonly name: PaperName
  readonly orientation: Orientation
  readonly width: number
  readonly height: number
}

export function paper(name: PaperName, orientation: Orientation): Paper {
  const [short, long] = papers[name]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  return { name, orientation, width, height }
}

/** What the printer's shop asks for around the paper: colour that runs over the edge, and marks where to cut. */
export interface Surround {
  readonly bleed: number
  readonly cropMarks: boolean
}

/** Crop marks stand this far outside, and are this long (mm). */
const markGap = 2
const markLength = 6

/** From the edge of the printed medium to the edge of the trimmed paper. */
export function surroundWidth({ bleed, cropMarks }: Surround): number {
  return cropMarks ? bleed + markGap + markLength : bleed
}

/** The sheet that goes into the printer: the paper and what surrounds it. */
export function mediumOf({ width, height }: Pick<Paper, 'width' | 'height'>, surround: Surround) {
  const around = surroundWidth(surround)
  return { width: width + 2 * around, height: height + 2 * around }
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Two hairlines at each corner, in millimetres from the corner of the medium. */
export function cropMarks({ width, height }: Pick<Paper, 'width' | 'height'>, surround: Surround): Mark[] {
  if (!surround.cropMarks) return []
  const around = surroundWidth(surround)
  const line = 0.1
  const marks: Mark[] = []
  for (const x of [around, around + width]) {
    for (const y of [0, around + height + surround.bleed + markGap]) {
      marks.push({ x: x - line / 2, y, width: line, height: markLength })
    }
  }
  for (const y of [around, around + height]) {
    for (const x of [0, around + width + surround.bleed + markGap]) {
      marks.push({ x, y: y - line / 2, width: markLength, height: line })
    }
  }
  return marks
}
