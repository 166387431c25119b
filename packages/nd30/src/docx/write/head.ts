import { BorderStyle, type FileChild, LineRuleType, Paragraph, TextRun } from 'docx'
import type { HeadWords, IssuerWords, TitledHead } from '../../model/words/head.ts'
import { plainText } from '../../model/words/spans.ts'
import type { Component, Profile } from '../../profile/profile.ts'
import { type LetterLook, textWidthPt } from '../../text/widths.ts'
import { columns } from './columns.ts'
import { textWidth } from './page.ts'
import { rule, ruleBelowNames, ruleBelowTitle, shortRule } from './rule.ts'
import { type Notes, runsOf } from './runs.ts'
import { lookOf } from './style-sheet.ts'
import { componentStyles, otherStyles, type StyleName } from './styles.ts'
import { twipsOfMm, twipsOfPt } from './units.ts'

/** Left 2, 3, 5b, 10b; right 11, 1, 4: two columns of a table without borders. */
export function headOf(head: HeadWords, profile: Profile, notes: Notes): readonly FileChild[] {
  const widths = headWidths(profile)
  const [left, right] = widths
  const below: Paragraph[] = [
    ...(head.number === null ? [] : [line('number', head.number)]),
    ...(head.letterAbstract === null
      ? []
      : [
          new Paragraph({
            style: componentStyles.letterAbstract.id,
            children: runsOf(head.letterAbstract, notes),
          }),
        ]),
    ...(head.urgency === null ? [] : [urgencyBox(head.urgency, left)]),
    ...(head.draft === null ? [] : [styled(otherStyles.draft, head.draft)]),
  ]
  const beside = head.issued === null ? [] : [line('issued', head.issued)]
  return [
    columns(widths, [
      // Above ô 1 and on a level of its own, so that the titles stay beside the bodies.
      ...(head.circulation === null
        ? []
        : [[orEmpty([]), [circulationBox(head.circulation, profile, right)]]]),
      [issuerLines(head, profile, left), titleLines(head, profile, right)],
      ...(below.length + beside.length === 0 ? [] : [[orEmpty(below), orEmpty(beside)]]),
    ]),
    ...kindLines(head, profile, notes),
  ]
}

/** The head of what is attached: ô 1 and 2 alone. */
export function titledHeadOf(head: TitledHead, profile: Profile): FileChild {
  const widths = headWidths(profile)
  return columns(widths, [[issuerLines(head, profile, widths[0]), titleLines(head, profile, widths[1])]])
}

/** So wide that the State's or the Party's title stays on one line. */
export function headWidths(profile: Profile): readonly [left: number, right: number] {
  const width = textWidth(profile)
  const right = twipsOfMm(profile.name === 'state' ? 94 : 92)
  return [width - right, right]
}

export function issuerLines(head: IssuerWords, profile: Profile, column: number): Paragraph[] {
  const look = lookOf(profile, 'issuer')
  return [
    ...head.superior.map((words) => line('superior', words)),
    ...head.issuer.map((words) => line('issuer', words)),
    head.belowIssuer === '*'
      ? styled(otherStyles.star, '*')
      : ruleBelowNames(head.issuer, letters(look), column),
  ]
}

function titleLines(head: TitledHead, profile: Profile, column: number): Paragraph[] {
  const last = head.titles.at(-1)
  return [
    ...head.titles.map(({ component, text }) => line(component, text)),
    ...(last ? [ruleBelowTitle(last.text, letters(lookOf(profile, last.component)), column)] : []),
  ]
}

/** Ô 5a, in the middle of the page. */
function kindLines(head: HeadWords, profile: Profile, notes: Notes): Paragraph[] {
  if (head.kind === null) return [new Paragraph({ style: otherStyles.gap.id })]
  const abstract = head.abstract ?? []
  const widest = Math.min(
    textWidthPt(plainText(abstract), letters(lookOf(profile, 'abstract'))),
    textWidth(profile) / 20,
  )
  return [
    line('kind', head.kind),
    ...(abstract.length > 0
      ? [new Paragraph({ style: componentStyles.abstract.id, children: runsOf(abstract, notes) })]
      : []),
    ...(head.belowAbstract === '-----'
      ? [styled(otherStyles.dashes, '-----')]
      : head.belowAbstract === 'rule'
        ? [rule(widest * shortRule, textWidth(profile))]
        : []),
    new Paragraph({ style: otherStyles.gap.id }),
  ]
}

const letters = ({
  chosenPt,
  bold,
  italic,
}: {
  chosenPt: number
  bold: boolean
  italic: boolean
}): LetterLook => ({
  sizePt: chosenPt,
  bold,
  italic,
})

export const line = (component: Component, words: string, keepNext?: true) =>
  styled(componentStyles[component], words, keepNext)

export const styled = ({ id }: StyleName, words: string, keepNext?: true) =>
  new Paragraph({ style: id, children: [new TextRun(words)], ...(keepNext ? { keepNext } : {}) })

export const orEmpty = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: otherStyles.gap.id })]

/** Annex I, part II, 10: 30, 40 and 20 mm wide, 8 mm high, bright red. */
const urgencyWidthsMm: Readonly<Record<string, number>> = { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 }

function urgencyBox(words: string, column: number): Paragraph {
  return boxed(componentStyles.urgency, words, twipsOfMm(urgencyWidthsMm[words] ?? 40), column, 'FF0000')
}

function circulationBox(words: string, profile: Profile, column: number): Paragraph {
  const width = twipsOfPt(textWidthPt(words, letters(lookOf(profile, 'circulation'))) + 12)
  return boxed(componentStyles.circulation, words, width, column, 'auto')
}

function boxed(style: StyleName, words: string, width: number, column: number, color: string): Paragraph {
  const side = { style: BorderStyle.SINGLE, size: 8, space: 0, color } as const
  const aside = Math.max(0, Math.round((column - width) / 2))
  return new Paragraph({
    style: style.id,
    indent: { left: aside, right: aside },
    spacing: { before: 120, after: 120, line: twipsOfMm(8), lineRule: LineRuleType.EXACT },
    border: { top: side, bottom: side, left: side, right: side },
    children: [new TextRun({ text: words, ...(color === 'auto' ? {} : { color }) })],
  })
}
