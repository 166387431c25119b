import { bodies, ministries, peoplesBodies } from '../lexicon/bodies.ts'
import { indexOf, isWrittenRight, type Phrase, phraseAt, phraseFault } from './capitals-phrases.ts'
import { type CapitalFault, joins, keyOf, type Word } from './capitals-words.ts'

const ofState = indexOf([...bodies, ...peoplesBodies])
const ofParty = indexOf(bodies)
const ministryIndex = indexOf(ministries)

/** Words behind which `bộ tài chính` can only be the ministry (never `cán bộ y tế`, `nội bộ công an`). */
const beforeMinistries = new Set(
  ['của', 'do', 'với', 'gửi', 'bởi', 'theo', 'trình', 'sang', 'cùng', 'giữa', 'nghị', 'và'].map(keyOf),
)

/** Names of bodies and of the highest offices; annex II, part IV. */
export function bodyFaults(
  text: string,
  words: readonly Word[],
  profile: 'state' | 'party',
): readonly CapitalFault[] {
  const index = profile === 'state' ? ofState : ofParty
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(index, words, at)
    if (phrase === undefined) continue
    if (isNamed(phrase, words, at) && !isWrittenRight(phrase, words, at))
      faults.push(phraseFault('C06', phrase, text, words, at))
    at += phrase.words.length - 1
  }
  return faults
}

/** Whether the words are meant as the name: one of them is capital, or nothing else can be meant. */
function isNamed(phrase: Phrase, words: readonly Word[], at: number): boolean {
  const found = words.slice(at, at + phrase.words.length)
  if (found.some(({ letters }) => letters === 'mixed' || letters === 'all capital' || letters === 'number'))
    return false
  const [first] = found
  if (isVerb(found)) return false
  const capitals = found.filter(
    ({ letters }, offset) => letters === 'capital' && !(offset === 0 && first?.begins),
  )
  const ministry = phraseAt(ministryIndex, words, at) === phrase || isMinistry(phrase)
  if (capitals.length > 0) return first?.letters === 'capital' || ministry ? headIsAlone(words, at) : false
  if (!ministry) return false
  if (first?.letters === 'capital') return true
  return beforeMinistries.has(words[at - 1]?.key ?? '') && joins(first?.gap ?? '')
}

const [build, buildSecond] = ['xây', 'dựng'].map(keyOf)

/** `Sở xây dựng kế hoạch`: the department draws up a plan. */
const isVerb = (found: readonly Word[]): boolean => {
  const [, field, second] = found
  return (
    found.length === 3 && field?.letters === 'small' && field.key === build && second?.key === buildSecond
  )
}

const isMinistry = (phrase: Phrase) =>
  (ministryIndex.get(phrase.words[0]?.key ?? '') ?? []).some(
    ({ words }) =>
      words.length === phrase.words.length && words.every(({ key }, at) => key === phrase.words[at]?.key),
  )

const compounds = new Set(
  ['cán', 'nội', 'toàn', 'đảng', 'chi', 'cục', 'cơ', 'trụ', 'liên', 'tiến', 'đồng'].map(keyOf),
)

/** Not the second syllable of a compound: `cán bộ`, `cơ sở`. */
function headIsAlone(words: readonly Word[], at: number): boolean {
  const [before, head] = [words[at - 1], words[at]]
  if (before === undefined || head === undefined || !joins(head.gap)) return true
  return head.letters === 'capital' || !compounds.has(before.key)
}
