import { posix } from 'node:path'
import { type Loaded, load } from '../catalog/load.js'
import type { Agency, OpeningHours } from '../catalog/model.js'
import { type ReferenceField, referenceFields } from '../catalog/reference-fields.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import { dayOrMonth } from '../catalog/reference-list.js'
import { writtenHours } from '../catalog/written-hours.js'
import { judge } from '../check/judge.js'
import { noSettings } from '../check/settings.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import { referenceAsOf } from '../generated/reference.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { type NewCatalog, newCatalog } from '../renderers/new-catalog.js'
import { printable } from '../reports/printable.js'
import { todoList } from '../reports/todo.js'
import { wrap } from '../reports/wrap.js'
import { contentCounts } from '../wording.js'
import { discover } from '../workspace/discover.js'
import { readReference } from '../workspace/reference.js'
import { readWithSettings, report } from './check.js'
import {
  type Answer,
  cleaned,
  howToChoose,
  type OfficeName,
  questions,
  readFields,
  readHours,
  readName,
  readProvince,
  usualFields,
  usualHours,
} from './init-questions.js'

export interface InitOptions {
  readonly lang: Locale
  readonly date: string
  readonly name?: string
  readonly province?: string
  readonly address?: string
  readonly phone?: string
  readonly hours?: string
  readonly field?: readonly string[]
  /** Takes the default of whatever no option gives. */
  readonly yes?: boolean
}

/** Writes a first catalog into a folder that has none, and says what is left to be filled in. */
export async function initCommand(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const target = posix.normalize(folder.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '')
  await refuseCatalog(target, io)
  const reference = await readReference(undefined, io)
  const interview = new Interview(options, reference, io)
  const office = await interview.hold()
  if (office === undefined) return exit.usage
  const { path, text } = newCatalog(office)
  const file = posix.join(target, path)
  await create(file, text, io)
  await tellWhatIsLeft(target, file, options, reference, io)
  return exit.ok
}

/** Every YAML file below a folder belongs to its catalog, so there must be none. */
async function refuseCatalog(folder: string, io: Io): Promise<void> {
  const found = await yamlBelow(folder, io)
  if (found === undefined) return
  throw new Failure({
    vi: `Thư mục “${folder}” đã có “${found}” nên không ghi gì; chỉ ra thư mục khác: tthc init <thư mục>`,
    en: `The folder “${folder}” holds “${found}” already, so nothing was written; name another: tthc init <folder>`,
  })
}

async function yamlBelow(folder: string, io: Io): Promise<string | undefined> {
  try {
    if ((await io.list(folder)) === undefined) return folder
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw new Failure(cannotWrite(folder, error))
  }
  try {
    return (await discover(folder, io))[0]?.files[0]
  } catch (error) {
    // A folder without YAML files is what is wanted.
    if (error instanceof Failure) return undefined
    throw error
  }
}

async function create(file: string, text: string, io: Io): Promise<void> {
  let created: boolean
  try {
    created = await io.create(file, text)
  } catch (error) {
    throw new Failure(cannotWrite(file, error))
  }
  if (created) return
  throw new Failure({
    vi: `“${file}” vừa có người khác ghi nên giữ nguyên, không ghi đè`,
    en: `Somebody else has written “${file}” meanwhile; it was left as it is`,
  })
}

function cannotWrite(path: string, error: unknown): Text {
  const code = (error as { code?: string }).code ?? String(error)
  return { vi: `Không ghi được “${path}” (${code})`, en: `“${path}” could not be written (${code})` }
}

async function tellWhatIsLeft(
  folder: string,
  file: string,
  { date, lang }: InitOptions,
  reference: ReferenceList,
  io: Io,
): Promise<void> {
  const [only] = await readWithSettings([folder], io)
  if (only === undefined) return
  const { procedures, fields, officers, findings } = report(only.loaded, { today: date, reference }, only.settings)
  const counts = contentCounts(procedures, fields, officers)[lang]
  io.out(`${{ vi: 'Đã ghi', en: 'Wrote' }[lang]} ${printable(file)}: ${counts}\n`)
  io.out(`\n${todoList(findings, lang)}`)
  const check = folder === '.' ? 'tthc check' : `tthc check ${/[^\w./-]/.test(folder) ? `"${folder}"` : folder}`
  io.out(`\n${{ vi: 'Xem từng chỗ', en: 'Each place' }[lang]}: ${printable(check)}\n`)
}

/** Asks what no option gives, or takes the defaults where nobody is there to be asked. */
class Interview {
  readonly #fields: readonly ReferenceField[]

  constructor(
    readonly options: InitOptions,
    readonly reference: ReferenceList,
    readonly io: Io,
  ) {
    this.#fields = referenceFields(reference.entries)
  }

  /** Undefined where an option will not do; that has been said. */
  async hold(): Promise<NewCatalog | undefined> {
    try {
      return await this.#office()
    } catch (error) {
      if (!(error instanceof WrongOption)) throw error
      const { vi, en } = error.text
      this.io.err(`tthc: ${{ vi, en }[this.options.lang]}\n`)
      return undefined
    }
  }

  async #office(): Promise<NewCatalog> {
    const { name, shortName } = await this.#ask<OfficeName>('name', async written => {
      const answer = readName(written)
      return 'problem' in answer ? answer : this.#checked(answer.value, { name: answer.value.name }, 'name')
    })
    const known: Partial<Agency> = { name }
    const province = await this.#askText('province', known, readProvince)
    const address = await this.#askText('address', { ...known, ...given('province', province) }, undefined, () =>
      [placeOf(name), province].filter(part => part !== undefined && part !== '').join(', '),
    )
    const phone = await this.#askText('phone', { ...known, ...given('province', province) })
    const hours = await this.#ask<readonly OpeningHours[]>(
      'hours',
      async written => {
        const answer = readHours(written)
        if ('problem' in answer) return answer
        return this.#checked(answer.value, { ...known, openingHours: answer.value }, 'openingHours')
      },
      writtenHours(usualHours),
    )
    return {
      name,
      ...given('shortName', shortName),
      ...given('province', province),
      ...given('address', address),
      ...given('phone', phone),
      hours,
      date: this.options.date,
      fields: await this.#askFields(),
      referenceAsOf: dayOrMonth(referenceAsOf).vi,
    }
  }

  /** A text that may be left out. */
  async #askText(
    key: 'province' | 'address' | 'phone',
    known: Partial<Agency>,
    read: (written: string) => Answer<string> = written => ({ value: cleaned(written) }),
    usual: () => string = () => '',
  ): Promise<string | undefined> {
    const value = await this.#ask<string>(
      key,
      async written => {
        const answer = read(written)
        if ('problem' in answer || answer.value === '') return answer
        return this.#checked(answer.value, { ...known, [key]: answer.value }, key)
      },
      usual(),
    )
    return value === '' ? undefined : value
  }

  async #askFields(): Promise<readonly ReferenceField[]> {
    const { field } = this.options
    const usual = usualFields.join('; ')
    if (field !== undefined) return this.#option('field', field.join('; '), async one => readFields(one, this.#fields))
    if (this.#mayAsk()) this.io.err(`\n${fieldTable(this.#fields)}\n\n${wrap(howToChoose[this.options.lang], 80)}\n`)
    return this.#ask('fields', async written => readFields(written, this.#fields), usual)
  }

  #mayAsk(): boolean {
    return this.io.ask !== undefined && this.options.yes !== true
  }

  /** `usual` is taken for an empty answer; undefined where there must be one. */
  async #ask<T>(
    key: keyof typeof questions,
    read: (written: string) => Promise<Answer<T>>,
    usual?: string,
  ): Promise<T> {
    const option = key === 'fields' ? undefined : this.options[key]
    if (option !== undefined) return this.#option(key, option, read)
    if (this.io.ask === undefined || this.options.yes === true) {
      if (usual === undefined) throw new WrongOption(missingOption)
      return this.#option(key, usual, read)
    }
    while (true) {
      const written = await this.io.ask(this.#prompt(key, usual))
      if (written === undefined) throw new Failure(stopped)
      const answer = await read(written.trim() === '' ? (usual ?? '') : written)
      if ('value' in answer) return answer.value
      this.io.err(`${wrap(printable(answer.problem[this.options.lang]), 80)}\n`)
    }
  }

  #prompt(key: keyof typeof questions, usual: string | undefined): string {
    const { lang } = this.options
    const skip = { vi: 'Enter để bỏ qua', en: 'Enter to leave it out' }[lang]
    const note = usual === undefined ? '' : ` [${usual === '' ? skip : printable(usual)}]`
    return `${questions[key][lang]}${note}: `
  }

  async #option<T>(key: string, written: string, read: (written: string) => Promise<Answer<T>>): Promise<T> {
    const answer = await read(written)
    if ('value' in answer) return answer.value
    const { vi, en } = answer.problem
    throw new WrongOption({
      vi: `giá trị “${printable(written)}” của “--${key}” không dùng được: ${printable(vi)}`,
      en: `the value “${printable(written)}” of “--${key}” will not do: ${printable(en)}`,
    })
  }

  /** Lets the rules of a check judge one answer, so that a wrong one is heard of at once and in their words. */
  async #checked<T>(value: T, agency: Partial<Agency>, key: keyof Agency): Promise<Answer<T>> {
    const office = { name: '', ...agency }
    const { path, text } = newCatalog({
      ...given('province', office.province),
      ...given('address', office.address),
      ...given('phone', office.phone),
      name: office.name,
      hours: office.openingHours ?? usualHours,
      date: this.options.date,
      fields: [],
      referenceAsOf: '',
    })
    const loaded = await load(path, [{ path, text }])
    const { findings } = judge(loaded, { today: this.options.date, reference: this.reference }, noSettings)
    const about = findings.find(
      ({ rule, at, severity }) => severity !== 'info' && !left.has(rule) && isIn(loaded, key, at),
    )
    return about === undefined ? { value } : { problem: about.message }
  }
}

/** Points at the name of the office for want of another place. */
const left: ReadonlySet<string> = new Set(['agency-feedback-missing', 'catalog-empty'])

function isIn({ catalog: { agency }, sources }: Loaded, key: keyof Agency, at: { readonly start: number }): boolean {
  if (agency === undefined) return true
  const place = sources.where(agency, key)
  // A list is shown by its first item; what is said of the others lies behind it.
  return at.start >= place.start && (key === 'openingHours' || at.start <= place.end)
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [name in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in K]: T })
}

/** “Ủy ban nhân dân phường Hoa Mai” is in “Phường Hoa Mai”. */
function placeOf(name: string): string {
  const place = name.replace(/^Ủy ban nhân dân /, '')
  return place === name ? '' : place.charAt(0).toUpperCase() + place.slice(1)
}

/** Names and numbers in two columns, or in one where a name is too long. */
function fieldTable(fields: readonly ReferenceField[]): string {
  const cells = fields.map(
    ({ name, procedures }, at) => `${String(at + 1).padStart(3)}. ${name} (${procedures.length})`,
  )
  const lines: string[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const [first = '', second = ''] = [cells[at], cells[at + 1]]
    if (first.length < 40 && second.length <= 40 && second !== '') {
      lines.push(first.padEnd(40) + second)
      at += 1
    } else lines.push(first)
  }
  return lines.join('\n')
}

/** An option that will not do: wrong use, unlike a failure. */
class WrongOption extends Error {
  constructor(readonly text: Text) {
    super(text.en)
  }
}

const missingOption: Text = {
  vi: 'thiếu tùy chọn “--name”: lệnh không chạy trong cửa sổ lệnh nên không hỏi được tên cơ quan; xem tthc init --help',
  en: 'option “--name” is missing: nobody is there to be asked for the name; see tthc init --help',
}

const stopped: Text = { vi: 'Đã dừng, chưa ghi gì', en: 'Stopped; nothing was written' }
