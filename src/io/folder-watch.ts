import { type FSWatcher, watch } from 'node:fs'

export interface FolderWatch {
  /** Watches these folders from now on, not those within them. A folder that is gone is left out. */
  set(folders: Iterable<string>): void
  close(): void
}

/** An editor writes a file in several steps: what happens within so many milliseconds is one change. */
const together = 25

export function watchFolders(changed: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, together)
  }
  const drop = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  return {
    set(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder)
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        try {
          const watcher = watch(folder, soon)
          // The folder went away: whoever listens reads anew and says what to watch.
          watcher.on('error', () => {
            drop(folder)
            soon()
          })
          watchers.set(folder, watcher)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        }
      }
    },
    close() {
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
