import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const program = fileURLToPath(new URL('../bin/tthc.js', import.meta.url))

export interface BundleOptions {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the bundle that users run, as a process of its own, on a machine set to no language and without colours. */
export function tthc(args: readonly string[], { cwd = root, input, env }: BundleOptions = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LANG: '', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '', ...env },
    ...(input !== undefined && { input }),
  })
  return { status, stdout, stderr }
}
