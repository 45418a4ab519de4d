/** Every rime of Vietnamese without its tone. */
const rimes: ReadonlySet<string> = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
    'i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu',
    'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong',
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uênh uêt uên uêu uơ uôc uôi uôm uôn uông uôt',
    'uy uya uych uynh uyt uyên uyêt uyu uyn uyp ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
    'y yêm yên yêng yêt yêu ych yn ynh yp yt',
  ]
    .join(' ')
    .split(' '),
)

const onsets = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]'
const onset = new RegExp(`^(?:${onsets})`)
const wholeOnset = new RegExp(`^(?:${onsets})$`)
/** What may end a syllable: “nhâ n”, “bằn g”. */
const coda = /^(?:ch|nh|ng|[cmnpt])$/

/** Whether a word of letters is one syllable that Vietnamese could have. Its case does not count. */
export function isSyllable(word: string): boolean {
  const known = judged.get(word)
  if (known !== undefined) return known
  const is = canBeSyllable(word)
  // A list has a few hundred different words; a hostile text may have any number.
  if (judged.size < 4096) judged.set(word, is)
  return is
}

const judged = new Map<string, boolean>()

function canBeSyllable(word: string): boolean {
  const plain = withoutTone(word)
  if (rimes.has(plain)) return true
  const [consonants] = onset.exec(plain) ?? []
  if (consonants === undefined) return false
  const rest = plain.slice(consonants.length)
  // “gì” is g + i; in “gia” gi is the onset, in “giêng” it may be either.
  return rimes.has(rest) || (consonants === 'gi' && rimes.has(`i${rest}`))
}

/** “c”, “ng”, “qu”: consonants without a vowel. */
export function isOnset(word: string): boolean {
  return wholeOnset.test(word.toLowerCase())
}

export function isCoda(word: string): boolean {
  return coda.test(word.toLowerCase())
}

/** Lower case, composed, with the marks that make other vowels (ă, ê, ơ) but not those of tones. */
function withoutTone(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
}
