/** The forms of `stats`. */
export const statsFormats = ['text', 'json', 'csv', 'html'] as const
export type StatsFormat = (typeof statsFormats)[number]
