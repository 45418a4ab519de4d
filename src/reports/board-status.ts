import type { Text } from '../locale.js'
import type { BoardStatus } from '../views/board-register.js'
import { changeText } from '../views/board-register.js'
import { vietnameseDate } from '../views/vietnamese-text.js'
import { printable } from './printable.js'

/** What `tthc board verify` says. The changes quote the board and stay Vietnamese. */
export function statusText(code: string, status: BoardStatus): Text {
  if (status.state === 'unknown') {
    return {
      vi: `${code}: không rõ; không có bảng nào mang mã này, xem lại mã hoặc tệp boards.json`,
      en: `${code}: unknown; no board has this code, look at the code or at boards.json again`,
    }
  }
  const title = printable(status.board.title)
  if (status.state === 'current') {
    const day =
      status.date === null
        ? { vi: '', en: '' }
        : { vi: `, danh mục ngày ${vietnameseDate(status.date)}`, en: `, list of ${status.date}` }
    return { vi: `${code}: còn đúng (${title}${day.vi})`, en: `${code}: current (${title}${day.en})` }
  }
  const since =
    status.supersededOn === null
      ? { vi: '', en: '' }
      : {
          vi: ` từ danh mục ngày ${vietnameseDate(status.supersededOn)}`,
          en: ` since the list of ${status.supersededOn}`,
        }
  const changes = status.changes.map(change => `\n  - ${printable(changeText(change))}`).join('')
  return {
    vi: `${code}: không còn đúng${since.vi} (${title})${changes}`,
    en: `${code}: superseded${since.en} (${title})${changes}`,
  }
}
