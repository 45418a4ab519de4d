import type { Io } from '../io.js'

/** What takes no longer is over before anybody could read of it. */
const patience = 1000
const width = 20

/** Shows at a terminal how far some work is, once it has lasted for a second. */
export class Progress {
  readonly #start: number
  #shown = -1

  constructor(readonly io: Pick<Io, 'now' | 'status'>) {
    this.#start = io.now()
  }

  /** Told how far the work called `label` is, 0 to 1. */
  step(label: string, share: number): void {
    const { io } = this
    const percent = Math.floor(Math.min(1, share) * 100)
    if (io.status === undefined || percent === this.#shown || io.now() - this.#start < patience) return
    this.#shown = percent
    const full = Math.round((percent / 100) * width)
    io.status(`${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent}%`)
  }

  done(): void {
    if (this.#shown !== -1) this.io.status?.('')
  }
}
