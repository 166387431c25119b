import {
  peopleAndEvents,
  provincesBefore2025,
  provincesOf2025,
  townsAndDistricts,
} from '../lexicon/provinces.ts'
import { indexOf, isWrittenRight, type Phrase, phraseAt, phraseFault, rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

const provinceNames = [...provincesOf2025, ...provincesBefore2025].filter((name) => name !== 'Hồ Chí Minh')
const provinces = indexOf(provinceNames)
const placeNames = indexOf([...provinceNames, ...townsAndDistricts])
const people = indexOf(peopleAndEvents)
const exceptions = indexOf(['Thủ đô Hà Nội', 'Thành phố Hồ Chí Minh'])

/** Words of an administrative unit by their keys' words, how many syllables they are. */
const unitNouns = indexOf(['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn'])
/** Those whose own names are known in full; of others only what is on the list. */
const provincial = new Set(['tỉnh', 'thành phố'])

/** Names of units, by their keys with spaces between, that are known to be no person's, event's or number. */
export type OwnNames = ReadonlySet<string>

/** How a name is looked up among `OwnNames`. */
export const nameKey = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ')

/**
 * Annex II, part III, 1.a to c.
 *
 * @param own names beyond the lists that the document itself shows to be a unit's own
 */
export function unitFaults(
  text: string,
  words: readonly Word[],
  own: OwnNames = new Set(),
): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; at++) {
    const exception = phraseAt(exceptions, words, at)
    if (exception) {
      if (isJudged(words, at, exception.words.length) && !isWrittenRight(exception, words, at))
        faults.push(phraseFault('C05', exception, text, words, at))
      at += exception.words.length - 1
      continue
    }
    const noun = phraseAt(unitNouns, words, at)
    if (noun === undefined) continue
    const fault = nounFault(text, words, at, noun, own)
    if (fault) faults.push(fault)
  }
  return faults
}

function nounFault(
  text: string,
  words: readonly Word[],
  at: number,
  noun: Phrase,
  own: OwnNames,
): CapitalFault | undefined {
  const name = at + noun.words.length
  if (!joins(words[name]?.gap ?? '')) return undefined
  const length = noun.words.length
  return (
    numberFault(text, words, at, length) ??
    personFault(text, words, at, length) ??
    capitalNounFault(text, words, at, noun, own) ??
    smallNameFault(text, words, at, noun)
  )
}

/** Nothing is said of names that are capital through and through. */
function isJudged(words: readonly Word[], at: number, length: number): boolean {
  return words.slice(at, at + length).every(({ letters }) => letters === 'small' || letters === 'capital')
}

/** `Tỉnh Nam Định` within a sentence. */
function capitalNounFault(text: string, words: readonly Word[], at: number, noun: Phrase, own: OwnNames) {
  const first = words[at]
  const name = at + noun.words.length
  const end = name + nameLength(words, name, noun, own)
  if (!first || end === name || !isJudged(words, at, end - at)) return undefined
  const rest = words.slice(at + 1, name)
  const wrong =
    (first.letters === 'capital' && !first.begins) || rest.some(({ letters }) => letters !== 'small')
  if (!wrong) return undefined
  return rewritten('C03', text, words, at, end, (word, offset) =>
    at + offset >= name || (offset === 0 && first.begins) ? word.text : word.text.toLowerCase(),
  )
}

const longestName = 4

/** Of how many words the name of a unit at `name` is, where it is known to be its own; else 0. */
function nameLength(words: readonly Word[], name: number, noun: Phrase, own: OwnNames): number {
  let length = 0
  while (length <= longestName && isCapitalNext(words, name + length, length > 0)) length++
  if (length === 0 || length > longestName) return 0
  const found = words.slice(name, name + length)
  const unit = noun.words.map(({ text }) => text).join(' ')
  const listed = phraseAt(placeNames, words, name)
  const isListed = listed?.words.length === length && !(unit === 'phường' && nameKey(found) === dienBien)
  // No province bears a person's name but Thành phố Hồ Chí Minh.
  const isProvince = unit === 'tỉnh' && length === 2 && !bodiesOfProvince.has(found[0]?.key ?? '')
  return isListed || isProvince || own.has(nameKey(found)) ? length : 0
}

const isCapitalNext = (words: readonly Word[], at: number, joined: boolean) =>
  words[at]?.letters === 'capital' && (!joined || /^(?: | - )$/.test(words[at]?.gap ?? ''))

const dienBien = 'Điện Biên'.split(' ').map(keyOf).join(' ')
/** `Tỉnh Đoàn`, `Tỉnh Ủy`, `Tỉnh Hội` are bodies; `Tỉnh Thành Phố` is no name. */
const bodiesOfProvince = new Set(['đoàn', 'ủy', 'hội', 'đội', 'bộ', 'thành'].map(keyOf))

/** A longer name that only begins like one of the list. */
const continuesName = (words: readonly Word[], at: number) =>
  joins(words[at]?.gap ?? '') && words[at]?.letters === 'capital'

/** `tỉnh nam định`, `tỉnh Nam định`: names that can be nothing else behind `tỉnh`. */
function smallNameFault(text: string, words: readonly Word[], at: number, noun: Phrase) {
  const unit = noun.words.map(({ text }) => text).join(' ')
  const name = at + noun.words.length
  const phrase = provincial.has(unit) ? phraseAt(provinces, words, name) : undefined
  if (!phrase || !isJudged(words, at, noun.words.length + phrase.words.length)) return undefined
  const letters = phrase.words.map((_, offset) => words[name + offset]?.letters)
  if (letters.every((each) => each === 'capital')) return undefined
  const named = letters[0] === 'capital'
  if (!named && (unit !== 'tỉnh' || wordsToo.has(phrase.words.map(({ text }) => text).join(' '))))
    return undefined
  if (named && phrase.words.length < 2) return undefined
  return rewritten('C03', text, words, name, name + phrase.words.length, (word, offset) =>
    inCaseOf(word.text, phrase.words[offset]?.text ?? word.text),
  )
}

/** Names that are words of the language as well: in small letters they may be those. */
const wordsToo = new Set(['Hòa Bình', 'Thái Bình', 'Huế', 'Long An', 'An Giang'])

/** `quận Hai Bà Trưng`, `phường Điện Biên Phủ`; annex II, part III, 1.b. */
function personFault(text: string, words: readonly Word[], at: number, length: number) {
  const first = words[at]
  const name = at + length
  const phrase = phraseAt(people, words, name)
  if (!first || !phrase || first.letters !== 'small') return undefined
  if (!phrase.words.every((_, offset) => words[name + offset]?.letters === 'capital')) return undefined
  if (continuesName(words, name + phrase.words.length) || !judgedOfPeople.has(first.key)) return undefined
  return rewritten('C04', text, words, at, name + phrase.words.length, (word, offset) =>
    offset === 0 ? capitalOf(word.text) : word.text,
  )
}

const judgedOfPeople = new Set(['phường', 'quận', 'xã'].map(keyOf))
const capitalOf = (text: string) => inCaseOf(text, 'A')

const numbered = indexOf(['quận', 'phường'])
/** What stands before the name of a place and hardly before a number of things. */
const beforePlaces = indexOf(
  ['tại', 'ở', 'thuộc', 'của', 'dân', 'bàn', 'ủy', 'an', 'từ', 'đến', 'và'].concat([
    'sở',
    'học',
    'non',
    'tế',
    'đội',
    'đoàn',
    'trận',
    'phố',
  ]),
)
const afterPlaces = indexOf(
  ['thành phố', 'TP', 'quận', 'phường', 'tỉnh', 'và', 'đến'].concat([
    'được',
    'đã',
    'đang',
    'sẽ',
    'phải',
    'cần',
    'phối hợp',
    'thực hiện',
    'triển khai',
    'chịu',
  ]),
)
const stops = /^\s{0,3}[,.;:)]/

/** `quận 1`, `phường 7`: only where it cannot be `mỗi phường 2 người`. */
function numberFault(text: string, words: readonly Word[], at: number, length: number) {
  const [before, noun, number, after] = [words[at - 1], words[at], words[at + length], words[at + length + 1]]
  if (!noun || !number || length !== 1 || noun.letters !== 'small') return undefined
  if (phraseAt(numbered, words, at) === undefined || !/^(?:0?[1-9]|[12]\d)$/.test(number.text))
    return undefined
  if (!before || phraseAt(beforePlaces, words, at - 1) === undefined || !joins(noun.gap)) return undefined
  // `tại quận 3, 4 người` may be anything.
  const stopped = after === undefined || (stops.test(after.gap) && after.letters !== 'number')
  const goesOn = after !== undefined && phraseAt(afterPlaces, words, at + length + 1) !== undefined
  if (!stopped && !goesOn) return undefined
  return rewritten('C04', text, words, at, at + 2, (word, offset) =>
    offset === 0 ? capitalOf(word.text) : word.text,
  )
}
