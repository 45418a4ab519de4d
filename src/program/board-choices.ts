/** Words of the command line, here so that `tthc --help` need not load the boards. A test keeps them equal to the boards' own. */
export const boardKindNames = ['wall', 'field', 'procedure', 'officers', 'feedback', 'index'] as const
export const wallPaperNames = ['A0', 'A1', 'A2', 'A3'] as const
export const sheetPaperNames = ['A3', 'A4', 'A5'] as const
export const orientationNames = ['portrait', 'landscape'] as const
