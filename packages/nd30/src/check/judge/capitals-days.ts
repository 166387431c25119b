import { branchesOfYears, feasts, monthWords, stems, weekdayWords } from '../lexicon/days.ts'
import { indexOf, isWrittenRight, phraseAt, phraseFault, rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

const keysOf = (words: readonly string[]) => new Set(words.map(keyOf))
const weekdays = keysOf(weekdayWords)
const months = keysOf(monthWords)
const feastIndex = indexOf(feasts)
const stemKeys = keysOf(stems)
const branchKeys = keysOf(branchesOfYears)
const weekday = keyOf('thứ')
const day = keyOf('ngày')
const month = keyOf('tháng')
const year = keyOf('năm')
const feast = keyOf('tết')
const ten = keyOf('mười')
const to = keyOf('đến')
const hours = keysOf(['sáng', 'chiều', 'tối', 'trưa'])
const beforeMonths = keysOf(['trong', 'vào', 'từ', 'đến', 'cuối', 'đầu', 'giữa', 'hết'])
const beforeDays = keysOf([
  'vào',
  'từ',
  'đến',
  'hôm',
  'giờ',
  'phút',
  'trước',
  'sau',
  'và',
  'sáng',
  'chiều',
  'tối',
  'trưa',
  'đêm',
])
const weekly = keysOf(['hằng', 'hàng'])
const week = keyOf('tuần')
const revolution = keyOf('mạng')
const beforeYears = keysOf(['năm', 'xuân', 'tết', 'tuổi', 'đán'])

/** Weekdays and months in words, feasts and lunar years; annex II, part V, 8. */
export function dayFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word || word.quoted) continue
    const fault =
      (word.key === weekday && weekdayFault(text, words, at)) ||
      (word.key === month && monthFault(text, words, at)) ||
      (word.key === feast && feastFault(text, words, at)) ||
      (stemKeys.has(word.key) && yearFault(text, words, at))
    if (fault) faults.push(fault)
  }
  return faults
}

const isSmall = (word: Word | undefined): word is Word => word?.letters === 'small' && joins(word.gap)
const capitalSecond = (word: Word, offset: number) => (offset === 0 ? word.text : inCaseOf(word.text, 'A'))

/** `thứ hai` is also `second`: it is the day only beside a date, an hour or another day. */
function weekdayFault(text: string, words: readonly Word[], at: number): CapitalFault | undefined {
  const name = words[at + 1]
  if (!isSmall(name) || !weekdays.has(name.key) || words[at]?.letters === 'all capital') return undefined
  const [before, next, after] = [words[at - 1], words[at + 2], words[at + 3]]
  const dated =
    isDayBeside(words, at) &&
    next?.key === day &&
    /^(?: |, ?| ?\()$/.test(next.gap) &&
    after?.letters === 'number'
  const hour = before !== undefined && hours.has(before.key) && joins(words[at]?.gap ?? '')
  const everyWeek = next !== undefined && weekly.has(next.key) && after?.key === week && joins(next.gap)
  if (!dated && !hour && !everyWeek && !isSpan(words, at)) return undefined
  return rewritten('C10', text, words, at, at + 2, capitalSecond)
}

/** Behind a sign, an hour or these words; `kỳ họp thứ năm, ngày 05` is the fifth. */
function isDayBeside(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || word.begins || !joins(word.gap)) return true
  return before.letters === 'number' || beforeDays.has(before.key)
}

/** `từ thứ hai đến thứ sáu`, from either of its ends. */
function isSpan(words: readonly Word[], at: number): boolean {
  const isDay = (from: number) => words[from]?.key === weekday && weekdays.has(words[from + 1]?.key ?? '')
  if (words[at + 2]?.key === to && isDay(at + 3)) return true
  return words[at - 1]?.key === to && isDay(at - 3)
}

/** `trong tháng tám,`; never `ba tháng năm 2024` or `tháng hai đơn vị …`. */
function monthFault(text: string, words: readonly Word[], at: number): CapitalFault | undefined {
  const name = words[at + 1]
  const before = words[at - 1]
  if (!isSmall(name) || !months.has(name.key) || !before) return undefined
  const second = words[at + 2]
  const long =
    name.key === ten && isSmall(second) && (second.key === keyOf('một') || second.key === keyOf('hai'))
  const next = words[at + (long ? 3 : 2)]
  const ends = next === undefined || /^\s{0,2}[,.;:)]/.test(next.gap)
  const dated = next?.key === year && joins(next.gap) && words[at + (long ? 4 : 3)]?.letters === 'number'
  const meant =
    before.key === revolution ? true : beforeMonths.has(before.key) && (dated || (ends && name.key !== year))
  if (!meant || !joins(words[at]?.gap ?? '')) return undefined
  return rewritten('C10', text, words, at, at + 2, capitalSecond)
}

/** `tết nguyên đán`, `Tết Nguyên Đán`: the first syllable of its name is capital. */
function feastFault(text: string, words: readonly Word[], at: number): CapitalFault | undefined {
  const phrase = phraseAt(feastIndex, words, at + 1)
  if (!phrase || !joins(words[at + 1]?.gap ?? '') || isWrittenRight(phrase, words, at + 1)) return undefined
  if (words[at]?.letters === 'all capital' || words[at + 1]?.letters === 'all capital') return undefined
  return phraseFault('C10', phrase, text, words, at + 1)
}

/** `xuân Bính ngọ`: every syllable of a lunar year. */
function yearFault(text: string, words: readonly Word[], at: number): CapitalFault | undefined {
  const [before, stem, branch] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !stem || !branch || !beforeYears.has(before.key) || !branchKeys.has(branch.key))
    return undefined
  if (!joins(stem.gap) || !joins(branch.gap)) return undefined
  if (stem.letters === 'all capital' || branch.letters === 'all capital') return undefined
  if (stem.letters === 'capital' && branch.letters === 'capital') return undefined
  return rewritten('C10', text, words, at, at + 2, (word) => inCaseOf(word.text, 'A'))
}
