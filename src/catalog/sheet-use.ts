/** The lists of a catalog that are kept in sheets, in the order of the sheets. */
export const sheetUses = ['procedures', 'fields', 'officers'] as const
export type SheetUse = (typeof sheetUses)[number]
