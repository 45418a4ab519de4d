import type { Text } from './locale.js'

/**
 * The tool could not do what was asked: no such file, no space on the disk. Thrown, shown by `main`, exit code 3.
 * What is wrong with a catalog is never a Failure but a Finding.
 */
export class Failure extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.name = 'Failure'
    this.text = text
  }
}
