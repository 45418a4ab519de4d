import { createHash } from 'node:crypto'
import type { SlowReporter } from '../reports/reporter.js'
import { findingsView } from '../views/findings.js'
import { embeddedFonts } from './fonts.js'
import { templateEngine } from './templates.js'

/** What was found, as one page for the clerk: no script, no network, no second file. */
export const findingsPage: SlowReporter = async (reports, style) => {
  const engine = await templateEngine()
  const css = embeddedFonts() + engine.asset('findings.css')
  return engine.render('findings.hbs', {
    view: await findingsView(reports, style),
    policy: [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    style: engine.markup(`<style>${css}</style>`),
  })
}
