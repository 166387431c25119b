import { citedKinds, laws } from '../lexicon/texts.ts'
import { indexOf, isWrittenRight, phraseAt, phraseFault, rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

const kinds = indexOf(citedKinds)
const lawNames = indexOf(laws)
const constitution = indexOf(['Hiến pháp'])
const numbered = keyOf('số')
const year = keyOf('năm')
const thisOne = keyOf('này')

/** Cited texts: the kind and the first syllable of the name; annex II, part V, 6. */
export function textFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; at++) {
    const law = phraseAt(lawNames, words, at)
    const phrase = law ?? phraseAt(kinds, words, at) ?? phraseAt(constitution, words, at)
    if (phrase === undefined) {
      if (isOtherLaw(words, at)) faults.push(lawFault(text, words, at))
      continue
    }
    const end = at + phrase.words.length
    const meant = law ? isLaw(words, at, end) : isCited(text, words, at, end)
    if (meant && isJudged(words, at, end) && !isWrittenRight(phrase, words, at))
      faults.push(phraseFault('C09', phrase, text, words, at))
    at = end - 1
  }
  return faults
}

const isJudged = (words: readonly Word[], at: number, end: number) =>
  words.slice(at, end).every(({ letters }) => letters === 'small' || letters === 'capital')

/** A law by its name: one of its words is capital, and it is none of the old ones, which were written otherwise. */
function isLaw(words: readonly Word[], at: number, end: number): boolean {
  if (ofCompounds.has(words[at - 1]?.key ?? '') && joins(words[at]?.gap ?? '')) return false
  const capitals = words.slice(at, end).filter(({ letters }) => letters === 'capital')
  if (capitals.length === 0 || (capitals.length === 1 && words[at]?.begins)) return false
  const [next, after] = [words[end], words[end + 1]]
  // `Luật đất đai năm 2003`: names of texts of before 2013 were written in small letters.
  return !(next?.key === year && /^(?:19\d\d|200\d|201[0-3])$/.test(after?.text ?? ''))
}

/** `pháp luật Đất đai`, `kỷ luật Đảng` */
const ofCompounds = new Set(['pháp', 'kỷ', 'đạo'].map(keyOf))

function isCited(text: string, words: readonly Word[], at: number, end: number): boolean {
  const [next, after] = [words[end], words[end + 1]]
  if (!next || !joins(next.gap) || isPlural(words, at)) return false
  if (next.key === numbered && after && joins(after.gap) && /^\d{1,5}$/.test(after.text))
    return text[after.end] === '/' || text[after.end] === '-'
  if (next.key === year && words[at]?.key === keyOf('hiến')) return /^(?:19|20)\d\d$/.test(after?.text ?? '')
  return next.key === thisOne && isOfThisText(words, at)
}

const plurals = new Set(['các', 'những', 'hai', 'ba', 'bốn', 'nhiều', 'mọi'].map(keyOf))
const isPlural = (words: readonly Word[], at: number) => plurals.has(words[at - 1]?.key ?? '')

const binding = new Set(['nghị', 'quyết', 'thông', 'chỉ'].map(keyOf))
const carryOut = [keyOf('thi'), keyOf('hành')]

/** `chịu trách nhiệm thi hành quyết định này` */
function isOfThisText(words: readonly Word[], at: number): boolean {
  if (!binding.has(words[at]?.key ?? '')) return false
  return words[at - 2]?.key === carryOut[0] && words[at - 1]?.key === carryOut[1]
}

const law = keyOf('luật')
const citing = new Set(['theo', 'cứ', 'hiện', 'hành', 'định'].map(keyOf))
/** What may stand behind `luật` and is no name of one: `luật Việt Nam`, `luật Anh`, `luật Nhà nước`. */
const notNames = new Set(
  ['việt', 'anh', 'pháp', 'mỹ', 'đức', 'nhật', 'nga', 'lào', 'nhà', 'đảng', 'quốc', 'sư', 'hồi', 'la'].map(
    keyOf,
  ),
)

/** `theo luật Thanh niên`: a name by its capital, of which only the first syllable is one. */
function isOtherLaw(words: readonly Word[], at: number): boolean {
  const [before, head, name, rest] = [words[at - 1], words[at], words[at + 1], words[at + 2]]
  if (head?.key !== law || head.letters !== 'small' || head.quoted || !before || !name || !rest) return false
  if (![head, name, rest].every(({ gap }) => joins(gap)) || !citing.has(before.key)) return false
  return name.letters === 'capital' && rest.letters === 'small' && !notNames.has(name.key)
}

const lawFault = (text: string, words: readonly Word[], at: number) =>
  rewritten('C09', text, words, at, at + 1, (word) => inCaseOf(word.text, 'A'))
