import { rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, joins, keyOf, type Word } from './capitals-words.ts'

/** How a cited part is written: annex II, part V, 7. */
const heads: ReadonlyMap<string, { readonly capital: boolean; readonly number: RegExp }> = new Map(
  [
    ['điểm', false, /^[a-zđA-ZĐ]\d{0,2}$/],
    ['khoản', false, /^\d{1,3}[a-zđ]?$/],
    ['điều', true, /^\d{1,4}[a-zđ]?$/],
    ['mục', true, /^(?:\d{1,3}|[IVXLC]{1,7})$/],
    ['chương', true, /^(?:\d{1,3}|[IVXLC]{1,7})$/],
    ['phần', true, /^(?:\d{1,3}|[IVXLC]{1,7})$/],
  ].map(([head, capital, number]) => [
    keyOf(head as string),
    { capital: capital as boolean, number: number as RegExp },
  ]),
)

interface Link {
  readonly at: number
  /** Behind its last number. */
  readonly end: number
  readonly wrong: boolean
}

const and = keyOf('và')
const or = keyOf('hoặc')
const of = keyOf('của')
/** What may stand between two parts: `Điều 24 Tiểu mục 1`, `các khoản 1, 2`. */
const between = new Set(['và', 'hoặc', 'của', 'tiểu', 'các'].map(keyOf))
const sub = keyOf('tiểu')
const list = /^, ?$/

/** Citations of more than one part, or of a part of a named text. */
export function citationFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 0; at < words.length; ) {
    const chain = chainAt(words, at)
    const [first, last] = [chain[0], chain.at(-1)]
    if (first === undefined || last === undefined) {
      at++
      continue
    }
    const wrong = chain.filter((link) => link.wrong)
    const [from, to] = [wrong[0], wrong.at(-1)]
    if (from !== undefined && to !== undefined && isCitation(words, chain))
      faults.push(faultOf(text, words, chain, from.at, to.end))
    at = last.end
  }
  return faults
}

function faultOf(text: string, words: readonly Word[], chain: readonly Link[], from: number, to: number) {
  const wrongAt = new Set(chain.filter((link) => link.wrong).map(({ at }) => at))
  return rewritten('C08', text, words, from, to, (word, offset) => {
    if (!wrongAt.has(from + offset)) return word.text
    return heads.get(word.key)?.capital ? inCaseOf(word.text, 'A') : word.text.toLowerCase()
  })
}

function chainAt(words: readonly Word[], at: number): readonly Link[] {
  const chain: Link[] = []
  for (let from = at; ; ) {
    const link = linkAt(words, from)
    if (link === undefined) return chain
    chain.push(link)
    const next = words[link.end]
    if (next === undefined || !(joins(next.gap) || list.test(next.gap))) return chain
    from = between.has(next.key) ? link.end + 1 : link.end
  }
}

/** `điểm a, b và c`, `khoản 2`, `Điều 103`. */
function linkAt(words: readonly Word[], at: number): Link | undefined {
  const [head, number] = [words[at], words[at + 1]]
  if (!head || !number || head.quoted || !joins(number.gap)) return undefined
  const form = heads.get(head.key)
  if (form === undefined || !form.number.test(number.text) || head.letters === 'all capital') return undefined
  if (isCompound(words, at)) return undefined
  let end = at + 2
  for (;;) {
    const [next, after] = [words[end], words[end + 1]]
    if (next && list.test(next.gap) && form.number.test(next.text)) end += 1
    else if (next && (next.key === and || next.key === or) && after && form.number.test(after.text)) end += 2
    else break
  }
  const capital = head.letters === 'capital'
  // Of `Tiểu mục 1` the first word is capital.
  if (words[at - 1]?.key === sub) return { at, end, wrong: false }
  return { at, end, wrong: form.capital ? !capital : capital && !head.begins }
}

const compounds = new Set(
  [
    'danh',
    'hạng',
    'chuyên',
    'đề',
    'tiết',
    'tiêu',
    'thành',
    'cổ',
    'một',
    'mọi',
    'những',
    'nhiều',
    'tài',
    'quan',
    'địa',
    'thời',
    'trọng',
    'tâm',
    'luận',
    'trăm',
    'mấy',
    'vài',
    'hai',
    'ba',
  ].map(keyOf),
)

/** `danh mục 5`, `tài khoản 2`, `một điều 2 bên`. */
function isCompound(words: readonly Word[], at: number): boolean {
  const [before, head] = [words[at - 1], words[at]]
  if (before === undefined || head === undefined || !joins(head.gap)) return false
  return compounds.has(before.key) || (before.letters === 'number' && !isNumberOfPart(words, at - 1))
}

const isNumberOfPart = (words: readonly Word[], at: number) =>
  heads.has(words[at - 1]?.key ?? '') ||
  [and, or].includes(words[at - 1]?.key ?? '') ||
  list.test(words[at]?.gap ?? '')

const citing = new Set(['tại', 'theo', 'cứ', 'của', 'bỏ', 'sung', 'hành'].map(keyOf))
const texts = new Set(
  ['luật', 'bộ', 'nghị', 'thông', 'quyết', 'hiến', 'pháp', 'quy', 'điều', 'phụ', 'chỉ', 'kế'].map(keyOf),
)

/** Sure where parts stand in a row, or one article is cited of a text that is named. */
function isCitation(words: readonly Word[], chain: readonly Link[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined) return false
  const kinds = new Set(chain.map(({ at }) => words[at]?.key))
  if (kinds.size > 1) return true
  const next = words[last.end]
  const named = next?.key === of ? words[last.end + 1] : next
  const ofText =
    named?.letters === 'capital' && texts.has(named.key) && (joins(named.gap) || named.gap === '')
  if (ofText) return true
  const article = words[first.at]?.key === keyOf('điều')
  const before = words[first.at - 1]
  return (
    article &&
    before !== undefined &&
    citing.has(before.key) &&
    joins(words[first.at]?.gap ?? '') &&
    endsThere(next)
  )
}

const endsThere = (next: Word | undefined) => next === undefined || /^\s{0,2}[,.;)]/.test(next.gap)
