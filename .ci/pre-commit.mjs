#!/usr/bin/env node
// What the hooks run. `language: node` will not do: npm installs a git repository that has to be built globally in two processes at
// once, which write into the same folder (npm 11 fails, and leaves a dead link where it does not). So the first run builds here,
// in the clone that pre-commit keeps.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(join(home, 'dist', 'bin.cjs'))) {
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync('npm', ['ci'], { cwd: home, stdio: ['ignore', 2, 2], shell })
  if (status !== 0) {
    process.stderr.write(
      `tthc: npm ci không chạy được trong “${home}” / npm ci failed in “${home}”${error ? ` (${error.message})` : ''}\n`,
    )
    process.exit(3)
  }
}
const { status } = spawnSync(process.execPath, [join(home, 'bin', 'tthc.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 4)
