import { expect, test } from 'vitest'
import { firstParagraph, made, readMade, style } from '../testing/read-body.ts'

const pDefaults = (pPr: string) =>
  `<w:docDefaults><w:pPrDefault><w:pPr>${pPr}</w:pPr></w:pPrDefault></w:docDefaults>`

test('each attribute of gaps and indents is inherited by itself (17.3.1.12, 17.3.1.33)', async () => {
  const styles =
    pDefaults('<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>') +
    style(
      'paragraph',
      'A',
      '<w:pPr><w:spacing w:before="120"/><w:ind w:left="100" w:firstLine="720"/></w:pPr>',
    )
  const paragraph = await firstParagraph(made('a', '', '<w:pStyle w:val="A"/><w:ind w:right="50"/>'), {
    styles,
  })
  expect(paragraph.spacing).toMatchObject({ before: 120, after: 160, line: 259, lineRule: 'auto' })
  expect(paragraph.indent).toEqual({ left: 100, right: 50, firstLine: 720 })
})

test('what hangs and what is set in take each other away', async () => {
  const styles = style('paragraph', 'A', '<w:pPr><w:ind w:hanging="360"/></w:pPr>')
  const hanging = await firstParagraph(made('a', '', '<w:pStyle w:val="A"/>'), { styles })
  expect(hanging.indent.firstLine).toBe(-360)
  const set = await firstParagraph(made('a', '', '<w:pStyle w:val="A"/><w:ind w:firstLine="567"/>'), {
    styles,
  })
  expect(set.indent.firstLine).toBe(567)
})

test('an indent in letters goes before one in twips, and is of the size of the letters', async () => {
  const pPr = '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
  const paragraph = await firstParagraph(made('a', '<w:sz w:val="28"/>', pPr))
  expect(paragraph.indent.firstLine).toBe(560)
  expect(paragraph.relative).toBe(true)
  const none = await firstParagraph(made('a', '', '<w:ind w:firstLineChars="0" w:firstLine="480"/>'))
  expect(none.indent.firstLine).toBe(480)
  expect(none.relative).toBeUndefined()
})

test('gaps by themselves and in lines go before gaps in twips', async () => {
  const auto = await firstParagraph(made('a', '', '<w:spacing w:before="5" w:beforeAutospacing="1"/>'))
  expect(auto.spacing.before).toBe(280)
  const lines = '<w:spacing w:beforeLines="50" w:before="1" w:afterLines="100"/>'
  expect((await firstParagraph(made('a', '', lines))).spacing).toMatchObject({ before: 120, after: 240 })
  const grid = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
  expect((await firstParagraph(made('a', '', lines) + grid)).spacing).toMatchObject({
    before: 156,
    after: 312,
  })
})

test.each([
  ['<w:jc w:val="start"/>', 'left'],
  ['<w:jc w:val="end"/>', 'right'],
  ['<w:jc w:val="both"/>', 'both'],
  ['<w:jc w:val="center"/>', 'center'],
  ['<w:bidi/>', 'right'],
  ['<w:bidi/><w:jc w:val="right"/>', 'left'],
  ['<w:jc w:val="distribute"/>', 'distribute'],
  ['', 'left'],
])('%s is %s', async (pPr, alignment) => {
  expect((await firstParagraph(made('a', '', pPr))).alignment).toBe(alignment)
})

test('other properties', async () => {
  const pPr =
    '<w:keepNext/><w:pageBreakBefore/><w:pBdr><w:bottom w:val="single" w:sz="6" w:color="ff0000"/><w:top w:val="nil"/></w:pBdr><w:contextualSpacing/><w:outlineLvl w:val="0"/>'
  expect(await firstParagraph(made('a', '', pPr))).toMatchObject({
    keepNext: true,
    pageBreakBefore: true,
    borders: { bottom: { style: 'single', size: 6, colour: 'FF0000' } },
    spacing: { contextual: true },
    outlineLevel: 0,
  })
})

const list = (levels: string) => `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>`
const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${360 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
const num = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${more}</w:num>`
const item = (numId: number, ilvl: number, more = '') =>
  made('a', '', `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>${more}`)

async function labels(numbering: string, body: string, styles = '') {
  const read = await readMade({ numbering, body, styles })
  return read.paragraphs.map((paragraph) => paragraph.numbering?.label ?? null)
}

test('lists are counted as Word counts them (17.9)', async () => {
  const numbering =
    list(level(0, 'decimal', 'Điều %1.') + level(1, 'lowerLetter', '%2)') + level(2, 'decimal', '%1.%3')) +
    num(1)
  const body = [0, 1, 1, 2, 0, 1, 2, 2].map((each) => item(1, each)).join('')
  expect(await labels(numbering, body)).toEqual(['Điều 1.', 'a)', 'b)', '1.1', 'Điều 2.', 'a)', '2.1', '2.2'])
})

test.each([
  ['<w:rPr><w:b/></w:rPr>', '', true],
  ['<w:rPr><w:b w:val="0"/></w:rPr>', '<w:rPr><w:b/></w:rPr>', false],
  ['', '<w:rPr><w:b/></w:rPr>', true],
  ['', '<w:rPr><w:b w:val="0"/></w:rPr>', false],
  ['', '', true],
])(
  'a label is bold as its level “%s”, its paragraph mark “%s” or its style say',
  async (ofLevel, mark, bold) => {
    const read = await readMade({
      styles: style('paragraph', 'S', '<w:rPr><w:b/></w:rPr>'),
      numbering: list(level(0, 'decimal', 'Điều %1.').replace('</w:lvl>', `${ofLevel}</w:lvl>`)) + num(1),
      body: `<w:p><w:pPr><w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr>${mark}</w:pPr></w:p>`,
    })
    expect(read.paragraphs[0]?.numbering).toMatchObject({ label: 'Điều 1.', bold })
  },
)

test('after d comes e, for Word counts by the Latin alphabet (17.18.59)', async () => {
  const numbering = list(level(0, 'lowerLetter', '%1)')) + num(1)
  expect(await labels(numbering, item(1, 0).repeat(28))).toEqual(
    [...'abcdefghijklmnopqrstuvwxyz', 'aa', 'bb'].map((letter) => `${letter})`),
  )
})

test.each([
  ['upperRoman', ['I', 'II', 'III', 'IV']],
  ['lowerRoman', ['i', 'ii', 'iii', 'iv']],
  ['upperLetter', ['A', 'B', 'C', 'D']],
  ['decimalZero', ['01', '02', '03', '04']],
  ['vietnameseCounting', ['một', 'hai', 'ba', 'bốn']],
  ['none', ['', '', '', '']],
])('counts by %s', async (format, expected) => {
  const numbering = list(level(0, format, '%1')) + num(1)
  expect(await labels(numbering, item(1, 0).repeat(4))).toEqual(expected)
})

test('signs of lists are shown as they are seen', async () => {
  const symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>'
  const numbering =
    list(level(0, 'bullet', '\uF0B7').replace('</w:lvl>', symbol) + level(1, 'bullet', '-')) + num(1)
  expect(await labels(numbering, item(1, 0) + item(1, 1))).toEqual(['•', '-'])
})

test('lists of one definition count on; one that says where it starts begins there (17.9.26)', async () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const numbering = list(level(0, 'decimal', '%1.')) + num(1) + num(2) + num(3, start)
  const body = [1, 1, 2, 3, 3, 1].map((each) => item(each, 0)).join('')
  expect(await labels(numbering, body)).toEqual(['1.', '2.', '3.', '5.', '6.', '7.'])
})

test('a level may restart after another or never, and show Arabic figures (17.9.10, 17.9.4)', async () => {
  const numbering =
    list(
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>') +
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
    ) + num(1)
  const body = [0, 1, 2, 0, 1, 2].map((each) => item(1, each)).join('')
  expect(await labels(numbering, body)).toEqual(['I.', '1.', '1.1.1', 'II.', '2.', '2.2.1'])
})

test('a style may be numbered; the level is the one that names it (17.9.23)', async () => {
  const numbering =
    list(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>')) + num(1)
  const styles =
    style('paragraph', 'H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style('paragraph', 'H2', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>')
  const p = (id: string, more = '') => made('a', '', `<w:pStyle w:val="${id}"/>${more}`)
  const body = p('H1') + p('H2') + p('H2') + p('H2', '<w:numPr><w:numId w:val="0"/></w:numPr>')
  expect(await labels(numbering, body, styles)).toEqual(['1.', '1.1', '1.2', null])
})

test("a list's indents go before those of the style below it, and behind the paragraph's own (17.7.2)", async () => {
  const numbering = list(level(0, 'decimal', '%1.')) + num(1)
  const styles = style('paragraph', 'A', '<w:pPr><w:ind w:left="1000" w:firstLine="720"/></w:pPr>')
  const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  const listed = await firstParagraph(made('a', '', `<w:pStyle w:val="A"/>${numPr}`), { numbering, styles })
  expect(listed.indent).toEqual({ left: 360, right: 0, firstLine: -360 })
  const own = await firstParagraph(made('a', '', `${numPr}<w:ind w:left="0" w:firstLine="567"/>`), {
    numbering,
  })
  expect(own.indent).toEqual({ left: 0, right: 0, firstLine: 567 })
  const inStyle = style('paragraph', 'B', `<w:pPr>${numPr}<w:ind w:left="5" w:firstLine="6"/></w:pPr>`)
  const styled = await firstParagraph(made('a', '', '<w:pStyle w:val="B"/>'), { numbering, styles: inStyle })
  expect(styled.indent).toEqual({ left: 5, right: 0, firstLine: 6 })
})

test('sections: pages, starts, and heads inherited one by one (17.6, 17.10.1)', async () => {
  const reference = (type: string, id: string) => `<w:headerReference w:type="${type}" r:id="${id}"/>`
  const read = await readMade({
    headers: { h1: made('một'), h2: made('hai'), h3: made('ba') },
    body:
      made(
        'a',
        '',
        `<w:sectPr>${reference('default', 'h1')}${reference('first', 'h2')}<w:titlePg/></w:sectPr>`,
      ) +
      made('b') +
      made('c', '', `<w:sectPr>${reference('default', 'h3')}<w:type w:val="continuous"/></w:sectPr>`) +
      made('d') +
      '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="567" w:left="30mm"/><w:pgNumType w:start="1" w:fmt="lowerRoman"/></w:sectPr>',
  })
  expect(read.paragraphs.map((each) => each.sectionIndex)).toEqual([0, 1, 1, 2])
  const heads = read.sections.map(({ headers }) =>
    [headers.default, headers.first, headers.even].map((each) => each?.paragraphs[0]?.text ?? null),
  )
  expect(heads).toEqual([
    ['một', 'hai', null],
    ['ba', 'hai', null],
    ['ba', 'hai', null],
  ])
  expect(read.sections.map((each) => [each.titlePage, each.startsOn])).toEqual([
    [true, 'nextPage'],
    [false, 'continuous'],
    [false, 'nextPage'],
  ])
  expect(read.sections[2]).toMatchObject({
    landscape: true,
    widthTwips: 16838,
    marginsTwips: { top: 567, left: 1701, right: 1440 },
    pageNumberStart: 1,
    pageNumberFormat: 'lowerRoman',
  })
})

test('a body without a section has one of US letter, as Word shows it', async () => {
  const { sections } = await readMade({ body: made('a') })
  expect(sections).toHaveLength(1)
  expect(sections[0]).toMatchObject({ widthTwips: 12240, heightTwips: 15840, element: null })
})
