import { legalKey } from '../catalog/legal.js'
import type {
  Agency,
  Applicant,
  Catalog,
  Channel,
  Decision,
  LegalReference,
  Officer,
  Paper,
  Procedure,
} from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'
import { siteAddresses } from '../views/addresses.js'
import { webAddress } from '../views/agency.js'
import { wardName } from '../views/area.js'
import { feeValues, timeValue } from '../views/case-values.js'
import { contactNumber } from '../views/contact-number.js'
import { handingIn } from '../views/procedure.js'
import { procedureParts } from '../views/procedure-parts.js'
import { procedureSummary } from '../views/summary.js'
import { channelsText, hoursLines, levelText } from '../views/vietnamese-text.js'
import type { Graph, Resource, Term } from './rdf.js'

const prefixes = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const authority = 'http://publications.europa.eu/resource/authority/'
const vietnam = `${authority}country/VNM`
const vietnamese = `${authority}language/VIE`
const weekly = `${authority}frequency/WEEKLY`

const dataset = './#danh-muc'
const agencyId = './#co-quan'
const areaId = './#dia-ban'
const hoursId = './#gio-tiep-nhan'

/**
 * The catalog in CPSV-AP 3.2, the profile in which European portals exchange public services. Things are called by the
 * addresses of their pages (`thu-tuc/1.001193/#thu-tuc`), relative where no base is known.
 *
 * `cv:processingTime` is an xsd:duration, which knows calendar days only: it is given where one time holds for all cases and
 * can be said exactly. Working days (“5 ngày làm việc”), “trong ngày” and times by case stand in words, in the description of
 * the service and of its channels.
 */
export function cpsvGraph(catalog: Catalog, base?: string | undefined): Graph {
  return new CatalogGraph(catalog, base).graph()
}

type Statements = (readonly [string, Term | undefined])[]

class CatalogGraph {
  readonly #catalog: Catalog
  readonly #base: string | undefined
  readonly #addresses
  readonly #resources = new Map<string, Resource>()
  readonly #ids = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #authorities = new Map<string, Term>()
  readonly #legalIds = new Map<string, string>()
  readonly #fields
  readonly #officers

  constructor(catalog: Catalog, base: string | undefined) {
    this.#catalog = catalog
    this.#base = base
    this.#addresses = siteAddresses(catalog)
    this.#fields = new Map(catalog.fields.map(field => [field.id, field]))
    this.#officers = new Map(catalog.officers.map(officer => [officer.id, officer]))
  }

  graph(): Graph {
    this.#addDataset()
    this.#addAgency()
    for (const procedure of this.#catalog.procedures) this.#addService(procedure)
    return { prefixes, base: this.#base, resources: [...this.#resources.values()] }
  }

  /** Adds a thing, unless it is there already, and gives its id. */
  #add(id: string, types: readonly string[], statements: Statements): string {
    if (!this.#resources.has(id)) {
      const said = statements.flatMap(([predicate, term]) => (term === undefined ? [] : [[predicate, term] as const]))
      this.#resources.set(id, { id, types, statements: said })
    }
    return id
  }

  /** `./#co-quan-cong-an-phuong`: one id for a key, two ids for two keys. */
  #idOf(kind: string, key: string): string {
    const known = this.#ids.get(`${kind} ${key}`)
    if (known !== undefined) return known
    const name = `./#${kind}-${
      fold(key)
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 80) || 'x'
    }`
    let id = name
    for (let again = 2; this.#taken.has(id); again += 1) id = `${name}-${again}`
    this.#ids.set(`${kind} ${key}`, id)
    this.#taken.add(id)
    return id
  }

  #concept(id: string, vi: string, more: Statements = []): Term {
    return { iri: this.#add(id, ['skos:Concept'], [['skos:prefLabel', text(vi)], ...more]) }
  }

  #document(address: string | null | undefined, title?: string): Term | undefined {
    if (address == null) return undefined
    return {
      iri: this.#add(address, ['foaf:Document'], [['dct:title', title === undefined ? undefined : text(title)]]),
    }
  }

  #addDataset(): void {
    const { agency, publication, procedures } = this.#catalog
    const name = agency?.shortName ?? agency?.name
    const title = `Danh mục thủ tục hành chính${name === undefined ? '' : ` của ${name}`}`
    const counts = `${title}: ${procedures.length} thủ tục.`
    const notice = publication?.notice === undefined ? '' : ` ${publication.notice}`
    this.#add(
      dataset,
      ['dcat:Dataset'],
      [
        ['dct:title', text(title)],
        ['dct:description', text(counts + notice)],
        ['dct:identifier', plain(this.#base ?? 'danh-muc')],
        ['dct:publisher', { iri: agencyId }],
        ['dct:issued', date(publication?.date)],
        ['dct:language', this.#language()],
        ['dcat:landingPage', this.#base === undefined ? undefined : this.#document(this.#base, title)],
        ['dct:source', publication?.decision === undefined ? undefined : this.#legal(publication.decision)],
        ...procedures.map(procedure => ['dct:hasPart', { iri: this.#service(procedure) }] as const),
      ],
    )
  }

  #language(): Term {
    return { iri: this.#add(vietnamese, ['dct:LinguisticSystem'], [['skos:prefLabel', text('Tiếng Việt')]]) }
  }

  #addAgency(): void {
    const { agency } = this.#catalog
    const name = agency?.name ?? 'Cơ quan công bố'
    this.#add(
      agencyId,
      ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'],
      [
        ['skos:prefLabel', text(name)],
        ['skos:altLabel', agency?.shortName === undefined ? undefined : text(agency.shortName)],
        ['dct:title', text(name)],
        ['dct:identifier', plain(agency?.id ?? 'co-quan')],
        ['dct:spatial', this.#area()],
        ['locn:address', agency?.address === undefined ? undefined : this.#address(agency)],
        ['foaf:homepage', this.#document(webAddress(agency?.website))],
      ],
    )
  }

  #area(): Term {
    const { agency } = this.#catalog
    const ward = wardName(agency)
    const name = [ward, agency?.province].filter(part => part !== undefined).join(', ')
    if (name === '') return this.#country()
    const country = this.#country()
    return {
      iri: this.#add(
        areaId,
        ['dct:Location'],
        [
          ['rdfs:label', text(name)],
          ['dct:isPartOf', country],
        ],
      ),
    }
  }

  #country(): Term {
    return { iri: this.#add(vietnam, ['dct:Location'], [['rdfs:label', text('Việt Nam')]]) }
  }

  #address({ address, province }: Agency): Term {
    return {
      iri: this.#add(
        './#dia-chi',
        ['locn:Address'],
        [
          ['locn:fullAddress', address === undefined ? undefined : text(address)],
          ['locn:adminUnitL2', province === undefined ? undefined : text(province)],
          ['locn:adminUnitL1', text('Việt Nam')],
        ],
      ),
    }
  }

  #hours(): Term | undefined {
    const hours = this.#catalog.agency?.openingHours ?? []
    if (hours.length === 0) return undefined
    return {
      iri: this.#add(
        hoursId,
        ['time:TemporalEntity'],
        [
          ['dct:description', text(hoursLines(hours).join('; '))],
          ['cv:frequency', this.#concept(weekly, 'Hằng tuần')],
        ],
      ),
    }
  }

  #service(procedure: Procedure): string {
    return `${this.#page(procedure)}#thu-tuc`
  }

  #page(procedure: Procedure): string {
    return this.#addresses.procedures.get(procedure) ?? ''
  }

  #addService(procedure: Procedure): void {
    const { code, title, shortTitle, applicants, interlinked, serviceLevel } = procedure
    const page = this.#page(procedure)
    const parts = procedureParts(procedure)
    const channels = this.#channels(procedure)
    this.#add(
      this.#service(procedure),
      ['cpsv:PublicService'],
      [
        ['dct:identifier', plain(code)],
        ['dct:title', text(title)],
        ['dcat:keyword', shortTitle === undefined ? undefined : text(shortTitle)],
        ['dct:description', text(procedureSummary(procedure, this.#catalog) || title)],
        ['dct:language', this.#language()],
        ['dct:isPartOf', { iri: dataset }],
        ['dct:spatial', this.#area()],
        ['foaf:page', this.#base === undefined ? undefined : this.#document(page, title)],
        ['cv:thematicArea', this.#field(procedure)],
        ['cv:isClassifiedBy', serviceLevel === undefined ? undefined : this.#level(serviceLevel)],
        ['cv:hasCompetentAuthority', this.#authority(procedure.authority)],
        ...(interlinked ?? []).map(name => ['cv:hasParticipation', this.#participation(page, name)] as const),
        ...(applicants ?? []).map(applicant => ['dct:audience', this.#audience(applicant)] as const),
        ['cv:processingTime', duration(timeValue(procedure.processingTime).iso)],
        ...[...channels.values()].map(iri => ['cv:hasChannel', { iri }] as const),
        ...this.#costs(procedure, channels).map(cost => ['cv:hasCost', cost] as const),
        ['cpsv:follows', this.#rule(procedure)],
        ...this.#evidence(procedure).map(evidence => ['cpsv:hasInput', evidence] as const),
        ...(parts.forms ?? []).map(({ name, url }, index) => {
          const iri = url ?? `${page}#bieu-mau-${index + 1}`
          return ['foaf:page', this.#document(iri, name)] as const
        }),
        ...(procedure.results ?? []).map((name, index) => ['cpsv:produces', this.#output(page, name, index)] as const),
        ...(parts.conditions ?? []).map(
          (name, index) => ['cv:holdsRequirement', this.#requirement(page, name, index)] as const,
        ),
        ...this.#bases(procedure).map(basis => ['cv:hasLegalResource', basis] as const),
        ['cv:contactPoint', this.#contact(procedure)],
        ...this.#related(procedure).map(related => ['cv:relatedService', related] as const),
      ],
    )
  }

  #field({ field: id }: Procedure): Term | undefined {
    const field = this.#fields.get(id)
    if (field === undefined) return undefined
    return this.#concept(`${this.#addresses.fields.get(field) ?? ''}#linh-vuc`, field.name)
  }

  #level(value: string): Term {
    const { name, meaning, scheme } = levelText(value, this.#catalog.publication?.date)
    return this.#concept(this.#idOf('muc-do', value), name, [
      ['skos:scopeNote', meaning === null ? undefined : text(meaning)],
      ['skos:note', scheme === null ? undefined : text(scheme)],
    ])
  }

  #audience(applicant: Applicant): Term {
    const [vi, en] = audiences[applicant]
    return this.#concept(`./#doi-tuong-${applicant}`, vi, [['skos:prefLabel', { text: en, lang: 'en' }]])
  }

  #authority(name: string | undefined): Term {
    if (name === undefined) return { iri: agencyId }
    const known = this.#authorities.get(name)
    if (known !== undefined) return known
    const found = this.#findAuthority(name)
    this.#authorities.set(name, found)
    return found
  }

  /** “UBND phường” is the office itself; anything else is an office of its own. */
  #findAuthority(name: string): Term {
    const { agency } = this.#catalog
    if ([agency?.name, agency?.shortName].some(own => own !== undefined && beginsWith(own, name))) {
      return { iri: agencyId }
    }
    return {
      iri: this.#add(
        this.#idOf('co-quan', name),
        ['cv:PublicOrganisation', 'org:Organization'],
        [
          ['skos:prefLabel', text(name)],
          ['dct:spatial', this.#country()],
        ],
      ),
    }
  }

  #participation(page: string, name: string): Term {
    const agent = this.#idOf('phoi-hop', name)
    this.#add(
      agent,
      ['foaf:Agent', 'org:Organization'],
      [
        ['dct:title', text(name)],
        ['dct:identifier', plain(agent.replace('./#', ''))],
      ],
    )
    const id = `${page}#lien-thong-${agent.replace('./#phoi-hop-', '')}`
    return {
      iri: this.#add(
        id,
        ['cv:Participation'],
        [
          ['dct:identifier', plain(id)],
          ['dct:description', text(`${name} phối hợp giải quyết liên thông`)],
          ['cv:role', this.#concept('./#vai-tro-lien-thong', 'Cơ quan phối hợp giải quyết liên thông')],
          ['cv:hasParticipant', { iri: agent }],
        ],
      ),
    }
  }

  #channels(procedure: Procedure): ReadonlyMap<Channel, string> {
    const page = this.#page(procedure)
    return new Map(handingIn(procedure).map(channel => [channel, this.#channel(procedure, channel, page)]))
  }

  #channel({ processingTime, onlineUrl }: Procedure, channel: Channel, page: string): string {
    const time = timeValue(processingTime, channel)
    const id = `${page}#cach-thuc-${channel}`
    return this.#add(
      id,
      ['cv:Channel'],
      [
        ['dct:identifier', plain(id)],
        ['dct:type', this.#concept(`./#cach-thuc-${channel}`, channelsText([channel]) ?? channel)],
        ['dct:description', time.words === null ? undefined : text(`Thời hạn giải quyết: ${time.words}`)],
        ['cv:processingTime', duration(time.iso)],
        ['cv:ownedBy', { iri: agencyId }],
        ['cv:openingHours', channel === 'counter' ? this.#hours() : undefined],
        ['foaf:page', channel === 'online' ? this.#document(webAddress(onlineUrl)) : undefined],
      ],
    )
  }

  #costs(procedure: Procedure, channels: ReadonlyMap<Channel, string>): Term[] {
    const fees = typeof procedure.fees === 'string' ? [] : (procedure.fees ?? [])
    return feeValues(procedure.fees).map(({ words, amount, currency }, index) => {
      const { channel: way, basis } = fees[index] ?? {}
      const channel = way === undefined ? undefined : channels.get(way)
      const id = `${this.#page(procedure)}#muc-thu-${index + 1}`
      return {
        iri: this.#add(
          id,
          ['cv:Cost'],
          [
            ['dct:identifier', plain(id)],
            ['dct:description', text(words)],
            ['cv:hasValue', amount === null ? undefined : { value: String(amount), type: 'xsd:double' }],
            [
              'cv:currency',
              currency === null ? undefined : this.#concept(`${authority}currency/${currency}`, currency),
            ],
            ['cv:ifAccessedThrough', channel === undefined ? undefined : { iri: channel }],
            ['dct:source', basis === undefined ? undefined : this.#legal({ number: basis })],
          ],
        ),
      }
    })
  }

  /** Trình tự thực hiện. */
  #rule(procedure: Procedure): Term | undefined {
    const { steps } = procedureParts(procedure)
    if (steps === null || steps.length === 0) return undefined
    const lines = steps.map(({ number, title, actor, time }) => {
      const notes = [actor, time].filter(note => note !== null).join(', ')
      return `${number}. ${title}${notes === '' ? '' : ` (${notes})`}`
    })
    const id = `${this.#page(procedure)}#trinh-tu`
    return {
      iri: this.#add(
        id,
        ['cpsv:Rule'],
        [
          ['dct:identifier', plain(id)],
          ['dct:title', text('Trình tự thực hiện')],
          ['dct:description', text(lines.join('\n'))],
          ['dct:language', this.#language()],
          ...(procedure.legalBases ?? []).map(basis => ['cpsv:implements', this.#legal(basis)] as const),
        ],
      ),
    }
  }

  /** Thành phần hồ sơ. */
  #evidence(procedure: Procedure): Term[] {
    const papers = procedure.dossier === undefined || procedure.dossier === 'none' ? [] : procedure.dossier
    const views = procedureParts(procedure).dossier ?? []
    const page = this.#page(procedure)
    return papers.map((paper, index) => {
      const { copies, when } = views[index] ?? { copies: null, when: null }
      const notes = [copies, when, procedure.sets === undefined ? null : `${procedure.sets} bộ hồ sơ`]
      const description = notes.filter(note => note !== null).join('; ')
      const id = `${page}#giay-to-${index + 1}`
      return {
        iri: this.#add(
          id,
          ['cv:Evidence'],
          [
            ['dct:identifier', plain(id)],
            ['dct:title', text(paper.name)],
            ['dct:description', description === '' ? undefined : text(description)],
            ['foaf:page', this.#formOf(procedure, paper)],
          ],
        ),
      }
    })
  }

  #formOf({ forms }: Procedure, { form }: Paper): Term | undefined {
    if (forms === undefined || forms === 'none' || form === undefined) return undefined
    const found = forms.find(({ name, code }) => code === form || name === form)
    return this.#document(webAddress(found?.url), found?.name)
  }

  #output(page: string, name: string, index: number): Term {
    const id = `${page}#ket-qua-${index + 1}`
    return {
      iri: this.#add(
        id,
        ['cv:Output'],
        [
          ['dct:identifier', plain(id)],
          ['dct:title', text(name)],
        ],
      ),
    }
  }

  #requirement(page: string, name: string, index: number): Term {
    const id = `${page}#dieu-kien-${index + 1}`
    return {
      iri: this.#add(
        id,
        ['cv:Requirement'],
        [
          ['dct:identifier', plain(id)],
          ['dct:title', text(name)],
        ],
      ),
    }
  }

  #bases({ legalBases, decision }: Procedure): Term[] {
    return [...(legalBases ?? []), ...(decision === undefined ? [] : [decision])].map(basis => this.#legal(basis))
  }

  /** Numbers of single decisions repeat every year: there the day is part of the key. */
  #legal({ number, date: day, title }: LegalReference | Decision): Term {
    const written = `${number} ${day ?? ''}`
    const id = this.#legalIds.get(written) ?? this.#idOf('van-ban', `${legalKey(number)} ${day ?? ''}`.trim())
    this.#legalIds.set(written, id)
    return {
      iri: this.#add(
        id,
        ['eli:LegalResource'],
        [
          ['dct:identifier', plain(number)],
          ['dct:title', text(title ?? number)],
          ['dct:issued', date(day)],
        ],
      ),
    }
  }

  #contact(procedure: Procedure): Term | undefined {
    const id = procedure.officer ?? this.#fields.get(procedure.field)?.officers?.[0]
    const officer = id === undefined ? undefined : this.#officers.get(id)
    return officer === undefined ? undefined : this.#contactPoint(officer)
  }

  #contactPoint({ id, name, jobTitle, phone, extension, email, counter }: Officer): Term {
    const href = phone === undefined ? null : contactNumber(phone).href
    const number = href === null ? undefined : href.replace(/^tel:/, '')
    const notes = [jobTitle, counter, extension === undefined ? undefined : `số máy lẻ ${extension}`]
    const note = notes.filter(part => part !== undefined).join(', ')
    return {
      iri: this.#add(
        this.#idOf('lien-he', id),
        ['cv:ContactPoint'],
        [
          ['rdfs:label', text(name)],
          ['rdfs:comment', note === '' ? undefined : text(note)],
          ['cv:telephone', number === undefined ? undefined : plain(number)],
          ['cv:email', email === undefined ? undefined : plain(email)],
          ['cv:openingHours', this.#hours()],
        ],
      ),
    }
  }

  #related({ replacedBy, replaces }: Procedure): Term[] {
    const codes = new Set([...(replacedBy === undefined ? [] : [replacedBy]), ...(replaces ?? [])])
    return this.#catalog.procedures.filter(({ code }) => codes.has(code)).map(other => ({ iri: this.#service(other) }))
  }
}

const audiences: Readonly<Record<Applicant, readonly [string, string]>> = {
  citizen: ['Cá nhân', 'Citizens'],
  organisation: ['Tổ chức', 'Organisations'],
  business: ['Doanh nghiệp', 'Businesses'],
  official: ['Cán bộ, công chức, viên chức', 'Public officials'],
}

function duration(iso: string | null): Term | undefined {
  return iso === null ? undefined : { value: iso, type: 'xsd:duration' }
}

function beginsWith(name: string, start: string): boolean {
  const [whole, head] = [fold(name), fold(start)]
  return head !== '' && (whole === head || whole.startsWith(`${head} `))
}

function text(vi: string): Term {
  return { text: vi, lang: 'vi' }
}

function plain(value: string): Term {
  return { value }
}

/** A day that is none (only with --allow-errors) would be no xsd:date. */
function date(day: string | undefined): Term | undefined {
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { value: day, type: 'xsd:date' } : undefined
}
