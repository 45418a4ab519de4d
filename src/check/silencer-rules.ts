import { readingRules } from '../catalog/reading.js'
import type { Finding, RuleMeta } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'

/** What may be wrong with a silencer: a comment, or an entry of a configuration, that keeps a rule quiet. Explained like rules. */
export const silencerRules = {
  'silencer-without-reason': {
    id: 'silencer-without-reason',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Bỏ qua quy tắc mà không ghi lý do', en: 'A rule is silenced without a reason' },
    why: {
      vi: 'Không có lý do thì người rà soát sau này không biết chỗ sai được bỏ qua có chủ ý hay bỏ sót.',
      en: 'Without a reason nobody who reviews the list later can tell a decision from an oversight.',
    },
    remedy: {
      vi: 'Ghi lý do sau dấu hai chấm: # tthc-ignore <quy tắc>: <lý do>; trong tthc.config.yaml ghi ở khóa reason.',
      en: 'Write it after a colon: # tthc-ignore <rule>: <reason>; in tthc.config.yaml under the key reason.',
    },
  },
  'silencer-unknown-rule': {
    id: 'silencer-unknown-rule',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Ghi chú bỏ qua nêu quy tắc không có', en: 'A silencer names a rule that does not exist' },
    why: {
      vi: 'Tên gõ nhầm không bỏ qua được gì, còn người đọc lại tưởng chỗ sai đã được cân nhắc.',
      en: 'A mistyped name silences nothing, while readers believe that the fault has been considered.',
    },
    remedy: {
      vi: 'Chép đúng tên quy tắc trong ngoặc vuông ở cuối thông báo.',
      en: 'Copy the name of the rule from the square brackets at the end of its message.',
    },
  },
  'silencer-unused': {
    id: 'silencer-unused',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Ghi chú bỏ qua không còn bỏ qua gì', en: 'A silencer silences nothing' },
    why: {
      vi: 'Chỗ sai đã được sửa; nếu giữ ghi chú, lỗi mới ở đúng dòng này sẽ không ai được báo.',
      en: 'The fault has been mended; were the comment kept, nobody would hear of a new one on the same line.',
    },
    remedy: {
      vi: 'Xóa ghi chú, hoặc chuyển nó đến đúng dòng có vấn đề (cùng dòng hoặc dòng ngay trên).',
      en: 'Delete it, or move it to the line of the fault (the same line or the one above).',
    },
  },
  'silence-forbidden': {
    id: 'silence-forbidden',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Bỏ qua quy tắc không được phép bỏ qua', en: 'A rule is silenced that must not be' },
    why: {
      vi: 'Cấp trên quy định quy tắc này áp dụng cho mọi danh mục; một phường tự bỏ qua thì người dân phường đó chịu thiệt.',
      en: 'The office above wants this rule kept by every list; where one ward leaves it out, its citizens bear the damage.',
    },
    remedy: {
      vi: 'Sửa chỗ sai và xóa ghi chú, hoặc đề nghị đơn vị giữ cấu hình gốc bỏ quy tắc khỏi forbidSilence.',
      en: 'Mend the fault and delete the silencer, or ask whoever keeps the base configuration to take the rule off forbidSilence.',
    },
  },
} as const satisfies Record<string, RuleMeta>

export type SilencerRule = keyof typeof silencerRules

export function silencerFinding(rule: SilencerRule, at: Location, message: Text): Finding {
  return { rule, severity: silencerRules[rule].severity, at, message }
}

/** What could not be read was neither checked nor published, and what is said of a silencer must be heard. */
const unsilenceable: ReadonlySet<string> = new Set([...Object.keys(readingRules), ...Object.keys(silencerRules)])

export function canBeSilenced(rule: string): boolean {
  return !unsilenceable.has(rule)
}

/** What to say of a rule that was silenced although it must not be. */
export function forbiddenMessage(rule: string): Text {
  if (!canBeSilenced(rule)) {
    return {
      vi: `Không thể bỏ qua quy tắc “${rule}”; phải sửa chính chỗ sai`,
      en: `The rule “${rule}” cannot be silenced; the fault itself must be mended`,
    }
  }
  return {
    vi: `Cấu hình (forbidSilence) không cho bỏ qua quy tắc “${rule}”; phải sửa chính chỗ sai`,
    en: `The configuration (forbidSilence) does not let the rule “${rule}” be silenced; the fault itself must be mended`,
  }
}
