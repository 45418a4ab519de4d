/** The exit codes, by name. CI tells "bad catalog" from "tool failed" by them. */
export const exit = { ok: 0, findings: 1, usage: 2, failure: 3, bug: 4 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]
