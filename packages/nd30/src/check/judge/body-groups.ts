import { fromRoman, toRoman } from '../../text/roman.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import { type BodyText, draft, isGroupNumber, textsOf } from './body-texts.ts'
import { rewrite } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { quoted } from './say.ts'

/** B10: phần and chương by Roman numbers, mục and tiểu mục by Arabic ones, titles in capitals on lines of their own. */
export const judgeGroups: Judge = (context) =>
  textsOf(context.recognised).flatMap((text) => {
    const own = text.filter((part) => !part.quoted)
    return [...looksOf(context, own), ...countsOf(own), ...headingCountsOf(own)]
  })

const names = { part: 'Phần', chapter: 'Chương', section: 'Mục', subsection: 'Tiểu mục' } as const
type Group = BodyPart & { readonly role: keyof typeof names }
const order = ['part', 'chapter', 'section', 'subsection'] as const
const isGroup = (part: BodyPart): part is Group => isGroupNumber(part.role)

function looksOf(context: JudgeContext, text: BodyText): readonly Draft[] {
  return text.flatMap((part) => {
    const { piece } = part
    if (isGroup(part)) return groupDrafts(context, part)
    if (part.role === 'groupTitle') return lookFaults(context, 'B10', 'groupTitle', [piece])
    if (part.role !== 'headingRoman' || isSentence(piece.text)) return []
    return lookFaults(context, 'B10', 'headingRoman', [piece])
  })
}

/** Text that only begins with a Roman number. */
const isSentence = (text: string) => /[.;:,]$/.test(text)

function groupDrafts(context: JudgeContext, part: Group): readonly Draft[] {
  const looks = lookFaults(context, 'B10', 'groupNumber', [part.piece])
  return [...looks, ...labelDraft(part), ...titleBeside(part)]
}

const isRomanCounted = ({ role }: Group) => role === 'part' || role === 'chapter'

/** How manieth it is, however that is written; null for words (`Phần thứ nhất`). */
function countOf({ number }: Group): number | null {
  const written = number ?? ''
  return /^\d{1,3}$/.test(written) ? Number(written) : fromRoman(written.toUpperCase())
}

/** `Chương 1`, `Mục I` */
function labelDraft(part: Group): readonly Draft[] {
  const { piece, label, automatic } = part
  const value = countOf(part)
  if (label === null || value === null || value === 0) return []
  const expected = `${names[part.role]} ${isRomanCounted(part) ? toRoman(value) : value}`
  const found = label.replace(/[\s.:]+/gu, ' ').trim()
  // Capitals are a matter of its look, and said there.
  if (found.normalize('NFC').toLowerCase() === expected.toLowerCase()) return []
  const mendable = !automatic && piece.text.startsWith(label)
  const repairs = mendable ? rewrite(piece, expected + piece.text.slice(label.length)) : []
  return [draft('B10', 'group_label', piece, found, expected, repairs)]
}

/** `Chương I: QUY ĐỊNH CHUNG` on one line. */
function titleBeside({ piece, label, automatic }: Group): readonly Draft[] {
  if (automatic || label === null || !piece.text.startsWith(label)) return []
  const line = piece.text.slice(label.length).split('\n', 1)[0] ?? ''
  if (!/\p{L}/u.test(line)) return []
  const expected = { vi: 'tiêu đề ở dòng dưới', en: 'the title on the next line' }
  return [draft('B10', 'group_title_beside', piece, quoted(piece.text), expected)]
}

function countsOf(text: BodyText): readonly Draft[] {
  const counts = new Map<string, number>()
  // Chapters may go on counting in the next part or begin anew.
  const mayBeginAnew = new Set<string>()
  const drafts: Draft[] = []
  for (const part of text) {
    if (!isGroup(part)) continue
    const value = countOf(part)
    const before = counts.get(part.role) ?? 0
    if (value !== null && value !== before + 1 && !(value === 1 && mayBeginAnew.has(part.role)))
      drafts.push(countDraft(part, before + 1))
    counts.set(part.role, value ?? before + 1)
    mayBeginAnew.delete(part.role)
    for (const below of order.slice(order.indexOf(part.role) + 1))
      if (below === 'chapter') mayBeginAnew.add(below)
      else counts.delete(below)
  }
  return drafts
}

function countDraft(part: Group, value: number): Draft {
  const number = isRomanCounted(part) ? toRoman(value) : String(value)
  return draft('B10', 'group_number', part.piece, part.label ?? '', `${names[part.role]} ${number}`)
}

/** `I.`, `II.`, `III.` */
function headingCountsOf(text: BodyText): readonly Draft[] {
  const drafts: Draft[] = []
  let before = 0
  for (const part of text) {
    if (isGroup(part)) before = 0
    if (part.role !== 'headingRoman') continue
    const value = fromRoman(part.number ?? '')
    if (value === null) continue
    if (value !== 1 && before !== 0 && value !== before + 1 && !isOneUnseen(before, value))
      drafts.push(draft('B10', 'heading_number', part.piece, part.label ?? '', `${toRoman(before + 1)}.`))
    before = value
  }
  return drafts
}

/** `V.` alone may have been taken for a letter of a name. */
const isOneUnseen = (before: number, value: number) =>
  value === before + 2 && toRoman(before + 1).length === 1
