import type { ListingView } from '../views/listing.js'
import { embeddedFonts } from './fonts.js'
import { hashSource, refuseEndTag } from './policy.js'
import type { OutputFile } from './renderer.js'
import type { TemplateEngine } from './templates.js'

/** The list as one page that needs nothing else: no network, no server, no second file. */
export function renderListing(view: ListingView, engine: TemplateEngine): OutputFile {
  const style = embeddedFonts() + engine.asset('listing.css')
  const script = engine.asset('listing.js')
  refuseEndTag('listing.css', style, '</style')
  refuseEndTag('listing.js', script, '</script')
  const text = engine.render('listing.hbs', {
    view,
    // Only what we wrote ourselves may run or style, even where a catalog should get markup past the escaping.
    policy: [
      "default-src 'none'",
      `style-src ${hashSource(style)}`,
      `script-src ${hashSource(script)}`,
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    style: engine.markup(`<style>${style}</style>`),
    script: engine.markup(`<script>${script}</script>`),
  })
  return { path: 'index.html', text }
}
