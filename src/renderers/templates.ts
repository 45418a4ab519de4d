import type Handlebars from 'handlebars'
import runtime from 'handlebars/dist/cjs/handlebars.runtime.js'
import { Failure } from '../failure.js'
import { assets } from '../generated/assets.js'
import { templates } from '../generated/templates.js'

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
 * `overrides` are the files of `--templates DIR` by name. Any `.hbs` may be among them (a template of ours or a partial
 * of theirs), and our style sheets and scripts. The compiler is loaded only for them: ours were compiled at build time.
 */
export async function templateEngine(overrides: ReadonlyMap<string, string> = new Map()): Promise<TemplateEngine> {
  for (const name of overrides.keys()) refuseUnknown(name)
  const handlebars = overrides.size === 0 ? runtime.create() : (await import('handlebars')).default.create()
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

function refuseUnknown(name: string): void {
  if (name.endsWith('.hbs') || name in assets) return
  const known = [...Object.keys(templates), ...Object.keys(assets)].join(', ')
  throw new Failure({
    vi: `Thư mục mẫu có tệp “${name}” không dùng được; các tệp thay được là ${known}, và mẫu con .hbs`,
    en: `The template folder holds “${name}”, which nothing uses; files that can be replaced are ${known}, and partials .hbs`,
  })
}

/** A slip in an office's own template is no bug of ours. */
function orFailure(render: () => string): string {
  try {
    return render()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure({
      vi: `Mẫu trang trong thư mục mẫu không dùng được: ${reason}`,
      en: `A template in the template folder does not work: ${reason}`,
    })
  }
}
