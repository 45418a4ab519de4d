import { durationUnits } from '../catalog/duration.js'
import { channels } from '../catalog/model.js'
import { catalogKeys, type Key, type Keys, type Type } from '../catalog/schema.js'
import type { Locale, Text } from '../locale.js'
import { catalogJsonVersion, privateKeys, publishedKeys } from './catalog-json.js'

type JsonSchema = { readonly [name: string]: unknown }

/**
 * The JSON Schema 2020-12 of `catalog.json`. The keys of the catalog come from its own schema, so that the two cannot differ;
 * here values have their types and shorthands are written out.
 */
export function catalogJsonSchema(locale: Locale): JsonSchema {
  const top: Record<string, JsonSchema> = {
    $schema: { type: 'string' },
    version: { const: catalogJsonVersion },
  }
  for (const name of publishedKeys) top[name] = labelled(catalogKeys[name], locale, normalised[name])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...title(
      { vi: 'Danh mục thủ tục hành chính đã công bố', en: 'Published catalog of administrative procedures' },
      locale,
    ),
    type: 'object',
    properties: top,
    required: ['version', 'fields', 'officers', 'procedures'],
    additionalProperties: false,
  }
}

function labelled(key: Key, locale: Locale, extra?: Derived): JsonSchema {
  return {
    ...title(key.title, locale),
    description: key.description[locale],
    'x-description': key.description,
    ...typed(key.type, locale, extra),
  }
}

function title(text: Text, locale: Locale): JsonSchema {
  return { title: text[locale], 'x-title': text }
}

function typed(type: Type, locale: Locale, extra?: Derived): JsonSchema {
  switch (type.kind) {
    case 'text':
      if (type.values !== undefined) return { enum: type.values }
      return { type: 'string', ...(type.pattern !== undefined && { pattern: type.pattern }) }
    // What a rule judges may be anything where the catalog was published with errors.
    case 'ruled':
      return { type: 'string' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'number':
      return { type: 'integer', minimum: 0 }
    case 'boolean':
      return { type: 'boolean' }
    case 'list':
      return { type: 'array', items: typed(type.items, locale, extra) }
    case 'record':
      return recordSchema(type.keys, locale, extra)
    case 'either':
      return { anyOf: type.options.map(option => typed(option, locale, extra)) }
  }
}

function recordSchema(keys: Keys, locale: Locale, extra?: Derived): JsonSchema {
  const shown = Object.entries(keys).filter(([name]) => !privateKeys.has(name))
  const required = shown.filter(([, key]) => key.required).map(([name]) => name)
  const properties: Record<string, JsonSchema> = Object.fromEntries(
    shown.map(([name, key]) => [name, labelled(key, locale)]),
  )
  if (extra !== undefined) properties['normalised'] = extra(locale)
  return {
    type: 'object',
    properties,
    required: extra === undefined ? required : [...required, 'normalised'],
    additionalProperties: false,
  }
}

/** The schema of what is read in the records of one list. */
type Derived = (locale: Locale) => JsonSchema

const text = { type: 'string' }
const whole = { type: 'integer', minimum: 0 }
const orNull = (schema: JsonSchema) => ({ anyOf: [schema, { type: 'null' }] })
const list = (items: JsonSchema) => ({ type: 'array', items })

/** Every key is always there. */
function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

function said(schema: JsonSchema, vi: string, en: string): Derived {
  return locale => ({ ...schema, description: { vi, en }[locale], 'x-description': { vi, en } })
}

/** An object whose keys say what they mean. */
function read(keys: Readonly<Record<string, Derived>>): Derived {
  return locale => object(Object.fromEntries(Object.entries(keys).map(([name, schema]) => [name, schema(locale)])))
}

const phone = said(
  orNull({ type: 'string', pattern: '^\\+?[0-9]+$' }),
  'Số để quay, như +842743822234; null khi số đã ghi không gọi được.',
  'The number to dial, such as +842743822234; null where the number as written reaches nobody.',
)

const page = said(
  text,
  'Địa chỉ của trang, tính từ thư mục chứa tệp này khi chưa biết địa chỉ công bố.',
  'Address of the page; relative to the folder of this file where the address of the site is not known.',
)

const time = {
  text,
  kind: orNull({ enum: ['immediate', 'same-day', 'span', 'not-set'] }),
  parts: list(
    object({ numerator: whole, denominator: { type: 'integer', minimum: 1 }, unit: { enum: durationUnits } }),
  ),
  from: orNull(text),
  afterThree: { type: 'boolean' },
  iso8601: orNull({ type: 'string', format: 'duration' }),
}

const normalised: Readonly<Partial<Record<(typeof publishedKeys)[number], Derived>>> = {
  agency: read({ phone, feedbackPhone: phone }),
  officers: read({ phone }),
  fields: read({ page, procedures: said(whole, 'Số thủ tục của lĩnh vực.', 'How many procedures the field has.') }),
  procedures: read({
    number: said({ type: 'integer', minimum: 1 }, 'Số thứ tự trong danh mục.', 'Its place in the list.'),
    page,
    search: said(
      text,
      'Tên không dấu, chữ thường, để tìm kiếm.',
      'The title without marks, in lower case, for searching.',
    ),
    serviceLevel: said(
      orNull(object({ name: text, scheme: orNull(text), online: orNull({ type: 'boolean' }) })),
      'Mức độ, nghị định quy định mức độ đó, và có nộp trực tuyến được không.',
      'The level, the decree whose scale it is, and whether the dossier can be handed in online.',
    ),
    times: said(
      list(object({ ...time, channel: orNull({ enum: channels }), when: orNull(text) })),
      'Từng thời hạn; iso8601 chỉ có khi nói được chính xác: ngày làm việc thì không.',
      'Each time; iso8601 only where it can be said exactly: working days cannot.',
    ),
    statutoryTime: said(orNull(object(time)), 'Thời hạn theo quy định.', 'The time that the law allows.'),
    fees: said(
      {
        anyOf: [
          { enum: ['none', 'exempt'] },
          list(object({ text, amount: orNull({ type: 'number' }), currency: orNull({ enum: ['VND', 'USD'] }) })),
        ],
      },
      'Từng mức thu; amount là null khi không đọc được chắc chắn.',
      'Each rate; amount is null where it cannot be read for certain.',
    ),
    channels: said(
      list({ enum: channels }),
      'Các cách nộp, kể cả bưu chính.',
      'The ways to hand in, the post included.',
    ),
    officer: said(orNull(text), 'Mã cán bộ để hỏi.', 'Id of the officer to ask.'),
    counter: said(orNull(text), 'Quầy tiếp nhận.', 'The counter.'),
    legalBases: said(
      list(
        object({
          number: text,
          kind: orNull({ enum: ['law', 'normative', 'joint', 'individual', 'consolidated'] }),
          year: orNull(whole),
        }),
      ),
      'Loại và năm của từng văn bản; null khi số không đúng cách viết.',
      'Kind and year of each document; null where the number is not written as the law has it.',
    ),
  }),
}
