import { excerpt } from '../catalog/excerpt.js'
import { type PlacedText, texts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'

export const placeholderText: Rule = {
  meta: {
    id: 'placeholder-text',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Nội dung điền tạm còn sót lại',
      en: 'Text that was to be replaced is still there',
    },
    why: {
      vi: 'Người dân đọc thấy “fffff” hay “đang cập nhật” thì không biết gì thêm, và mất lòng tin vào cả danh mục.',
      en: 'Citizens who read “fffff” or “đang cập nhật” learn nothing, and stop trusting the rest.',
    },
    remedy: {
      vi: 'Ghi nội dung thật, hoặc xóa hẳn khóa hay thủ tục đó cho đến khi có.',
      en: 'Write what is true, or delete the key or the procedure until it is known.',
    },
  },

  *check(catalog, { where }) {
    for (const placed of texts(catalog)) {
      if (!isPlaceholder(placed)) continue
      const { record, key, item, text } = placed
      yield {
        at: where(record, key, item),
        message: {
          vi: `Giá trị “${excerpt(text)}” của khóa “${key}” là nội dung điền tạm, cần nội dung thật`,
          en: `The value “${excerpt(text)}” of the key “${key}” is a placeholder, expected what is true`,
        },
      }
    }
  },
}

/** Names within the catalog may be anything; other rules judge codes and telephone numbers. */
const names: ReadonlySet<string> = new Set([
  'id',
  'field',
  'officer',
  'officers',
  'deputy',
  'code',
  'phone',
  'extension',
])

const phrases =
  /^(?:test(?:ing)?(?: ?\d+)?|demo|todo|tbd|fixme|n\/a|null|none|undefined|nan|string|lorem ipsum.*|\[object object\]|#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!)|(?:đang|chưa|chờ|sẽ) (?:được )?cập nhật|cập nhật sau|đang (?:xây dựng|hoàn thiện|bổ sung)|(?:điền|nhập|ghi) (?:nội dung )?(?:vào đây|sau))$/iu
/** A key held down: “fffff”, “xxx”. */
const oneLetter = /^([\p{L}?*_])\1{2,}$/iu
/** A hand that strokes the keys. */
const keyboardRow = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb/i
const nobody = /^(?:nguyễn|trần|lê|phạm) (?:văn|thị) [a-zđ]$/iu
const madeUpEmail =
  /^(?:([a-z]{1,3})@\1(?:\..*)?|(?:test|abc|xxx|email|a|x)@.*|.*@(?:test|abc|xyz|domain|email)\.\w+)$/i

/** A placeholder is short; and a pattern that goes back over millions of letters runs out of memory. */
const longest = 500

function isPlaceholder({ record, key, text }: PlacedText): boolean {
  if (names.has(key) || text.length > longest) return false
  const whole = text.trim().replace(/^[([{<]+|[)\]}>.…]+$/g, '')
  // “none” is a value of the format: dossier, forms, conditions, fees, serviceLevel.
  if (whole === 'none' && text === 'none')
    return !['dossier', 'forms', 'conditions', 'fees', 'serviceLevel'].includes(key)
  if (whole === '' || !/[\p{L}\p{N}]/u.test(whole)) return !/[\p{L}\p{N}]/u.test(text)
  if (/^https?:/i.test(whole)) return false
  if (key === 'email') return madeUpEmail.test(whole)
  if (key === 'name' && 'jobTitle' in record && nobody.test(whole)) return true
  return phrases.test(whole) || oneLetter.test(whole) || keyboardRow.test(whole)
}
