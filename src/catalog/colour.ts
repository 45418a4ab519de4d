/** sRGB colours as #rrggbb, and how far apart they are for an eye: WCAG 2.2, “relative luminance” and “contrast ratio”. */

/** Text of usual size, criterion 1.4.3. */
export const readableContrast = 4.5

/** What the accent stands on and beside in our style sheet (templates/site.css). */
export const palettes = {
  light: { paper: '#ffffff', tint: '#f3f6f9', onAccent: '#ffffff' },
  dark: { paper: '#11171d', tint: '#1a222b', onAccent: '#0d1a28' },
} as const
export type Scheme = keyof typeof palettes

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/** From 1 (alike) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The least contrast that text in this accent, or on it, has anywhere on a page. */
export function accentContrast(accent: string, scheme: Scheme): number {
  return Math.min(...Object.values(palettes[scheme]).map(other => contrast(accent, other)))
}

/** The accent for dark pages: as the light one, with as much white as it takes to be read. */
export function darkAccent(accent: string): string {
  for (let white = 0; white < 100; white += 5) {
    const mixed = mix(accent, '#ffffff', white / 100)
    if (accentContrast(mixed, 'dark') >= 7) return mixed
  }
  return '#ffffff'
}

/** “3,9” or “4,5”: rounded down, so that what falls short never looks as if it did not. */
export function ratioText(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
}

function mix(a: string, b: string, share: number): string {
  const other = channels(b)
  const mixed = channels(a).map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * share))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}
