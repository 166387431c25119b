import type { Range } from '../../profile/profile.ts'
import { tolerances, twipsOfMm } from '../../profile/tolerances.ts'
import type { Paragraph, Section } from '../../read/read-document.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { type Both, both, joined, millimetres, range } from './say.ts'

/** P01: A4, upright but for tables and annexes. Annex I, part I, mục I.1 and I.2. */
export const judgePaper: Judge = (context) => {
  const bySection = Map.groupBy(context.read.paragraphs, ({ sectionIndex }) => sectionIndex)
  return context.read.sections.flatMap((section) => [
    ...paper(context, section),
    ...landscape(context, section, bySection.get(section.index) ?? []),
  ])
}

function paper({ profile }: JudgeContext, section: Section): readonly Draft[] {
  const [short, long] = [twipsOfMm(profile.page.widthMm), twipsOfMm(profile.page.heightMm)]
  const lies = section.widthTwips > section.heightTwips
  const [width, height] = lies ? [long, short] : [short, long]
  const near = (found: number, wanted: number) => Math.abs(found - wanted) <= tolerances.pageTwips
  if (near(section.widthTwips, width) && near(section.heightTwips, height)) return []
  return [
    {
      rule: 'P01',
      code: 'paper_wrong',
      at: { section },
      found: joined([millimetres(section.widthTwips), millimetres(section.heightTwips)], ' × '),
      expected: joined([millimetres(width), millimetres(height)], ' × '),
      repairs: [{ type: 'section', section, set: { widthTwips: width, heightTwips: height } }],
    },
  ]
}

function landscape(
  { recognised }: JudgeContext,
  section: Section,
  within: readonly Paragraph[],
): readonly Draft[] {
  if (section.widthTwips <= section.heightTwips) return []
  const annexed = recognised.annexes.some(({ label }) => label.paragraph.sectionIndex <= section.index)
  const holds = within.some(
    ({ cell, shapes, inShape }) =>
      (cell !== null && !cell.table.borderless) || shapes.some(({ kind }) => kind !== 'line') || inShape,
  )
  if (annexed || holds || within.every(({ text }) => text.trim() === '')) return []
  return [
    {
      rule: 'P01',
      code: 'landscape_without_table',
      at: { section },
      found: { vi: 'trang ngang', en: 'landscape' },
      expected: { vi: 'trang đứng', en: 'portrait' },
      repairs: [],
    },
  ]
}

const sides = ['top', 'bottom', 'left', 'right'] as const
type Side = (typeof sides)[number]

const sideNames: Readonly<Record<Side, Both>> = {
  top: { vi: 'lề trên', en: 'top' },
  bottom: { vi: 'lề dưới', en: 'bottom' },
  left: { vi: 'lề trái', en: 'left' },
  right: { vi: 'lề phải', en: 'right' },
}

/** P02: margins; one finding a section. Annex I, part I, mục I.3. */
export const judgeMargins: Judge = ({ read, profile }) =>
  read.sections.flatMap((section): readonly Draft[] => {
    const wrong = sides.filter(
      (side) => !fits(marginOf(section, side), allowed(section, side, profile.page.marginsMm)),
    )
    if (wrong.length === 0) return []
    const named = (side: Side, value: Both) => joined([sideNames[side], value], ' ')
    const marginsTwips = Object.fromEntries(
      wrong.map((side) => [
        side,
        mended(section, side, allowed(section, side, profile.page.marginsMm), profile.chosen.marginsMm[side]),
      ]),
    )
    return [
      {
        rule: 'P02',
        code: 'margins_wrong',
        at: { section },
        found: joined(wrong.map((side) => named(side, millimetres(marginOf(section, side))))),
        expected: joined(
          wrong.map((side) => named(side, both(range(allowed(section, side, profile.page.marginsMm), 'mm')))),
        ),
        repairs: [{ type: 'section', section, set: { marginsTwips } }],
      },
    ]
  })

/** The gutter is part of the left margin, as a reader sees it. A negative one keeps the text where it is said. */
function marginOf({ marginsTwips }: Section, side: Side): number {
  const margin = Math.abs(marginsTwips[side])
  return side === 'left' ? margin + marginsTwips.gutter : margin
}

/** On a page that lies, the form does not say which side is which: the widest of all ranges holds for each. */
function allowed(section: Section, side: Side, margins: JudgeContext['profile']['page']['marginsMm']): Range {
  if (section.widthTwips <= section.heightTwips) return margins[side]
  const all = sides.flatMap((each) => [...margins[each]])
  return [Math.min(...all), Math.max(...all)]
}

const fits = (twips: number, [least, most]: Range) =>
  twips >= twipsOfMm(least) - tolerances.marginTwips && twips <= twipsOfMm(most) + tolerances.marginTwips

/** What we would write, where the range has it; else the nearest end. */
function mended(section: Section, side: Side, [least, most]: Range, chosenMm: number): number {
  const wanted = twipsOfMm(Math.min(most, Math.max(least, chosenMm)))
  return side === 'left' ? Math.max(0, wanted - section.marginsTwips.gutter) : wanted
}
