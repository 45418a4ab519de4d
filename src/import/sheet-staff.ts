import { classifyPhone } from '../catalog/phone.js'
import type { Finding } from '../finding.js'
import { isErrorText } from './code-cell.js'
import { Ids, nameKey, type ReadOfficer, type ReadPhone, readOfficers, readPhones } from './contacts.js'
import { type MapValue, map, type Note, text, type Value } from './draft.js'
import { importFinding } from './import-rules.js'
import type { ProcedureRow } from './rows.js'
import { type CellPlace, placeOf, type Table } from './table.js'

interface Officer {
  readonly id: string
  readonly name: string
  readonly at: CellPlace
  jobTitle?: { readonly text: string; readonly at: CellPlace }
  phone?: { readonly said: ReadPhone; readonly at: CellPlace }
  email?: { readonly text: string; readonly at: CellPlace }
  extension?: { readonly text: string; readonly at: CellPlace }
  /** The digits of every number that the sheet gives for this officer. */
  readonly numbers: Set<string>
  readonly notes: Note[]
}

/** A part of what rows say of an officer: a name, and the number beside it. */
interface Said extends ReadOfficer {
  readonly at: CellPlace
}

/** The officers that the rows of a sheet name, each once. */
export class Staff {
  readonly findings: Finding[] = []
  readonly #ids = new Ids('can-bo')
  /** By name; people who share a name are told apart by their numbers. */
  readonly #byName = new Map<string, Officer[]>()
  readonly #officers: Officer[] = []
  readonly #told = new Set<string>()

  constructor(
    readonly table: Table,
    readonly own: { readonly phones: boolean; readonly jobTitles: boolean },
  ) {}

  /** The ids of the officers of a row, in the order in which they stand. `field` names whoever has a number and no name. */
  idsOf(row: ProcedureRow, field: string): string[] {
    const names = row
      .cells('officer')
      .filter(({ cell }) => !isErrorText(cell.text))
      .flatMap(({ cell, row: at, column }) =>
        readOfficers(cell.text, this.own).map((said): Said => ({ ...said, at: { row: at, column } })),
      )
    const phones = row
      .cells('officer.phone')
      .filter(({ cell }) => !isErrorText(cell.text))
      .flatMap(({ cell, row: at, column }) => readPhones(cell.text).map(said => ({ said, at: { row: at, column } })))
    if (names.length === 0 && phones.length === 0) return []
    const said = names.length > 0 ? names : [this.#unnamed(field, phones[0]?.at ?? { row: row.row, column: 0 })]
    const officers = said.map((officer, index) => {
      const own = officer.phone === undefined ? undefined : { said: officer.phone, at: officer.at }
      return this.#officer(officer, own ?? phoneOf(phones, index, said.length))
    })
    this.#describe(officers, row)
    if (said.length === 1 && officers[0] !== undefined) this.#spare(officers[0], phones)
    else if (phones.length > said.length && officers[0] !== undefined)
      this.#spare(officers[0], phones.slice(said.length))
    return [...new Set(officers.map(({ id }) => id))]
  }

  /** The records, in the order in which they were met. */
  *records(): Generator<MapValue> {
    for (const { id, name, at, jobTitle, phone, email, extension, notes } of this.#officers) {
      const value = (said: { readonly text: string; readonly at: CellPlace } | undefined): Value | undefined =>
        said === undefined ? undefined : text(said.text, said.at)
      yield {
        ...map(
          {
            id: text(id, at),
            name: text(name, at),
            jobTitle: value(jobTitle),
            phone: phone === undefined ? undefined : text(phone.said.number, phone.at),
            extension:
              value(extension) ??
              (phone?.said.extension === undefined ? undefined : text(phone.said.extension, phone.at)),
            email: value(email),
          },
          undefined,
        ),
        at,
        notes,
      }
    }
  }

  get count(): number {
    return this.#officers.length
  }

  #unnamed(field: string, at: CellPlace): Said {
    const name = `Cán bộ phụ trách lĩnh vực ${field}`
    this.#tell('sheet-officer-unnamed', at, name, {
      vi: `Lĩnh vực “${field}” có số điện thoại mà không có tên cán bộ; tạm ghi là “${name}”`,
      en: `The field “${field}” has a telephone number but no officer; written as “${name}” for now`,
    })
    return { name, at }
  }

  /** The same name with the same number is the same officer; so is one whose number another row leaves out. */
  #officer(
    { name, jobTitle, at }: Said,
    phone: { readonly said: ReadPhone; readonly at: CellPlace } | undefined,
  ): Officer {
    const key = nameKey(name) || name
    const same = this.#byName.get(key) ?? []
    // What is left of a destroyed number tells nobody apart.
    const digits = phone?.said.destroyed === true ? '' : (phone?.said.number.replace(/\D/g, '') ?? '')
    const known = same.find(({ numbers }) => digits === '' || numbers.size === 0 || numbers.has(digits))
    const fresh = () => ({ id: this.#ids.take(name), name, at, numbers: new Set<string>(), notes: [] })
    const officer = known ?? this.#add(key, fresh(), same)
    if (digits !== '') officer.numbers.add(digits)
    const sound = phone !== undefined && this.#isSound(officer, phone)
    if (sound && officer.phone === undefined) officer.phone = phone
    if (officer.jobTitle === undefined && jobTitle !== undefined) officer.jobTitle = { text: jobTitle, at }
    return officer
  }

  #add(key: string, officer: Officer, same: readonly Officer[]): Officer {
    this.#byName.set(key, [...same, officer])
    this.#officers.push(officer)
    return officer
  }

  #isSound(officer: Officer, { said, at }: { readonly said: ReadPhone; readonly at: CellPlace }): boolean {
    if (said.destroyed === true) {
      this.#tell('sheet-value-destroyed', at, said.number, {
        vi: `Số điện thoại của ${officer.name} là “${said.number}”: Excel đã đổi thành số và mất chữ số; hỏi lại số máy rồi nhập ở cột định dạng Văn bản`,
        en: `The telephone number of ${officer.name} is “${said.number}”: Excel made a number of it and lost digits; ask for it again`,
      })
      this.#note(officer, `Số điện thoại trong bảng: ${said.number} (Excel đã làm mất chữ số)`, at)
      return false
    }
    if (said.restored === true) {
      this.#tell('sheet-value-repaired', at, said.number, {
        vi: `Số điện thoại của ${officer.name} mất số 0 đầu vì Excel coi là số; đã ghi ${said.number}`,
        en: `The telephone number of ${officer.name} had lost its leading zero in Excel; written as ${said.number}`,
      })
    }
    return true
  }

  /** Job titles, addresses and extensions beside the names: one for all, or one for each. */
  #describe(officers: readonly Officer[], row: ProcedureRow): void {
    for (const [key, name] of [
      ['officer.jobTitle', 'jobTitle'],
      ['officer.email', 'email'],
      ['officer.extension', 'extension'],
    ] as const) {
      const said = row.cells(key).flatMap(({ cell, row: at, column }) => {
        const pieces = officers.length > 1 ? cell.text.split(/[\n\r;]+/) : [cell.text]
        return pieces.map(piece => ({ text: piece.trim(), at: { row: at, column } })).filter(piece => piece.text !== '')
      })
      for (const [index, officer] of officers.entries()) {
        const own = said.length === officers.length ? said[index] : said[0]
        if (own === undefined) continue
        if (officer[name] === undefined) officer[name] = own
        else if (officer[name].text !== own.text) this.#note(officer, `Trong bảng còn ghi: ${own.text}`, own.at)
      }
    }
  }

  /** Of several numbers the office line is published; the others are kept beside it. */
  #spare(officer: Officer, phones: readonly { readonly said: ReadPhone; readonly at: CellPlace }[]): void {
    for (const { said, at } of phones) {
      officer.numbers.add(said.number.replace(/\D/g, ''))
      if (officer.phone?.said.number === said.number || said.destroyed === true) continue
      const label = said.label === undefined ? '' : ` (${said.label})`
      this.#note(officer, `Số khác trong bảng${label}: ${said.number}`, at)
    }
  }

  #note({ id, notes }: Officer, text: string, at: CellPlace): void {
    if (this.#isTold(`${id} ${text}`)) return
    notes.push({ text, at })
  }

  /** Thirty rows of one officer say the same thing. */
  #tell(rule: Parameters<typeof importFinding>[0], at: CellPlace, what: string, message: Finding['message']): void {
    if (this.#isTold(`${rule} ${what} ${message.vi}`)) return
    this.findings.push(importFinding(rule, placeOf(this.table, at.row, at.column), message))
  }

  #isTold(what: string): boolean {
    if (this.#told.has(what)) return true
    this.#told.add(what)
    return false
  }
}

/** The number of the officer at an index: its own, the one that all share, or the office line among several. */
function phoneOf(
  phones: readonly { readonly said: ReadPhone; readonly at: CellPlace }[],
  index: number,
  officers: number,
): { readonly said: ReadPhone; readonly at: CellPlace } | undefined {
  if (officers > 1) return phones.length === 1 ? phones[0] : phones[index]
  return phones.find(({ said }) => classifyPhone(said.number).kind === 'landline') ?? phones[0]
}
