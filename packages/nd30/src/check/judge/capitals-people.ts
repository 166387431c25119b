import { surnames } from '../lexicon/people.ts'
import { rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

const surnameKeys = new Set(surnames.map(keyOf))
const middleKeys = new Set(['văn', 'thị'].map(keyOf))
/** What goes on with the sentence where a name breaks off: `bà Trần Thị ở thôn 5`. */
const notNames = new Set(['ở', 'thuộc', 'là', 'và', 'được', 'có', 'tại', 'cùng', 'đã', 'đang'].map(keyOf))
const capital = (text: string) => inCaseOf(text, 'A')

/** Annex II, part II, 1.a: every syllable of a Vietnamese name. */
export function personFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; at++) {
    const end = nameEnd(words, at)
    if (end === undefined) continue
    faults.push(rewritten('C02', text, words, at, end, (word) => capital(word.text)))
    at = end - 1
  }
  return faults
}

/** Where a name with a small letter that begins at `at` ends; undefined where there is none for sure. */
function nameEnd(words: readonly Word[], at: number): number | undefined {
  const [surname, middle, given] = [words[at], words[at + 1], words[at + 2]]
  if (!surname || !middle || surname.quoted || !surnameKeys.has(surname.key) || !joins(middle.gap))
    return undefined
  const hasMiddle = middleKeys.has(middle.key)
  const givenAfter = given !== undefined && joins(given.gap) && isLetters(given) && !notNames.has(given.key)
  const addressed = isAddressed(words, at)
  if (surname.letters === 'capital') {
    if (!hasMiddle || !givenAfter) return undefined
    if (middle.letters === 'small') return given.letters === 'capital' ? at + 3 : undefined
    // `đồng chí Nguyễn Văn an`: a name does not end with its middle word.
    return addressed && middle.letters === 'capital' && given.letters === 'small' ? at + 3 : undefined
  }
  if (surname.letters !== 'small' || !addressed) return undefined
  if (hasMiddle && givenAfter) return at + 3
  return middle.letters === 'capital' ? endOfCapitals(words, at + 1) : undefined
}

const isLetters = ({ letters }: Word) => letters === 'small' || letters === 'capital'

function endOfCapitals(words: readonly Word[], from: number): number {
  let end = from + 1
  while (end < from + 4 && words[end]?.letters === 'capital' && joins(words[end]?.gap ?? '')) end++
  return end
}

const addresses = new Set(['ông', 'bà'].map(keyOf))
const [comrade, comradeSecond] = [keyOf('đồng'), keyOf('chí')]

/** `ông`, `bà`, `đồng chí` directly before. */
function isAddressed(words: readonly Word[], at: number): boolean {
  const [second, first, name] = [words[at - 2], words[at - 1], words[at]]
  if (!first || !name || !joins(name.gap)) return false
  return addresses.has(first.key) || (first.key === comradeSecond && second?.key === comrade)
}
