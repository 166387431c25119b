import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../read/read.ts'
import type { Paragraph, ReadDocument } from '../../read/read-document.ts'
import { buildDocx } from '../../read/testing/build-docx.ts'
import { style } from '../../read/testing/read-body.ts'
import type { ParagraphChange, Repair, RunChange, SectionChange } from '../repair.ts'
import { applyRepairs } from './apply-repairs.ts'

const runProperties = [
  '<w:b/>',
  '<w:b w:val="0"/>',
  '<w:i/>',
  '<w:i w:val="false"/>',
  '<w:sz w:val="26"/>',
  '<w:szCs w:val="26"/>',
  '<w:u w:val="single"/>',
  '<w:color w:val="FF0000" w:themeColor="accent1"/>',
  '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:hint="eastAsia"/>',
  '<w:rFonts w:asciiTheme="minorHAnsi"/>',
  '<w:lang w:val="vi-VN"/>',
]
const paragraphProperties = [
  '<w:pStyle w:val="S"/>',
  '<w:keepNext/>',
  '<w:pBdr><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4" w:color="FF0000"/></w:pBdr>',
  '<w:spacing w:before="5" w:line="300" w:lineRule="exact"/>',
  '<w:spacing w:beforeLines="50" w:afterAutospacing="1"/>',
  '<w:ind w:left="9" w:hanging="7"/>',
  '<w:ind w:firstLineChars="200"/>',
  '<w:contextualSpacing/>',
  '<w:jc w:val="center"/>',
]
const styles = style(
  'paragraph',
  'S',
  '<w:pPr><w:jc w:val="right"/><w:ind w:firstLineChars="100"/></w:pPr><w:rPr><w:b/><w:i/><w:sz w:val="40"/></w:rPr>',
)

/** Some of them, each name once, in the order of the schema. */
const someOf = (all: readonly string[]) =>
  fc.subarray([...all]).map((chosen) => {
    const names = new Set<string>()
    return chosen.filter((each) => {
      const [name = ''] = /<[\w:]+/.exec(each) ?? []
      return !names.has(name) && names.add(name)
    })
  })

const letters = fc.constantFrom('Điều 1.', ' căn cứ ', 'a &amp; b', 'đ&#x111;', '')
const anyRun = fc
  .tuple(
    someOf(runProperties),
    fc.array(
      fc.oneof(
        letters.map((each) => `<w:t xml:space="preserve">${each}</w:t>`),
        fc.constant('<w:tab/>'),
      ),
      { maxLength: 3 },
    ),
  )
  .map(
    ([look, content]) =>
      `<w:r>${look.length ? `<w:rPr>${look.join('')}</w:rPr>` : ''}${content.join('')}</w:r>`,
  )
const anyParagraph = fc
  .tuple(someOf(paragraphProperties), fc.array(anyRun, { maxLength: 3 }))
  .map(([look, runs]) => `<w:p>${look.length ? `<w:pPr>${look.join('')}</w:pPr>` : ''}${runs.join('')}</w:p>`)
const anyBody = fc
  .tuple(
    fc.array(anyParagraph, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '<w:sectPr/>', '<w:sectPr><w:pgMar w:top="1"/><w:cols/></w:sectPr>'),
  )
  .map(([paragraphs, section]) => paragraphs.join('') + section)

const twips = fc.integer({ min: 0, max: 2000 })
const optional = <T extends object>(model: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }) =>
  fc.record(model as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  }) as unknown as fc.Arbitrary<T>

const anyRunChange = optional<RunChange>({
  font: fc.constant('Times New Roman'),
  sizeHalfPoints: fc.integer({ min: 2, max: 60 }),
  bold: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  colour: fc.constant('auto' as const),
})
const anyParagraphChange = optional<ParagraphChange>({
  alignment: fc.constantFrom('left', 'center', 'right', 'both'),
  firstLineTwips: fc.integer({ min: -900, max: 900 }),
  leftTwips: twips,
  rightTwips: twips,
  beforeTwips: twips,
  afterTwips: twips,
  line: fc.record({
    value: fc.integer({ min: 1, max: 600 }),
    rule: fc.constantFrom('auto', 'exact', 'atLeast'),
  }),
  contextual: fc.boolean(),
  bottomBorder: fc.constant('none' as const),
})
const anySectionChange = optional<SectionChange>({
  widthTwips: twips,
  heightTwips: twips,
  marginsTwips: fc.record({ top: twips, left: twips }),
  titlePage: fc.boolean(),
  pageNumberStart: fc.integer({ min: 1, max: 9 }),
})

interface Wanted {
  readonly paragraph: number
  readonly run: number
  readonly ofRun: RunChange
  readonly ofParagraph: ParagraphChange
}
const anyWanted = fc.record<Wanted>({
  paragraph: fc.nat(3),
  run: fc.nat(2),
  ofRun: anyRunChange,
  ofParagraph: anyParagraphChange,
})

const chosen = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

/** One for each paragraph and run at most, so that none contradicts another. */
function repairsFor(read: ReadDocument, wanted: Wanted, section: SectionChange): Repair[] {
  const paragraph = chosen(read.paragraphs, wanted.paragraph) as Paragraph
  const run = chosen(paragraph.runs, wanted.run)
  const [first] = read.sections
  return [
    { type: 'paragraph', paragraph, set: wanted.ofParagraph },
    ...(run ? [{ type: 'run', run, set: wanted.ofRun } as const] : []),
    ...(first ? [{ type: 'section', section: first, set: section } as const] : []),
  ]
}

function expectMended(read: ReadDocument, wanted: Wanted, section: SectionChange) {
  const paragraph = chosen(read.paragraphs, wanted.paragraph) as Paragraph
  const { alignment, line, contextual, bottomBorder, ...lengths } = wanted.ofParagraph
  if (alignment) expect(paragraph.alignment).toBe(alignment)
  if (line) expect(paragraph.spacing).toMatchObject({ line: line.value, lineRule: line.rule })
  if (bottomBorder) expect(['nil', undefined]).toContain(paragraph.borders.bottom?.style)
  if (contextual !== undefined) expect(paragraph.spacing.contextual).toBe(contextual)
  const { left, right, firstLine } = paragraph.indent
  const { before, after } = paragraph.spacing
  const now = {
    leftTwips: left,
    rightTwips: right,
    firstLineTwips: firstLine,
    beforeTwips: before,
    afterTwips: after,
  }
  expect(now).toMatchObject(lengths)
  const { underline, ...look } = wanted.ofRun
  const run = chosen(paragraph.runs, wanted.run)
  if (run) expect(run).toMatchObject(look)
  if (run && underline !== undefined) expect(run.underline).toBe(underline ? 'single' : 'none')
  const { pageNumberStart, ...page } = section
  expect(read.sections[0]).toMatchObject(page)
  if (pageNumberStart !== undefined) expect(read.sections[0]?.pageNumberStart).toBe(pageNumberStart)
}

const textsOf = (read: ReadDocument) => read.paragraphs.map((each) => each.runs.map((run) => run.text))

test('repairs make what they want, leave the words, and change nothing a second time', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, anyWanted, anySectionChange, async (body, wanted, section) => {
      const before = await readDocument(await buildDocx({ body, styles }))
      const after = await readDocument(await applyRepairs(before, repairsFor(before, wanted, section)))
      expectMended(after, wanted, section)
      expect(textsOf(after)).toEqual(textsOf(before))
      const again = await readDocument(await applyRepairs(after, repairsFor(after, wanted, section)))
      expect(again.parts.get('word/document.xml')).toEqual(after.parts.get('word/document.xml'))
    }),
    { numRuns: 150 },
  )
})

test('letters change where it is asked, wherever pieces of the run begin and end', async () => {
  const change = fc.record({
    at: fc.nat(60),
    length: fc.nat(12),
    by: fc.constantFrom('', 'x', ' ', 'Đ & <đ>'),
  })
  await fc.assert(
    fc.asyncProperty(anyRun, change, async (run, { at, length, by }) => {
      const before = await readDocument(await buildDocx({ body: `<w:p>${run}</w:p>` }))
      const read = before.paragraphs[0]?.runs[0]
      if (!read || read.text === '') return
      const from = at % (read.text.length + 1)
      const to = Math.min(read.text.length, from + length)
      const after = await readDocument(
        await applyRepairs(before, [{ type: 'text', run: read, from, to, by }]),
      )
      expect(after.paragraphs[0]?.runs[0]?.text).toBe(read.text.slice(0, from) + by + read.text.slice(to))
    }),
    { numRuns: 150 },
  )
})
