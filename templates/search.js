// The search of the home page. Without it the page offers the fields and the whole list, so the box shows only where this runs.
import MiniSearch from 'minisearch'

const data = JSON.parse(document.getElementById('search-data').textContent)
const byId = id => document.getElementById(id)
const form = byId('search-form')
const words = byId('search-words')
const filters = { field: byId('filter-field'), level: byId('filter-level'), time: byId('filter-time') }
const free = byId('filter-free')
const clear = byId('search-clear')
const filterBox = byId('filters')
const status = byId('search-status')
const results = byId('results')
const list = byId('results-list')
const browse = byId('browse')

const say = {
  vi: {
    none: asked => `Không có thủ tục nào khớp với ${asked}. Thử dùng ít từ hơn, hoặc bỏ bớt điều kiện lọc.`,
    found: (count, asked) => `Tìm thấy ${count} thủ tục${asked}.`,
    near: (count, asked) => `Không có thủ tục khớp hoàn toàn với ${asked}. ${count} thủ tục gần đúng nhất:`,
    asked: text => `“${text}”`,
    for: text => ` cho “${text}”`,
    filters: 'điều kiện đã chọn',
  },
  en: {
    none: asked => `No procedure matches ${asked}. Try fewer words or fewer filters.`,
    found: (count, asked) => `${count} ${count === 1 ? 'procedure' : 'procedures'} found${asked}.`,
    near: (count, asked) => `Nothing matches ${asked} exactly. The ${count} nearest:`,
    asked: text => `“${text}”`,
    for: text => ` for “${text}”`,
    filters: 'these filters',
  },
}[data.locale]

/** As it is written, in lower case: “hòa” and “hoà”, “ký” and “kí” differ, “Hòa” and “hòa” do not. */
function exact(text) {
  return text.normalize('NFC').toLowerCase()
}

/** “Đăng ký” and “dang ki” alike: no marks, no đ, y as i. */
function folded(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('y', 'i')
}

const tokenize = text => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(word => word !== '')

/** Words that say nothing of which procedure is meant; they count only where nothing else was typed. */
const fillers = new Set(
  [
    'thu',
    'tuc',
    'toi',
    'muon',
    'can',
    'xin',
    'lam',
    'cho',
    'o',
    'dau',
    'the',
    'nao',
    'gi',
    'giai',
    'quiet',
    'di',
    'hoi',
  ].map(folded),
)

let index

/** Built when it is first needed: a phone that only looks at the page need not wait for it. */
function engine() {
  if (index !== undefined) return index
  index = new MiniSearch({
    fields: ['exact', 'folded', 'alsoExact', 'alsoFolded', 'around'],
    tokenize,
    processTerm: (term, field) => (field === 'exact' || field === 'alsoExact' ? exact(term) : folded(term)),
  })
  index.addAll(
    data.entries.map((entry, id) => ({
      id,
      exact: entry.title,
      folded: entry.title,
      alsoExact: entry.also,
      alsoFolded: entry.also,
      around: `${data.fields[entry.field] ?? ''} ${entry.officer}`,
    })),
  )
  return index
}

/** A code, or a part of one: 1.001193, 001193, 1001193. */
function byCode(text) {
  const digits = text.replace(/[^0-9a-z]/gi, '').toLowerCase()
  if (digits.length < 3 || !/^\d/.test(digits) || !/^[\d.\sH-]+$/i.test(text)) return []
  return data.entries.flatMap((entry, id) => {
    const codes = `${entry.code}; ${entry.also}`.split(';').map(code => code.replace(/[^0-9a-z]/gi, '').toLowerCase())
    return codes.some(code => /^\d/.test(code) && code.includes(digits)) ? [id] : []
  })
}

/** The ids that match, the best first, and whether they match all words. */
function find(text) {
  const codes = byCode(text)
  if (codes.length > 0) return { ids: codes, all: true }
  const typed = tokenize(text)
  const telling = typed.filter(word => !fillers.has(folded(word)))
  const wanted = telling.length > 0 ? telling : typed
  const query = wanted.join(' ')
  const prefix = (_, at, terms) => at === terms.length - 1
  const search = (combineWith, fuzzy, query) =>
    engine().search({
      combineWith: 'OR',
      queries: [
        {
          queries: [query],
          fields: ['exact', 'alsoExact'],
          boost: { exact: 6, alsoExact: 4 },
          combineWith,
          prefix,
          processTerm: exact,
        },
        {
          queries: [query],
          fields: ['folded', 'alsoFolded', 'around'],
          boost: { folded: 3, alsoFolded: 2, around: 0.5 },
          combineWith,
          prefix,
          fuzzy,
          processTerm: folded,
        },
      ],
    })
  const hits = search('AND', false, query)
  if (hits.length > 0) return { ids: ranked(hits, query), all: true }
  // One letter is near to anything.
  const longer = wanted.filter(word => word.length > 1).join(' ')
  return { ids: ranked(search('OR', 0.2, longer), query).slice(0, 10), all: false }
}

/**
 * A name that is what was typed comes before one that holds it, and that before one that only has all its words; of titles
 * that hold it, the shortest says the least else.
 */
function ranked(hits, query) {
  const [plain, loose] = [tokenize(exact(query)).join(' '), tokenize(folded(query)).join(' ')]
  const weight = name => {
    const [written, spelt] = [tokenize(exact(name)).join(' '), tokenize(folded(name)).join(' ')]
    if (written === plain) return 5
    if (spelt === loose) return 4
    if (` ${written} `.includes(` ${plain} `)) return 3
    return ` ${spelt} `.includes(` ${loose} `) ? 2 : 1
  }
  return hits
    .map(({ id, score }) => {
      const { title, also } = data.entries[id]
      return {
        id,
        score,
        weight: Math.max(...[title, ...also.split('; ')].map(weight)),
        words: title.replace(/^Thủ tục /, '').split(' ').length,
      }
    })
    .sort((a, b) => b.weight - a.weight || (a.weight === 1 ? 0 : a.words - b.words) || b.score - a.score || a.id - b.id)
    .map(({ id }) => id)
}

function passes(entry) {
  const { field, level, time } = filters
  if (field.value !== '' && entry.field !== data.fields.indexOf(field.value)) return false
  if (level.value !== '' && data.levels[entry.level]?.value !== level.value) return false
  if (free.checked && !entry.free) return false
  if (time.value === 'more') return entry.days > 15
  return time.value === '' || (entry.days >= 0 && entry.days <= Number(time.value))
}

function element(name, className, text, content) {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  if (text !== undefined) made.textContent = text
  // The catalog’s own words are Vietnamese whatever the language of the labels.
  if (content && data.locale !== 'vi') made.lang = 'vi'
  return made
}

function item({ code, title, href, time, fee, field, level }) {
  const link = element('a', 'item-link', title, true)
  link.href = href
  const facts = element('p', 'item-facts')
  facts.append(element('span', 'code', code))
  if (field >= 0 && data.fields[field] !== '') facts.append(element('span', '', data.fields[field], true))
  if (time !== '') facts.append(element('span', '', time, true))
  if (fee !== '') facts.append(element('span', '', fee))
  if (level >= 0) facts.append(element('span', '', data.levels[level].name))
  const made = element('li', 'item')
  made.append(link, facts)
  return made
}

function update() {
  const text = words.value.trim()
  const filtered = free.checked || Object.values(filters).some(({ value }) => value !== '')
  const active = text !== '' || filtered
  browse.hidden = active
  document.body.toggleAttribute('data-searching', active)
  results.hidden = !active
  clear.hidden = !active
  remember(text)
  if (!active) {
    list.replaceChildren()
    status.textContent = ''
    return
  }
  const { ids, all } = text === '' ? { ids: data.entries.map((_, id) => id), all: true } : find(text)
  const found = ids.map(id => data.entries[id]).filter(passes)
  list.replaceChildren(...found.map(item))
  status.textContent = message(text, found.length, all)
}

function message(text, count, all) {
  const asked = text === '' ? say.filters : say.asked(text)
  if (count === 0) return say.none(asked)
  return all ? say.found(count, text === '' ? '' : say.for(text)) : say.near(count, asked)
}

// The state stands behind # in the address: it can be passed on, and works in a file on a stick.
const names = { q: words, 'linh-vuc': filters.field, 'muc-do': filters.level, 'thoi-han': filters.time }

function remember(text) {
  const state = new URLSearchParams()
  for (const [name, { value }] of Object.entries(names)) {
    const kept = name === 'q' ? text : value
    if (kept !== '') state.set(name, kept)
  }
  if (free.checked) state.set('phi', '0')
  const hash = state.toString()
  if (hash === location.hash.slice(1) || (hash === '' && !location.hash.includes('='))) return
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`)
}

function recall() {
  const state = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : location.search)
  for (const [name, control] of Object.entries(names)) control.value = state.get(name) ?? ''
  for (const select of Object.values(filters)) if (select.selectedIndex < 0) select.value = ''
  free.checked = state.get('phi') === '0'
  if (free.checked || Object.values(filters).some(({ value }) => value !== '')) filterBox.open = true
  update()
}

function options(select, pairs) {
  for (const [value, name] of pairs) {
    const option = element('option', '', name, select === filters.field)
    option.value = value
    select.append(option)
  }
}

/** The arrows walk through the results as through a list; Tab goes on working. */
function walk(event) {
  const links = Array.from(list.querySelectorAll('a'))
  const at = links.indexOf(document.activeElement)
  if (event.key === 'Escape' && document.activeElement !== words) {
    words.focus()
    return
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (at === -1 && document.activeElement !== words) return
  const next = at + (event.key === 'ArrowDown' ? 1 : -1)
  if (next < -1 || next >= links.length) return
  event.preventDefault()
  ;(links[next] ?? words).focus()
}

options(
  filters.field,
  data.fields.filter(name => name !== '').map(name => [name, name]),
)
options(
  filters.level,
  data.levels.map(({ value, name }) => [value, name]),
)
// Whoever touches the box is about to type: the index is ready before the first letter.
words.addEventListener('focus', engine, { once: true })
words.addEventListener('input', update)
for (const select of Object.values(filters)) select.addEventListener('change', update)
free.addEventListener('change', update)
form.addEventListener('submit', event => {
  event.preventDefault()
  list.querySelector('a')?.focus()
})
clear.querySelector('button').addEventListener('click', () => {
  words.value = ''
  for (const select of Object.values(filters)) select.value = ''
  free.checked = false
  update()
  words.focus()
})
document.addEventListener('keydown', walk)
window.addEventListener('hashchange', recall)
// Browsers put back what was typed before a step back; the address knows better.
window.addEventListener('pageshow', recall)
// On a telephone the filters would push what was found out of sight.
if (window.matchMedia('(min-width: 60em)').matches) filterBox.open = true
byId('search').hidden = false
