import type Handlebars from 'handlebars'
import runtime from 'handlebars/dist/cjs/handlebars.runtime.js'
import { Failure } from '../failure.js'
import { assets } from '../generated/assets.js'
import { templates } from '../generated/templates.js'
import { nearest } from '../nearest.js'

/** Turns view data into text by the templates we ship, or by those that an office put in their place. */
export interface TemplateEngine {
  /** `variables` are what a template finds behind `@`, wherever it stands: `{{@words.home}}`. */
  render(template: string, data: object, variables?: object): string
  /** Text of a style sheet or a script. */
  asset(name: string): string
  /** Own text (never text of a catalog) that a template prints as it is. */
  markup(text: string): object
}

/**
 * `overrides` are the files of `--templates DIR` by name. Templates of ours may be among them, partials of
 * theirs that these call, and our style sheets and scripts. The compiler is loaded only for them: ours were compiled at build time.
 */
export async function templateEngine(overrides: ReadonlyMap<string, string> = new Map()): Promise<TemplateEngine> {
  const compiler = overrides.size === 0 ? undefined : (await import('handlebars')).default
  if (compiler !== undefined) refuseUnused(overrides, compiler)
  const handlebars = compiler?.create() ?? runtime.create()
  const compiled = new Map<string, Handlebars.TemplateDelegate>()

  for (const [name, specification] of Object.entries(templates)) compiled.set(name, handlebars.template(specification))
  for (const [name, text] of overrides) {
    if (name.endsWith('.hbs')) compiled.set(name, handlebars.compile(text, { strict: true }))
  }
  for (const [name, template] of compiled) handlebars.registerPartial(name.replace(/\.hbs$/, ''), template)

  return {
    render(name, data, variables = {}) {
      const template = compiled.get(name)
      if (template === undefined) throw new Error(`there is no template ${name}`)
      if (overrides.size === 0) return template(data, { data: variables })
      return orFailure(() => template(data, { data: variables }))
    },
    asset(name) {
      const text = overrides.get(name) ?? assets[name]
      if (text === undefined) throw new Error(`there is no asset ${name}`)
      return text
    },
    markup: text => new handlebars.SafeString(text),
  }
}

/** A misspelt name would leave our own file in place without a word. */
function refuseUnused(overrides: ReadonlyMap<string, string>, compiler: typeof Handlebars): void {
  const known = [...Object.keys(templates), ...Object.keys(assets)]
  const used = new Set(known)
  let isAnyCalled = false
  // What a partial calls is used as well: a set is walked on to what is added on the way.
  for (const name of used) {
    const text = name.endsWith('.hbs') ? overrides.get(name) : undefined
    if (text === undefined) continue
    for (const partial of orFailure(() => partialsOf(text, compiler))) {
      // A name that is worked out on the page may be any.
      if (partial === undefined) isAnyCalled = true
      else used.add(`${partial}.hbs`)
    }
  }
  const isUsed = (name: string) => used.has(name) || (isAnyCalled && name.endsWith('.hbs'))
  for (const name of overrides.keys()) if (!isUsed(name)) throw unused(name, known)
}

/** Names of the partials that a template calls; undefined for one that it works out. */
function partialsOf(text: string, { parse, Visitor }: typeof Handlebars): readonly (string | undefined)[] {
  const names: (string | undefined)[] = []
  const add = ({ name }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    names.push(name.type === 'PathExpression' ? (name as hbs.AST.PathExpression).original : undefined)
  }
  class Partials extends Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      add(partial)
      super.PartialStatement(partial)
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      add(partial)
      super.PartialBlockStatement(partial)
    }
  }
  new Partials().accept(parse(text))
  return names
}

function unused(name: string, known: readonly string[]): Failure {
  const near = nearest(name, known)
  const all = known.join(', ')
  return new Failure({
    vi: `Thư mục mẫu có tệp “${name}” không nơi nào dùng${near && ` (có phải ${near} không?)`}; các tệp thay được là ${all}, và mẫu con .hbs mà các tệp ấy gọi`,
    en: `The template folder holds “${name}”, which nothing uses${near && ` (did you mean ${near}?)`}; files that can be replaced are ${all}, and partials .hbs that these call`,
  })
}

/** A slip in an office's own template is no bug of ours. */
function orFailure<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure({
      vi: `Mẫu trang trong thư mục mẫu không dùng được: ${reason}`,
      en: `A template in the template folder does not work: ${reason}`,
    })
  }
}
