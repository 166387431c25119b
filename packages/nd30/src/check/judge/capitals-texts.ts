import { citedKinds, laws } from '../lexicon/texts.ts'
import { indexOf, isWrittenRight, phraseAt, phraseFault } from './capitals-phrases.ts'
import { type CapitalFault, joins, keyOf, type Word } from './capitals-words.ts'

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
    if (phrase === undefined) continue
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
  const capitals = words.slice(at, end).filter(({ letters }) => letters === 'capital')
  if (capitals.length === 0 || (capitals.length === 1 && words[at]?.begins)) return false
  const [next, after] = [words[end], words[end + 1]]
  // `Luật đất đai năm 2003`: names of texts of before 2013 were written in small letters.
  if (next && joins(next.gap) && next.letters === 'small' && goesOn.has(next.key)) return false
  return !(next?.key === year && /^(?:19\d\d|200\d|201[0-3])$/.test(after?.text ?? ''))
}

/** Words by which a longer name of a law may go on: `Luật Đầu tư theo phương thức …`. */
const goesOn = new Set(['theo', 'công', 'và', 'quốc', 'nước', 'nghề', 'đại'].map(keyOf))

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
