// Builds after an installation. `npm install --global git+…`, which pre-commit runs, hands its --global on to the inner installation
// that should fetch what the build needs: it comes too late and in part. So then the build is made in a folder of its own.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(command, args, cwd) {
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'user' }
  const shell = process.platform === 'win32' && command === 'npm'
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell, env })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}

function buildElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'tthc-build-'))
  try {
    const isSource = path => !/^(?:node_modules|\.git|dist)(?:$|[\\/])/.test(relative(root, path))
    cpSync(root, folder, { recursive: true, filter: isSource })
    // Without scripts, or it would end up here again.
    run('npm', ['ci', '--include=dev', '--ignore-scripts'], folder)
    run(process.execPath, ['build.mjs'], folder)
    cpSync(join(folder, 'dist'), join(root, 'dist'), { recursive: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isReady = existsSync(join(root, 'node_modules', 'esbuild')) && process.env['npm_config_global'] !== 'true'
if (isReady) run(process.execPath, ['build.mjs'], root)
else buildElsewhere()
