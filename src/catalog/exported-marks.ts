/** What an exported file is known by on the way back, and where it keeps what was exported. */

/** The sheet of a workbook with what was exported. */
export const baseSheet = '_goc'
/** Heads the hidden column that names the record of a row. */
export const referenceHeading = 'tthc'
/** The first cells of the base sheet: that the file is ours, and how it is built. */
export const bookMark = ['tthc-export', '1'] as const
/** Heads the columns of a CSV behind the last one: `tthc-1` … */
export const baseHeading = 'tthc-'
