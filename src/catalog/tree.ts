import { type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { Source } from '../source.js'
import { finding, type ReadingRule } from './reading.js'

/** A YAML file as text and structure: nothing is typed yet, `1.001010` and `null` are texts. Offsets are into the source. */
export type Node = TextNode | ListNode | MapNode | RefusedNode

export interface TextNode {
  readonly kind: 'text'
  readonly text: string
  /** Quotes included; for a block text from its `|` or `>`. */
  readonly start: number
  readonly end: number
  /** Nothing was written where a value belongs. */
  readonly empty: boolean
}

export interface ListNode extends Collection {
  readonly kind: 'list'
  readonly items: Node[]
}

export interface MapNode extends Collection {
  readonly kind: 'map'
  readonly entries: Entry[]
}

interface Collection {
  readonly start: number
  end: number
  /** How many nodes it stands for, with all that its aliases stand for. */
  weight: number
  /** Something in it was refused and reported: it may be looked at, but must not be taken for what it says. */
  refused: boolean
}

export interface Entry {
  readonly key: TextNode
  readonly value: Node
}

/** A value that a catalog has no use for; it was reported, and what contains it must not be read half. */
export interface RefusedNode {
  readonly kind: 'refused'
  readonly start: number
  readonly end: number
}

export interface Tree {
  /** Undefined where the file is empty or could not be parsed. */
  readonly root: Node | undefined
  readonly findings: readonly Finding[]
}

/** Aliases may blow a small file up to a huge catalog. No real list comes near: 410 procedures make some 30,000 nodes. */
const heaviest = 1_000_000

export async function readTree(source: Source): Promise<Tree> {
  const misread = oldLineEnd(source) ?? strayByteOrderMark(source)
  if (misread !== undefined) return { root: undefined, findings: [misread] }
  let events: Event[]
  try {
    events = parseEvents(source.text, {})
  } catch (error) {
    return { root: undefined, findings: await explain(source, error) }
  }
  return new TreeBuilder(source).build(events)
}

/** The structure of a file that can be parsed; undefined for any other. */
export function soundTree(source: Source): Node | undefined {
  try {
    return new TreeBuilder(source).build(parseEvents(source.text, {})).root
  } catch {
    return undefined
  }
}

async function explain(source: Source, error: unknown): Promise<readonly Finding[]> {
  const { explainSyntax } = await import('./syntax.js')
  if (error instanceof YAMLException) return explainSyntax(source, error.reason, error.mark?.position ?? 0)
  // The parsers recurse; text that is nothing but brackets exhausts the stack.
  if (error instanceof RangeError) return [nestedTooDeep(source)]
  throw error
}

/** js-yaml takes it for a line end, as YAML says; yaml and many editors do not. */
function oldLineEnd(source: Source): Finding | undefined {
  const start = source.text.search(/\r(?!\n)/)
  if (start === -1) return undefined
  return finding(
    'yaml-unsupported',
    { source, start, end: start },
    {
      vi: 'Từ dòng này tệp xuống dòng theo kiểu máy Mac đời cũ (CR); lưu lại với kiểu xuống dòng Windows (CRLF) hoặc Unix (LF)',
      en: 'From this line on the file has line ends of old Macs (CR); save it with Windows (CRLF) or Unix (LF) line ends',
    },
  )
}

/** Left where files were pasted together: js-yaml takes it for a letter, yaml for nothing. */
function strayByteOrderMark(source: Source): Finding | undefined {
  const start = source.text.indexOf('\uFEFF', 1)
  if (start === -1) return undefined
  return finding(
    'yaml-unsupported',
    { source, start, end: start + 1 },
    {
      vi: 'Ở đây có ký tự ẩn BOM (thường do dán nối hai tệp); xóa ký tự này',
      en: 'There is an invisible byte order mark here (two files were pasted together); delete it',
    },
  )
}

function nestedTooDeep(source: Source): Finding {
  return finding(
    'yaml-syntax',
    { source, start: 0, end: 0 },
    {
      vi: 'Tệp lồng quá nhiều cấp nên không đọc được; danh mục không cần quá sáu cấp',
      en: 'The file is nested too deeply to be read; a catalog needs no more than six levels',
    },
  )
}

/** A list or a map that is still open. */
interface Open {
  readonly node: ListNode | MapNode
  readonly keys: Set<string>
  key: TextNode | undefined
  /** The value that comes next belongs to a refused key. */
  skip: boolean
}

class TreeBuilder {
  readonly #findings: Finding[] = []
  readonly #stack: Open[] = []
  readonly #anchors = new Map<string, Node>()
  readonly #openAnchors = new Map<object, string>()
  #root: Node | undefined
  #documents = 0
  /** End of what was read last: where a missing value would have stood. */
  #cursor = 0

  constructor(readonly source: Source) {}

  build(events: readonly Event[]): Tree {
    for (const event of events) {
      if (this.#documents > 1) break
      this.#take(event)
    }
    return { root: this.#root, findings: this.#findings }
  }

  #take(event: Event): void {
    switch (event.type) {
      case 1: // a document
        this.#documents += 1
        if (this.#documents > 1) this.#refuseDocument()
        else if (event.directives.length > 0) this.#refuseDirective()
        return
      case 2:
      case 3:
        this.#open(event)
        return
      case 4:
        this.#anchored(event, this.#text(event))
        return
      case 5:
        this.#add(this.#alias(event.anchorStart, event.anchorEnd))
        return
      case 6:
        this.#close()
    }
  }

  #open(event: Event & { type: 2 | 3 }): void {
    const { start } = event
    const refused = this.#refuseTag(event.tagStart, event.tagEnd)
    const node: ListNode | MapNode =
      event.type === 2
        ? { kind: 'list', items: [], start, end: start, weight: 1, refused }
        : { kind: 'map', entries: [], start, end: start, weight: 1, refused }
    if (event.anchorStart !== -1) {
      this.#openAnchors.set(node, this.source.text.slice(event.anchorStart, event.anchorEnd))
    }
    this.#cursor = start
    this.#stack.push({ node, keys: new Set(), key: undefined, skip: false })
  }

  #close(): void {
    const open = this.#stack.pop()
    // The end of the document closes too.
    if (open === undefined) return
    const { node } = open
    node.end = this.#cursor
    const tooHeavy = node.weight > heaviest
    if (tooHeavy) this.#refuseWeight(node)
    const result: Node = tooHeavy ? { kind: 'refused', start: node.start, end: node.end } : node
    const anchor = this.#openAnchors.get(node)
    if (anchor !== undefined) this.#anchors.set(anchor, result)
    this.#add(result)
  }

  #text(event: Event & { type: 4 }): Node {
    const { valueStart, valueEnd, style } = event
    const refused = this.#refuseTag(event.tagStart, event.tagEnd)
    if (valueStart === -1) {
      const at = event.anchorEnd === -1 ? this.#cursor : event.anchorEnd
      return { kind: 'text', text: '', start: at, end: at, empty: true }
    }
    const [start, end] = this.#span(event)
    this.#cursor = end
    if (refused) return { kind: 'refused', start, end }
    const text = event.fast ? this.source.text.slice(valueStart, valueEnd) : getScalarValue(this.source.text, event)
    return { kind: 'text', text, start, end, empty: style === 1 && text === '' }
  }

  /** Where the whole scalar stands, with its quotes or the head of a block text. */
  #span({ valueStart, valueEnd, style, anchorEnd }: Event & { type: 4 }): readonly [number, number] {
    if (style === 2 || style === 3) return [valueStart - 1, valueEnd + 1]
    if (style === 1) return [valueStart, valueEnd]
    const { text } = this.source
    const from = anchorEnd === -1 ? this.#cursor : anchorEnd
    const head = text.slice(from, valueStart).search(/[|>]/)
    let end = valueEnd
    while (end > valueStart && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1
    return [head === -1 ? valueStart : from + head, end]
  }

  #anchored(event: Event & { type: 4 }, node: Node): void {
    if (event.anchorStart !== -1) this.#anchors.set(this.source.text.slice(event.anchorStart, event.anchorEnd), node)
    this.#add(node)
  }

  #alias(start: number, end: number): Node {
    this.#cursor = end
    const name = this.source.text.slice(start, end)
    const node = this.#anchors.get(name)
    if (node !== undefined) return node
    const inside = [...this.#openAnchors].some(
      ([owner, anchor]) => anchor === name && this.#stack.some(open => open.node === owner),
    )
    this.#refuse(
      start - 1,
      end,
      inside
        ? { vi: `“*${name}” trỏ vào chính phần đang chứa nó`, en: `“*${name}” points into the part that contains it` }
        : {
            vi: `“*${name}” trỏ tới “&${name}”, nhưng phía trên không có “&${name}”`,
            en: `“*${name}” points to “&${name}”, but there is no “&${name}” above it`,
          },
    )
    return { kind: 'refused', start: start - 1, end }
  }

  #add(node: Node): void {
    const open = this.#stack.at(-1)
    if (open === undefined) {
      if (this.#documents === 1) this.#root ??= node
      return
    }
    open.node.weight += 'weight' in node ? node.weight : 1
    if (open.node.kind === 'list') {
      open.node.items.push(node)
      return
    }
    if (open.key === undefined) {
      this.#addKey(open, node)
      return
    }
    if (!open.skip) open.node.entries.push({ key: open.key, value: node })
    open.key = undefined
  }

  #addKey(open: Open, node: Node): void {
    const key: TextNode =
      node.kind === 'text' ? node : { kind: 'text', text: '', start: node.start, end: node.end, empty: false }
    open.key = key
    const refusal = node.kind === 'text' ? this.#keyProblem(open, key) : complexKey
    open.skip = refusal !== undefined
    if (refusal !== undefined) {
      this.#refuse(key.start, key.end, refusal)
      open.node.refused = true
    }
    open.keys.add(key.text)
  }

  #keyProblem(open: Open, { text, empty }: TextNode): Text | undefined {
    if (empty) return { vi: 'Trước dấu hai chấm chưa có tên khóa', en: 'There is no key in front of the colon' }
    if (text === '<<') {
      return {
        vi: 'Danh mục không dùng khóa gộp “<<”; viết đủ từng khóa',
        en: 'A catalog does not use the merge key “<<”; write every key out',
      }
    }
    if (!open.keys.has(text)) return undefined
    return {
      vi: `Khóa “${text}” viết hai lần trong cùng một mục; chỉ giữ một`,
      en: `The key “${text}” stands twice in the same record; keep one`,
    }
  }

  #refuseTag(start: number, end: number): boolean {
    if (start === -1) return false
    const tag = this.source.text.slice(start, end)
    this.#refuse(start, end, {
      vi: `Danh mục không dùng nhãn kiểu “${tag}”; xóa nhãn, giữ giá trị`,
      en: `A catalog does not use tags such as “${tag}”; delete the tag, keep the value`,
    })
    return true
  }

  #refuseDirective(): void {
    const start = this.source.text.search(/^%/m)
    const end = this.source.text.indexOf('\n', start)
    this.#refuse(start, end === -1 ? this.source.text.length : end, {
      vi: 'Danh mục không dùng dòng chỉ thị bắt đầu bằng “%”; xóa dòng này',
      en: 'A catalog does not use directives that begin with “%”; delete the line',
    })
  }

  #refuseDocument(): void {
    const marks = /^---(?=\s|$)/gm
    marks.lastIndex = this.#cursor
    const start = marks.exec(this.source.text)?.index ?? this.#cursor
    this.#refuse(start, start + 3, {
      vi: 'Một tệp chỉ chứa một phần; xóa dòng “---” hoặc chuyển phần sau sang tệp khác',
      en: 'A file holds one document; delete the line “---” or move what follows to a file of its own',
    })
  }

  #refuseWeight(node: ListNode | MapNode): void {
    this.#say('alias-abuse', node.start, node.start, {
      vi: `Các dấu “*” làm phần này phình ra hơn ${heaviest} mục; viết thẳng nội dung thay cho dấu “*”`,
      en: `The aliases make more than ${heaviest} nodes of this part; write the content in place of the aliases`,
    })
  }

  #refuse(start: number, end: number, message: Text): void {
    this.#say('yaml-unsupported', start, end, message)
  }

  #say(rule: ReadingRule, start: number, end: number, message: Text): void {
    this.#findings.push(finding(rule, { source: this.source, start, end }, message))
  }
}

const complexKey: Text = {
  vi: 'Tên khóa phải là một từ, không phải danh sách hay nhóm khóa',
  en: 'A key must be a plain word, neither a list nor a map',
}
