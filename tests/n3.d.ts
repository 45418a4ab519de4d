// The package brings no types; this is what the tests use of it.
declare module 'n3' {
  import type { Quad } from '@rdfjs/types'

  export class Parser {
    constructor(options?: { readonly baseIRI?: string; readonly format?: string })
    parse(text: string): Quad[]
  }
}
