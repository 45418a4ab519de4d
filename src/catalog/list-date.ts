import type { Catalog, IsoDate } from './model.js'

/** The day that a list speaks of: its own date, or today where it bears none. */
export function listDate({ publication }: Catalog, today: IsoDate): IsoDate {
  return publication?.date ?? today
}
