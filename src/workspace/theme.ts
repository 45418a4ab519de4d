import { accentContrast, isColour, ratioText, readableContrast, type Scheme } from '../catalog/colour.js'
import type { Keys, Type } from '../catalog/schema.js'
import type { ShapeReader } from '../catalog/shape.js'
import type { Node } from '../catalog/tree.js'
import type { Theme } from '../check/settings.js'
import type { Text } from '../locale.js'

const colour: Type = { kind: 'text' }

const themeKeys = {
  accent: {
    title: { vi: 'Màu nhấn', en: 'Accent' },
    description: {
      vi: 'Màu của liên kết và nút bấm, viết trong nháy kép: "#0b4f8a".',
      en: 'The colour of links and buttons, in quotes: "#0b4f8a".',
    },
    type: colour,
  },
  accentDark: {
    title: { vi: 'Màu nhấn trên nền tối', en: 'Accent on dark pages' },
    description: {
      vi: 'Không ghi thì lấy màu nhấn pha nhạt cho dễ đọc.',
      en: 'Without it, the accent is lightened until it can be read.',
    },
    type: colour,
  },
  logo: {
    title: { vi: 'Biểu trưng', en: 'Logo' },
    description: {
      vi: 'Tệp .svg, .png, .jpg hoặc .webp, tính từ thư mục của tệp cấu hình.',
      en: 'A file .svg, .png, .jpg or .webp, seen from the folder of the configuration.',
    },
    type: { kind: 'text' },
  },
  footer: {
    title: { vi: 'Dòng cuối trang', en: 'Foot of the page' },
    description: { vi: 'Mỗi mục một dòng.', en: 'A line for each item.' },
    type: { kind: 'list', items: { kind: 'text' } },
  },
} as const satisfies Keys

export const themeType: Type = { kind: 'record', keys: themeKeys }

const schemes: Readonly<Record<'accent' | 'accentDark', Scheme>> = { accent: 'light', accentDark: 'dark' }

/** The theme without the colours that could not be read; those become findings. */
export function readTheme(reader: ShapeReader, node: Node, title: Text): Theme | undefined {
  const theme = reader.record<Theme>(themeType, node, title)
  if (theme === undefined || node.kind !== 'map') return undefined
  const sound: Record<string, unknown> = { ...theme }
  for (const { key, value } of node.entries) {
    if (key.text !== 'accent' && key.text !== 'accentDark') continue
    const written = theme[key.text] ?? ''
    const objection = objectionTo(written, schemes[key.text])
    if (objection === undefined) continue
    reader.say(objection.rule, value.start, value.end, objection.message)
    delete sound[key.text]
  }
  return sound
}

function objectionTo(written: string, scheme: Scheme) {
  if (!isColour(written)) {
    return {
      rule: 'catalog-shape',
      message: {
        vi: `Màu “${written}” không đọc được, cần viết như "#0b4f8a"`,
        en: `The colour “${written}” cannot be read, expected one such as "#0b4f8a"`,
      },
    } as const
  }
  const ratio = accentContrast(written, scheme)
  if (ratio >= readableContrast) return undefined
  const text = ratioText(ratio)
  const where = { light: { vi: 'nền sáng', en: 'light pages' }, dark: { vi: 'nền tối', en: 'dark pages' } }[scheme]
  return {
    rule: 'theme-contrast-low',
    message: {
      vi: `Màu “${written}” trên ${where.vi} chỉ có độ tương phản ${text.replace('.', ',')}, cần ít nhất 4,5`,
      en: `The colour “${written}” has a contrast of ${text} on ${where.en}, expected at least 4.5`,
    },
  } as const
}
