import type { PrintingBrowser } from '../io.js'

/** Answered by us, whatever it asks for: the page is handed over without a file, and nothing else is to be had. */
const printedPage = 'http://board.invalid/'

/** Starts the browser at `path` and prints with it what is handed over, and nothing else. */
export async function startBrowser(path: string): Promise<PrintingBrowser> {
  const { chromium } = await import('playwright-core')
  const started = await chromium.launch({ executablePath: path })
  return {
    async pdf(html) {
      const context = await started.newContext({ offline: true })
      try {
        const page = await context.newPage()
        await page.route('**', route =>
          route.request().url() === printedPage
            ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
            : route.abort(),
        )
        await page.goto(printedPage)
        await page.evaluate('document.fonts.ready.then(() => true)')
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      } finally {
        await context.close()
      }
    },
    close: () => started.close(),
  }
}
