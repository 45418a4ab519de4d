import { createHash } from 'node:crypto'
import { boardStatusAddress, fileOf } from '../views/addresses.js'
import type { BoardView } from '../views/board.js'
import { type BoardRegister, boardStatusLines } from '../views/board-register.js'
import type { OutputFile } from './renderer.js'
import type { TemplateEngine } from './templates.js'

/**
 * The page that says of every printed code whether the board is still right, or since when and by which changes it is not.
 * `view` is the catalog of today; the page works without JavaScript: the browser marks the line that the address names.
 */
export function renderBoardStatus(register: BoardRegister, view: BoardView, engine: TemplateEngine): OutputFile {
  const style = engine.asset('board-status.css')
  const text = engine.render('board-status.hbs', {
    agency: view.agency.name,
    notice: view.notice,
    errors: view.errors,
    lines: boardStatusLines(register, view),
    policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    style: engine.markup(`<style>${style}</style>`),
  })
  return { path: fileOf(boardStatusAddress), text }
}
