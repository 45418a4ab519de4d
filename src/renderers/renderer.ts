/** One file to publish. `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}

/** A picture or a font. */
export interface BinaryFile {
  readonly path: string
  readonly bytes: Uint8Array
}
