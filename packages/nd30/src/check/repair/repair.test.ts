import { expect, test } from 'vitest'
import { decodePart } from '../../read/decode.ts'
import { readDocument } from '../../read/read.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import { buildDocx, type HandMade } from '../../read/testing/build-docx.ts'
import type { Repair } from '../repair.ts'
import { applyRepairs } from './apply-repairs.ts'

type Ask = (read: ReadDocument) => readonly Repair[]

const textOf = (read: ReadDocument, part = 'word/document.xml') =>
  decodePart(part, read.parts.get(part) ?? new Uint8Array()).text

const paragraphsOf = (read: ReadDocument) => read.paragraphs.map((paragraph) => paragraph.text)

/** The document before and after, with the XML of its body. */
async function repaired(made: HandMade, ask: Ask) {
  const before = await readDocument(await buildDocx(made))
  const after = await readDocument(await applyRepairs(before, ask(before)))
  const body = (read: ReadDocument) => /<w:body>(.*)<\/w:body>/s.exec(textOf(read))?.[1] ?? ''
  return { before, after, xml: body(after), was: body(before) }
}

const bold: Ask = ({ paragraphs }) => [
  { type: 'run', run: paragraphs[0]?.runs[0] as never, set: { bold: true, sizeHalfPoints: 28 } },
]

test('puts properties where the schema has them', async () => {
  const { xml, after } = await repaired(
    {
      body: '<w:p><w:r><w:rPr><w:rStyle w:val="x"/><w:i/><w:lang w:val="vi-VN"/></w:rPr><w:t>A</w:t></w:r></w:p>',
    },
    bold,
  )
  expect(xml).toBe(
    '<w:p><w:r><w:rPr><w:rStyle w:val="x"/><w:b/><w:i/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr><w:t>A</w:t></w:r></w:p>',
  )
  expect(after.paragraphs[0]?.runs[0]).toMatchObject({ bold: true, italic: true, sizeHalfPoints: 28 })
})

test.each([
  ['<w:r><w:t>A</w:t></w:r>', '<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>A</w:t></w:r>'],
  ['<w:r><w:rPr/><w:t>A</w:t></w:r>', '<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>A</w:t></w:r>'],
  [
    '<w:r><w:rPr><w:b w:val="false"/><w:sz  w:val=\'26\' /></w:rPr><w:t>A</w:t></w:r>',
    "<w:r><w:rPr><w:b/><w:sz  w:val='28' /></w:rPr><w:t>A</w:t></w:r>",
  ],
  [
    '<w:r><w:rPr><w:b w:val="true"/><w:bCs w:val="0"/><w:sz w:val="28"/><w:szCs w:val="26"/></w:rPr><w:t>A</w:t></w:r>',
    '<w:r><w:rPr><w:b w:val="true"/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t>A</w:t></w:r>',
  ],
])('changes as few letters as can be: %s', async (run, expected) => {
  const { xml } = await repaired({ body: `<w:p>${run}</w:p>` }, bold)
  expect(xml).toBe(`<w:p>${expected}</w:p>`)
})

test('says against a style what the style says', async () => {
  const { after, xml } = await repaired(
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:jc w:val="center"/><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:b/><w:color w:themeColor="accent1" w:val="4472C4"/></w:rPr></w:style>',
      body: '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hint="default"/></w:rPr><w:t>A</w:t></w:r></w:p>',
    },
    ({ paragraphs: [paragraph] }) => [
      {
        type: 'run',
        run: paragraph?.runs[0] as never,
        set: { bold: false, italic: true, colour: 'auto', font: 'Times New Roman', underline: false },
      },
      { type: 'paragraph', paragraph: paragraph as never, set: { alignment: 'both', firstLineTwips: 720 } },
    ],
  )
  expect(after.paragraphs[0]).toMatchObject({ alignment: 'both', indent: { firstLine: 720 } })
  expect(after.paragraphs[0]?.runs[0]).toMatchObject({
    bold: false,
    italic: true,
    colour: 'auto',
    font: 'Times New Roman',
  })
  expect(xml).toContain('<w:ind w:firstLine="720" w:firstLineChars="0"/>')
  expect(xml).toContain('<w:rFonts w:hint="default" w:ascii="Times New Roman"')
})

test('calls properties as the file calls its elements', async () => {
  const ns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const document =
    `<?xml version="1.0"?><document xmlns="${ns}" xmlns:q="${ns}"><body>` +
    '<p><r><t>A</t></r></p><p q:rsidR="00000001"/></body></document>'
  const { after } = await repaired({ parts: { 'word/document.xml': document } }, ({ paragraphs: [a, b] }) => [
    { type: 'run', run: a?.runs[0] as never, set: { italic: false } },
    { type: 'paragraph', paragraph: b as never, set: { alignment: 'right' } },
  ])
  expect(textOf(after)).toBe(
    document
      .replace('<r>', '<r><rPr><i q:val="0"/></rPr>')
      .replace('"00000001"/>', '"00000001"><pPr><jc q:val="right"/></pPr></p>'),
  )
})

test('writes start and end in ISO strict', async () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const { after } = await repaired(
    {
      parts: {
        'word/document.xml': `<w:document xmlns:w="${strict}"><w:body><w:p><w:pPr><w:ind w:start="12pt"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>`,
      },
    },
    ({ paragraphs: [a] }) => [
      {
        type: 'paragraph',
        paragraph: a as never,
        set: { alignment: 'left', leftTwips: 0, firstLineTwips: -100 },
      },
    ],
  )
  expect(textOf(after)).toContain('<w:pPr><w:ind w:start="0" w:hanging="100"/><w:jc w:val="start"/></w:pPr>')
  expect(after.paragraphs[0]).toMatchObject({ alignment: 'left', indent: { left: 0, firstLine: -100 } })
})

test.each<[string, string, readonly [number, number, string][], string]>([
  ['a word', '<w:t>Số : 5</w:t>', [[2, 3, '']], '<w:t>Số: 5</w:t>'],
  ['behind a reference', '<w:t>A&amp;B &#x110;5</w:t>', [[5, 6, '05']], '<w:t>A&amp;B &#x110;05</w:t>'],
  ['what must be escaped', '<w:t>a</w:t>', [[0, 1, '<&>']], '<w:t>&lt;&amp;&gt;</w:t>'],
  [
    'several places',
    '<w:t>15/QĐ – BNV</w:t>',
    [
      [5, 6, ''],
      [6, 7, '-'],
      [7, 8, ''],
    ],
    '<w:t>15/QĐ-BNV</w:t>',
  ],
  ['over two pieces', '<w:t>ab</w:t><w:t>cd</w:t>', [[1, 3, 'X']], '<w:t>aX</w:t><w:t>d</w:t>'],
  ['a tab', '<w:tab/><w:t>a</w:t>', [[0, 1, '']], '<w:t>a</w:t>'],
  ['a sign alone', '<w:noBreakHyphen/>', [[0, 1, '-']], '<w:t xml:space="preserve">-</w:t>'],
  ['an end that is a space', '<w:t>ab</w:t>', [[2, 2, ' ']], '<w:t xml:space="preserve">ab </w:t>'],
  ['what was trimmed', '<w:t> ab </w:t>', [[0, 1, 'A']], '<w:t> Ab </w:t>'],
  [
    'a section of letters',
    '<w:t><![CDATA[a<b]]></w:t>',
    [[0, 1, 'A']],
    '<w:t xml:space="preserve">A&lt;b</w:t>',
  ],
  ['an addition', '<w:t>Điều 1</w:t>', [[6, 6, '.']], '<w:t>Điều 1.</w:t>'],
])('changes letters: %s', async (_, content, changes, expected) => {
  const { xml } = await repaired({ body: `<w:p><w:r>${content}</w:r></w:p>` }, ({ paragraphs: [a] }) =>
    changes.map(([from, to, by]) => ({ type: 'text', run: a?.runs[0] as never, from, to, by })),
  )
  expect(xml).toBe(`<w:p><w:r>${expected}</w:r></w:p>`)
})

test('converts letters of an old encoding with their typeface', async () => {
  const { after } = await repaired(
    {
      body: '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>ViÖt</w:t></w:r></w:p>',
    },
    ({ paragraphs: [a] }) => {
      const run = a?.runs[0] as never
      return [
        { type: 'text', run, from: 0, to: 4, by: 'Việt' },
        { type: 'run', run, set: { font: 'Times New Roman' } },
      ]
    },
  )
  expect(after.paragraphs[0]?.runs[0]).toMatchObject({ text: 'Việt', font: 'Times New Roman' })
})

test('refuses two repairs that contradict each other', async () => {
  const before = await readDocument(await buildDocx({ body: '<w:p><w:r><w:t>ab</w:t></w:r></w:p>' }))
  const run = before.paragraphs[0]?.runs[0] as never
  const apply = (...repairs: Repair[]) => applyRepairs(before, repairs)
  await expect(
    apply({ type: 'run', run, set: { bold: true } }, { type: 'run', run, set: { bold: false } }),
  ).rejects.toThrow(RangeError)
  await expect(
    apply({ type: 'text', run, from: 0, to: 2, by: 'x' }, { type: 'text', run, from: 1, to: 2, by: 'y' }),
  ).rejects.toThrow(RangeError)
  await expect(
    apply({ type: 'run', run, set: { bold: true } }, { type: 'run', run, set: { bold: true, italic: true } }),
  ).resolves.toBeInstanceOf(Uint8Array)
})

test('sets a page, and writes it whole where there was none', async () => {
  const set = { widthTwips: 11906, heightTwips: 16838, marginsTwips: { left: 1701 } }
  const ask: Ask = ({ sections: [section] }) => [
    { type: 'section', section: section as never, set },
    { type: 'section', section: section as never, set: { marginsTwips: { right: 850 } } },
  ]
  const some = await repaired(
    { body: '<w:p/><w:sectPr><w:pgSz w:w="1" w:h="2" w:orient="landscape"/><w:cols/></w:sectPr>' },
    ask,
  )
  expect(some.xml).toBe(
    '<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="850" w:bottom="1440" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/><w:cols/></w:sectPr>',
  )
  const none = await repaired({ body: '<w:p/>' }, ask)
  expect(none.after.sections[0]).toMatchObject({
    widthTwips: 11906,
    marginsTwips: { left: 1701, right: 850 },
  })
})

const number: Ask = ({ sections: [section] }) => [
  { type: 'page-number', section: section as never, sizeHalfPoints: 26 },
]

const pageField =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

test.each<[string, HandMade]>([
  ['no section at all', { body: '<w:p/>' }],
  ['an empty section', { body: '<w:p/><w:sectPr/>' }],
  ['a section', { body: '<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>' }],
  [
    'an empty head',
    {
      headers: { h1: '<w:p/>' },
      body: '<w:p/><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
    },
  ],
  [
    'a head that says something',
    {
      headers: { h1: '<w:p><w:r><w:t>BẢN THẢO</w:t></w:r></w:p>' },
      body: '<w:p/><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
    },
  ],
  [
    'a number on the left',
    {
      headers: { h1: `<w:p>${pageField}</w:p>` },
      body: '<w:p/><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
    },
  ],
  [
    'a number at the foot',
    {
      footers: { f1: `<w:p><w:r><w:t>- </w:t></w:r>${pageField}<w:r><w:t> -</w:t></w:r></w:p>` },
      body: '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>',
    },
  ],
  [
    'odd and even pages',
    { settings: '<w:evenAndOddHeaders/>', body: '<w:p/><w:sectPr><w:titlePg w:val="0"/></w:sectPr>' },
  ],
])('numbers pages: %s', async (_, made) => {
  const { before, after } = await repaired(made, number)
  const [section] = after.sections
  const numbers = (blocks: ReadDocument['paragraphs']) =>
    blocks.filter((each) => each.runs.some((run) => run.field === 'PAGE'))
  const heads = numbers(section?.headers.default?.paragraphs ?? [])
  expect(heads).toHaveLength(1)
  expect(heads[0]?.alignment).toBe('center')
  expect(section?.titlePage).toBe(true)
  expect(section?.headers.first).toBeUndefined()
  if (before.notes.includes('odd_even_headers'))
    expect(numbers(section?.headers.even?.paragraphs ?? [])).toHaveLength(1)
  expect(numbers(section?.footers.default?.paragraphs ?? [])).toHaveLength(0)
  const again = await readDocument(await applyRepairs(after, number(after)))
  expect([...again.parts]).toEqual([...after.parts])
})

test('draws a line below words, once', async () => {
  const rule: Ask = ({ paragraphs: [paragraph] }) => [
    { type: 'rule-below', paragraph: paragraph as never, lengthTwips: 2000 },
  ]
  const { before, after } = await repaired(
    {
      body: '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>',
    },
    rule,
  )
  expect(before.paragraphs[0]?.shapes).toEqual([])
  expect(after.paragraphs[0]?.shapes).toMatchObject([
    { kind: 'line', widthEmu: 2000 * 635, anchor: { alignX: 'center' }, strokeColour: '000000' },
  ])
  expect(paragraphsOf(after)).toEqual(paragraphsOf(before))
  const again = await readDocument(await applyRepairs(after, rule(after)))
  expect([...again.parts]).toEqual([...after.parts])
})

test.each([
  '<w:pict><v:line from="0,0" to="50pt,0"/></w:pict>',
  '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent>',
])('a line that was drawn before gives way: %s', async (drawn) => {
  const { before, after, xml } = await repaired(
    { body: `<w:p><w:r><w:t>a</w:t></w:r><w:r>${drawn}</w:r><w:r><w:t>b</w:t></w:r></w:p>` },
    ({ paragraphs: [paragraph] }) => [
      { type: 'rule-below', paragraph: paragraph as never, lengthTwips: 100 },
    ],
  )
  expect(before.paragraphs[0]?.shapes).toHaveLength(1)
  expect(after.paragraphs[0]?.shapes).toMatchObject([{ kind: 'line', widthEmu: 63500 }])
  expect(xml).not.toContain('v:line')
  // Anchored on the last line of the words, or it would cross out the second of two.
  expect(xml.indexOf('<w:drawing>')).toBeGreaterThan(xml.indexOf('<w:t>b</w:t>'))
  expect(after.paragraphs[0]?.text).toBe('ab')
})

test('parts that no repair touches keep their bytes, in their order', async () => {
  const { before, after } = await repaired(
    { styles: '<w:docDefaults/>', body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>' },
    bold,
  )
  expect([...after.parts.keys()]).toEqual([...before.parts.keys()])
  for (const [name, bytes] of before.parts)
    if (name !== 'word/document.xml') expect(after.parts.get(name)).toEqual(bytes)
})

test('the same repairs give the same bytes', async () => {
  const read = await readDocument(await buildDocx({ body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>' }))
  expect(await applyRepairs(read, bold(read))).toEqual(await applyRepairs(read, bold(read)))
})

test('a part in UTF-16 stays so', async () => {
  const xml =
    '\uFEFF<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Điều</w:t></w:r></w:p></w:body></w:document>'
  const { after } = await repaired({ parts: { 'word/document.xml': Buffer.from(xml, 'utf16le') } }, bold)
  expect(after.parts.get('word/document.xml')?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
  expect(after.paragraphs[0]?.runs[0]).toMatchObject({ text: 'Điều', bold: true })
})
