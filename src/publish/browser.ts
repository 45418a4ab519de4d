import { Failure } from '../failure.js'
import type { Io } from '../io.js'

/** Names in the folders of PATH. */
const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const unixPaths = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge-stable',
  '/opt/microsoft/msedge/msedge',
]

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Below the folders that Windows names in its environment. Edge comes with every Windows. */
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]
const windowsFolders = ['PROGRAMFILES', 'ProgramFiles', 'PROGRAMFILES(X86)', 'ProgramFiles(x86)', 'LOCALAPPDATA']

/** Where the Chrome, Edge or Chromium of this machine stands. Throws a Failure that says what to do without one. */
export async function findBrowser(wished: string | undefined, io: Io): Promise<string> {
  if (wished !== undefined) {
    if (await isFile(wished, io)) return wished
    throw new Failure({
      vi: `Không có trình duyệt ở “${wished}”`,
      en: `There is no browser at “${wished}”`,
    })
  }
  for (const path of candidates(io.env)) if (await isFile(path, io)) return path
  throw new Failure({
    vi: 'Máy này không có Chrome, Edge hay Chromium nên không ghi được PDF; bỏ --pdf, mở tệp .html bằng trình duyệt khác rồi in với “Tỷ lệ 100%”, “Lề: Không”, “In hình nền”; hoặc chỉ ra trình duyệt bằng --browser',
    en: 'This machine has no Chrome, Edge or Chromium, so no PDF can be written; leave --pdf out, open the .html in another browser and print it at “100%”, “no margins”, “with backgrounds”; or name a browser with --browser',
  })
}

function candidates(env: Io['env']): string[] {
  const windows = windowsFolders.flatMap(name => {
    const folder = env[name]
    return folder === undefined ? [] : windowsPaths.map(path => `${folder}\\${path}`)
  })
  const folders = windows.length > 0 ? [] : (env['PATH'] ?? '').split(':').filter(folder => folder.startsWith('/'))
  const onPath = folders.flatMap(folder => commands.map(command => `${folder}/${command}`))
  const home = env['HOME'] === undefined ? [] : macPaths.map(path => `${env['HOME']}${path}`)
  const named = env['CHROMIUM_PATH'] === undefined ? [] : [env['CHROMIUM_PATH']]
  return [...named, ...windows, ...onPath, ...unixPaths, ...macPaths, ...home]
}

async function isFile(path: string, io: Io): Promise<boolean> {
  try {
    return (await io.list(path)) === undefined
  } catch {
    return false
  }
}
