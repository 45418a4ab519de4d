import type { StatsView } from '../views/stats.js'

/** Version of the JSON of `stats`: raised when a key changes its meaning or goes away. */
const version = 1

/** The figures in both languages, for programs. `unread` is how many findings kept records from being counted. */
export function statsJson(view: StatsView, today: string, unread: number): string {
  return `${JSON.stringify({ version, date: today, unread, ...view }, null, 2)}\n`
}
