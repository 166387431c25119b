import type { Paragraph, ReadDocument, Run } from '../../read/read-document.ts'
import { composed, isComposed } from '../../text/compose.ts'
import { looksLikeLegacy } from '../../text/legacy/legacy.ts'
import { legacyOfRun } from '../../text/legacy/legacy-of-run.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { Repair } from '../repair.ts'
import { convertRun } from './edit-text.ts'
import { convertLegacy, legacyRunsOf } from './legacy-letters.ts'
import { colourName, joined, quoted } from './say.ts'

/** Everything that is read: the text, the notes, heads and feet of pages; each part once. */
export function everyParagraph({ paragraphs, footnotes, sections }: ReadDocument): readonly Paragraph[] {
  const parts = new Map(
    sections.flatMap(({ headers, footers }) =>
      [...Object.values(headers), ...Object.values(footers)].map((each) => [each.part, each] as const),
    ),
  )
  return [...paragraphs, ...footnotes, ...[...parts.values()].flatMap((part) => part.paragraphs)]
}

const inked = /[\p{L}\p{N}]/u
const hasInk = (run: Run) => !run.hidden && !run.symbol && inked.test(run.text)

/** P03: Times New Roman. One finding a paragraph. Annex I, part I, mục I.4. */
export const judgeTypeface: Judge = ({ read, profile }) =>
  everyParagraph(read).flatMap((paragraph): readonly Draft[] => {
    const runs = paragraph.runs.filter((run) => hasInk(run) && legacyOfRun(run) === null)
    const wrong = runs.filter((run) => !isFont(run, profile.font))
    if (wrong.length === 0) return []
    const first = wrong[0]
    return [
      {
        rule: 'P03',
        code: 'typeface_wrong',
        at: first && wrong.length < runs.length ? { paragraph, run: first } : { paragraph },
        found: [...new Set(wrong.map(({ font }) => font))].join(', '),
        expected: profile.font,
        repairs: wrong.map((run): Repair => ({ type: 'run', run, set: { font: profile.font } })),
      },
    ]
  })

/** Also by the name that PDF gives it. */
function isFont({ font }: Run, wanted: string): boolean {
  const plain = (name: string) => name.toLowerCase().replaceAll(' ', '')
  return plain(font) === plain(wanted) || plain(font) === `${plain(wanted)}psmt`
}

/** P04: black, but for marks in shapes and what is a link. Annex I, part I, mục I.4. */
export const judgeColour: Judge = (context) =>
  everyParagraph(context.read).flatMap((paragraph): readonly Draft[] => {
    if (paragraph.inShape || isMark(context, paragraph)) return []
    const runs = paragraph.runs.filter(hasInk)
    const wrong = runs.filter((run) => !isBlack(run) && !isLink(run))
    if (wrong.length === 0) return []
    const first = wrong[0]
    return [
      {
        rule: 'P04',
        code: 'colour_wrong',
        at: first && wrong.length < runs.length ? { paragraph, run: first } : { paragraph },
        found: joined([...new Set(wrong.map(({ colour }) => colour))].map(colourName)),
        expected: { vi: 'màu đen', en: 'black' },
        repairs: wrong.map((run): Repair => ({ type: 'run', run, set: { colour: 'auto' } })),
      },
    ]
  })

const isBlack = ({ colour }: Run) => colour === 'auto' || colour === '000000'

function isMark({ recognised }: JudgeContext, paragraph: Paragraph): boolean {
  const { urgency, circulation, draft } = recognised.head
  return [urgency, circulation, draft].some((piece) => piece?.paragraph === paragraph)
}

function isLink({ field, element }: Run): boolean {
  if (/^\s*HYPERLINK/iu.test(field ?? '')) return true
  for (let at = element.parent; at !== null; at = at.parent) {
    if (at.name === 'w:hyperlink') return true
    if (at.name === 'w:p') return false
  }
  return false
}

/** P06: each letter one sign, and Vietnamese. Annex I, part I, mục I.4; TCVN 6909:2001. */
export const judgeComposition: Judge = ({ read }) =>
  everyParagraph(read).flatMap((paragraph): readonly Draft[] => {
    const wrong = paragraph.runs.filter(
      (run) => !run.hidden && legacyOfRun(run) === null && !isComposed(run.text),
    )
    const parted = marksParted(paragraph)
    if (wrong.length === 0 && parted.length === 0) return []
    return [
      {
        rule: 'P06',
        code: 'not_composed',
        at: { paragraph },
        found: {
          vi: 'dấu rời hoặc chữ giống chữ Việt',
          en: 'marks apart, or letters that only look Vietnamese',
        },
        expected: { vi: 'Unicode dựng sẵn', en: 'composed Unicode' },
        repairs: parted.length > 0 ? parted : wrong.flatMap((run) => convertRun(run, composed)),
      },
    ]
  })

const marksFirst = /^[\u0300-\u036f]+/
const marksAlone = /^[\u0300-\u036f]*$/

/** Marks at the beginning of runs whose letter ends a run before; a letter may have two marks, each in a run of its own. */
function marksParted({ runs }: Paragraph): readonly Repair[] {
  const parted = new Map<Run, { run: Run; marks: string }[]>()
  let home: Run | undefined
  for (const run of runs) {
    const marks = marksFirst.exec(run.text)?.[0]
    if (run.field) home = undefined
    else if (marks && home) parted.set(home, [...(parted.get(home) ?? []), { run, marks }])
    if (!run.field && !marksAlone.test(run.text)) home = run
  }
  return [...parted].flatMap(([before, following]): readonly Repair[] => {
    const letter = before.text.at(-1)
    if (!letter || !/[\p{L}\p{M}]/u.test(letter)) return []
    const end = before.text.length
    const by = composed(letter + following.map(({ marks }) => marks).join(''))
    return [
      { type: 'text', run: before, from: end - 1, to: end, by },
      ...following.map(
        ({ run, marks }): Repair => ({ type: 'text', run, from: 0, to: marks.length, by: '' }),
      ),
    ]
  })
}

/** P07: no letters of TCVN3 or VNI. */
export const judgeEncoding: Judge = ({ read, profile }) =>
  everyParagraph(read).flatMap((paragraph): readonly Draft[] => {
    const found = legacyRunsOf(paragraph.runs)
    const misread = found.length > 0 ? null : looksLikeLegacy(paragraph.text)
    const legacyRuns = misread
      ? paragraph.runs
          .filter((run) => !run.hidden && run.text !== '')
          .map((run) => ({ run, legacy: misread }))
      : found
    if (legacyRuns.length === 0) return []
    const encodings = [...new Set(legacyRuns.map(({ legacy }) => legacy.encoding.toUpperCase()))]
    const fonts = [...new Set(legacyRuns.map(({ run }) => run.font))]
    return [
      {
        rule: 'P07',
        code: 'legacy_encoding',
        at: { paragraph },
        found: joined([encodings.join(', '), quoted(fonts.join(', '))], ': '),
        expected: 'Unicode',
        repairs: convertLegacy(legacyRuns, profile.font),
      },
    ]
  })
