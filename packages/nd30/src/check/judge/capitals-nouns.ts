import { rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

const keysOf = (...words: string[]) => new Set(words.map(keyOf))
const key = {
  people: keyOf('nhân'),
  people2: keyOf('dân'),
  state: keyOf('nhà'),
  state2: keyOf('nước'),
  party: keyOf('đảng'),
  and: keyOf('và'),
}

/** Behind `của`, `do`, `vì` both words are the thing itself, not what a body or an office is called by. */
const owners = keysOf('của', 'do', 'vì')
/** Behind these verbs and prepositions too: `vận động nhân dân`, never `công an nhân dân`. */
const beforePeople = [
  ['phục', 'vụ'],
  ['tầng', 'lớp'],
  ['vận', 'động'],
  ['tuyên', 'truyền'],
  ['huy', 'động'],
  ['kêu', 'gọi'],
  ['toàn', 'thể'],
].map(([first = '', second = '']) => `${keyOf(first)} ${keyOf(second)}`)
/** `nhân dân tệ`, `nhân dân hai nước`, `nhân dân các dân tộc`, `nhân dân thế giới`: another thing or another people. */
const notPeople = keysOf('tệ', 'hai', 'các', 'thế', 'ba', 'địa', 'trong', 'ở')
/** `nhà nước pháp quyền`, `nhà nước kiểu mới`, `nhà nước liên bang`: a kind of state. */
const notState = keysOf('pháp', 'kiểu', 'liên', 'các', 'hai', 'tư', 'đó', 'khác', 'quân', 'phong')

/** Annex II, part V, 1: Nhân dân, Nhà nước, where the word is no part of another name or notion. */
export function nounFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 1; at + 1 < words.length; at++) {
    const [first, second] = [words[at], words[at + 1]]
    if (!first || !second || first.quoted || first.letters !== 'small' || second.letters !== 'small') continue
    if (!joins(first.gap) || !joins(second.gap)) continue
    if (!isPeople(words, at) && !isState(words, at)) continue
    faults.push(
      rewritten('C07', text, words, at, at + 2, (word, offset) =>
        offset === 0 ? inCaseOf(word.text, 'A') : word.text,
      ),
    )
  }
  return faults
}

function isPeople(words: readonly Word[], at: number): boolean {
  if (words[at]?.key !== key.people || words[at + 1]?.key !== key.people2) return false
  const before = words[at - 1]?.key ?? ''
  const twoBefore = words[at - 2]?.key ?? ''
  const known =
    owners.has(before) ||
    beforePeople.includes(`${twoBefore} ${before}`) ||
    (before === key.and && followsState(words, at - 1))
  return known && !isFollowedBy(words, at + 2, notPeople)
}

function isState(words: readonly Word[], at: number): boolean {
  if (words[at]?.key !== key.state || words[at + 1]?.key !== key.state2) return false
  const [before, twoBefore] = [words[at - 1], words[at - 2]]
  const afterParty =
    before?.key === key.and && twoBefore?.key === key.party && twoBefore.letters === 'capital'
  return (owners.has(before?.key ?? '') || afterParty) && !isFollowedBy(words, at + 2, notState)
}

/** `Đảng, Nhà nước và …`, `Đảng và …` */
function followsState(words: readonly Word[], and: number): boolean {
  const [before, twoBefore] = [words[and - 1], words[and - 2]]
  if (before?.letters === 'capital' && before.key === key.party) return true
  return before?.key === key.state2 && twoBefore?.key === key.state && twoBefore.letters === 'capital'
}

/** A word of the list, or a name: `của nhân dân Lào`. */
function isFollowedBy(words: readonly Word[], at: number, list: ReadonlySet<string>): boolean {
  const next = words[at]
  if (next === undefined || !joins(next.gap)) return false
  return list.has(next.key) || next.letters !== 'small'
}
