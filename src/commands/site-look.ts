import { darkAccent } from '../catalog/colour.js'
import type { Theme } from '../check/settings.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { BinaryFile } from '../renderers/renderer.js'
import type { SiteTheme } from '../views/site-context.js'
import { cannotRead } from '../workspace/discover.js'

/** What a theme adds to a site. */
export interface SiteLook {
  readonly theme: SiteTheme
  /** Rules that follow our style sheet. */
  readonly colours: string
  readonly files: readonly BinaryFile[]
}

/** Reads the logo and puts the colours into a style sheet. Throws a Failure where the logo cannot be used. */
export async function siteLook(theme: Theme | undefined, io: Io): Promise<SiteLook> {
  const logo = theme?.logo === undefined ? undefined : await readLogo(theme.logo, io)
  return {
    theme: {
      footer: theme?.footer ?? [],
      ...(logo !== undefined && { logo: logo.path }),
    },
    colours: colours(theme),
    files: logo === undefined ? [] : [logo],
  }
}

function colours({ accent, accentDark }: Theme = {}): string {
  const dark = accentDark ?? (accent === undefined ? undefined : darkAccent(accent))
  return [
    accent === undefined ? '' : `:root{--accent:${accent}}\n`,
    dark === undefined ? '' : `@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}\n`,
  ].join('')
}

/** A picture is loaded with every first page: on a telephone out of town 200 KB take seconds. */
const largest = 200_000

async function readLogo(path: string, io: Io): Promise<BinaryFile> {
  const [, type] = /\.(svg|png|jpe?g|webp)$/i.exec(path) ?? []
  if (type === undefined) {
    throw new Failure({
      vi: `Biểu trưng “${path}” phải là tệp .svg, .png, .jpg hoặc .webp`,
      en: `The logo “${path}” must be a file .svg, .png, .jpg or .webp`,
    })
  }
  let bytes: Uint8Array
  try {
    bytes = await io.readBytes(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
  if (bytes.length > largest) {
    throw new Failure({
      vi: `Biểu trưng “${path}” nặng ${Math.ceil(bytes.length / 1000)} KB, chỉ nhận đến ${largest / 1000} KB`,
      en: `The logo “${path}” takes ${Math.ceil(bytes.length / 1000)} KB, at most ${largest / 1000} KB are taken`,
    })
  }
  return { path: `assets/logo.${type.toLowerCase()}`, bytes }
}
