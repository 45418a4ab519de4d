// Loads a bundle of dist/ with what V8 made of it when it was built: compiling takes a third of a check otherwise.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// A check is over before machine code that is optimised in the background would pay: with V8's own budget a third of its
// CPU time goes there. What runs for longer, such as a workspace, is optimised all the same, a little later.
setFlagsFromString('--interrupt-budget=2000000')

const dist = join(__dirname, '..', 'dist')
const loaded = new Map()

/** The exports of a bundle. A cache of another Node, or none, only makes it slower. */
function load(name) {
  const known = loaded.get(name)
  if (known !== undefined) return known.module.exports
  const filename = join(dist, name)
  const cache = `${filename}.cache`
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'utf8')}\n})`
  const script = new Script(source, { filename, ...(existsSync(cache) && { cachedData: readFileSync(cache) }) })
  const module = { exports: {} }
  loaded.set(name, { script, module })
  const requireFrom = id => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, dist)
  return module.exports
}

/** Keeps what V8 has compiled of the bundles so far, for the next time; called by build.mjs after a run. */
function saveCaches() {
  for (const [name, { script }] of loaded) {
    const file = join(dist, `${name}.cache`)
    writeFileSync(`${file}.tmp`, script.createCachedData())
    renameSync(`${file}.tmp`, file)
  }
}

module.exports = { load, saveCaches }
