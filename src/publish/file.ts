import { Failure } from '../failure.js'
import type { Content, Io } from '../io.js'

/**
 * Writes a whole file, or throws a Failure. False, and nothing written, where the file should still hold `expected` and
 * does not.
 */
export async function writeFile(path: string, content: Content, io: Io, expected?: Content): Promise<boolean> {
  try {
    return await io.write(path, content, expected)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === undefined) throw error
    throw new Failure({
      vi: `Không ghi được tệp “${path}” (${code})`,
      en: `“${path}” could not be written (${code})`,
    })
  }
}
