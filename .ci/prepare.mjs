// Builds after an installation. `npm install --global git+…`, which pre-commit runs too, hands its --global on to the inner
// installation that is to fetch what the build needs, and nothing arrives here: so it is fetched where it is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(command, args, env = {}) {
  const shell = process.platform === 'win32' && command === 'npm'
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  // Without scripts, or it would end up here again.
  run('npm', ['ci', '--include=dev', '--ignore-scripts'], { npm_config_global: 'false', npm_config_location: 'user' })
}
run(process.execPath, ['build.mjs'])
