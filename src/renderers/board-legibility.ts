import { capHeight } from './board-type.js'

/**
 * How large letters must be: a capital (without its marks) at least 1/200 of the distance, an angle of 17 minutes of arc.
 * ISO 9241-303 asks for at least 16 minutes and prefers 20 to 22; 1/200 is what the US FAA asks of signs and displays (Human
 * Factors Design Standard). It holds for everything on a sheet, the small print included.
 */
const distanceInLetters = 200

export const usualDistance = { sheet: 0.7, wall: 1.5 } as const

/** Height of a capital (mm) that is read from so many metres. */
export function letterFor(metres: number): number {
  return (metres * 1000) / distanceInLetters
}

/** Metres from which a capital of so many millimetres is read. */
export function distanceOf(letter: number): number {
  return (letter * distanceInLetters) / 1000
}

/** Letter size (mm) whose capitals are read from so many metres. */
export function sizeFor(metres: number): number {
  return letterFor(metres) / capHeight
}

/** Large print: letters of 18 points and more, as the associations of the blind ask for (RNIB: 16 to 18). */
export const largePrint = { factor: 1.4, leastSize: (18 * 25.4) / 72 } as const
