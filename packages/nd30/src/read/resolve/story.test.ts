import { expect, test } from 'vitest'
import { firstParagraph, made, readMade, style } from '../testing/read-body.ts'

const r = (inner: string, rPr = '') => `<w:r>${rPr && `<w:rPr>${rPr}</w:rPr>`}${inner}</w:r>`
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`
const mark = (type: string) => r(`<w:fldChar w:fldCharType="${type}"/>`)
const field = (code: string, result: string) =>
  mark('begin') + r(`<w:instrText>${code}</w:instrText>`) + mark('separate') + r(t(result)) + mark('end')
const p = (inner: string) => `<w:p>${inner}</w:p>`

test.each<[string, string, string]>([
  ['tabs and breaks', r(`${t('a')}<w:tab/>${t('b')}<w:br/>${t('c')}<w:cr/>`), 'a\tb\nc\n'],
  ['hyphens', r(`${t('Tự')}<w:noBreakHyphen/>${t('do')}<w:softHyphen/>`), 'Tự‑do'],
  ['signs of old typefaces', r('<w:sym w:font="Symbol" w:char="F0B7"/>'), '•'],
  ['space that is not preserved', r('<w:t>  a b </w:t>'), 'a b'],
  ['hidden letters', r(t('a')) + r(t('b'), '<w:vanish/>'), 'a'],
  ['what was put in', `<w:ins w:id="1">${r(t('a'))}</w:ins>${r(t('b'))}`, 'ab'],
  ['what was taken out', `<w:del w:id="1">${r('<w:delText>a</w:delText>')}</w:del>${r(t('b'))}`, 'b'],
  [
    'what was moved',
    `<w:moveFrom w:id="1">${r(t('a'))}</w:moveFrom><w:moveTo w:id="2">${r(t('b'))}</w:moveTo>`,
    'b',
  ],
  ['links and tags', `<w:hyperlink>${r(t('a'))}</w:hyperlink><w:smartTag>${r(t('b'))}</w:smartTag>`, 'ab'],
  ['controls', `<w:sdt><w:sdtPr/><w:sdtContent>${r(t('a'))}</w:sdtContent></w:sdt>`, 'a'],
  ['results of fields', field(' REF x ', 'kết quả'), 'kết quả'],
  ['simple fields', `<w:fldSimple w:instr=" DATE ">${r(t('5'))}</w:fldSimple>`, '5'],
  [
    'fields within the code of fields',
    mark('begin') +
      r('<w:instrText> IF </w:instrText>') +
      field('PAGE', '9') +
      mark('separate') +
      r(t('x')) +
      mark('end'),
    'x',
  ],
  [
    'one branch of two',
    `<mc:AlternateContent><mc:Choice Requires="wps">${r(t('a'))}</mc:Choice><mc:Fallback>${r(t('b'))}</mc:Fallback></mc:AlternateContent>`,
    'a',
  ],
  [
    'the other branch where the first is not understood',
    `<mc:AlternateContent><mc:Choice Requires="zz">${r(t('a'))}</mc:Choice><mc:Fallback>${r(t('b'))}</mc:Fallback></mc:AlternateContent>`,
    'b',
  ],
  [
    'words above words',
    r(`<w:ruby><w:rt>${r(t('x'))}</w:rt><w:rubyBase>${r(t('a'))}</w:rubyBase></w:ruby>`),
    'a',
  ],
  ['comments', `<w:commentRangeStart w:id="1"/>${r(t('a'))}<w:commentRangeEnd w:id="1"/>`, 'a'],
])('reads %s', async (_, inner, text) => {
  expect((await firstParagraph(p(inner))).text).toBe(text)
})

test('runs know their field, their number and whether they were put in', async () => {
  const paragraph = await firstParagraph(
    p(`${r(t('Trang '))}${field(' PAGE \\* MERGEFORMAT ', '3')}<w:ins>${r(t('!'))}</w:ins>`),
  )
  expect(paragraph.runs.map((run) => [run.number, run.text, run.field, run.inserted])).toEqual([
    [1, 'Trang ', null, false],
    [2, '', 'PAGE', false],
    [3, '', 'PAGE', false],
    [4, '', 'PAGE', false],
    [5, '3', 'PAGE', false],
    [6, '', null, false],
    [7, '!', null, true],
  ])
})

test('a field in one run, as some programs write it', async () => {
  const one =
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'
  expect((await firstParagraph(p(one))).runs[0]?.field).toBe('PAGE')
})

test('a field that starts a program is a macro', async () => {
  await expect(readMade({ body: p(field('DDEAUTO c:\\\\x', '')) })).rejects.toMatchObject({
    code: 'file_has_macros',
  })
})

test('notes say of tracked changes, comments and odd heads', async () => {
  const read = await readMade({
    settings: '<w:evenAndOddHeaders/>',
    body: p(`<w:commentRangeStart w:id="1"/><w:del>${r('')}</w:del>`),
  })
  expect(read.notes).toEqual(['comments', 'odd_even_headers', 'tracked_changes'])
})

test('a paragraph taken out with all in it is not there', async () => {
  const gone = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2">${r('<w:delText>a</w:delText>')}</w:del></w:p>`
  const read = await readMade({ body: gone + made('b') })
  expect(read.paragraphs.map((each) => [each.number, each.text])).toEqual([[1, 'b']])
})

const cell = (inner: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${inner}</w:tc>`
const table = (rows: readonly string[], tblPr = '', grid = [2000, 3000]) =>
  `<w:tbl><w:tblPr>${tblPr}</w:tblPr><w:tblGrid>${grid.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`

test('tables: cells, merged ones, paragraphs in their order', async () => {
  const read = await readMade({
    body:
      made('trước') +
      table([
        cell(made('a'), '<w:vMerge w:val="restart"/>') + cell(made('b') + made('c')),
        cell('<w:p/>', '<w:vMerge/>') + cell(made('d')),
        cell(made('e'), '<w:gridSpan w:val="2"/>'),
      ]) +
      made('sau'),
  })
  expect(read.blocks.map((block) => block.type)).toEqual(['paragraph', 'table', 'paragraph'])
  expect(read.paragraphs.map((each) => each.text)).toEqual(['trước', 'a', 'b', 'c', '', 'd', 'e', 'sau'])
  expect(read.paragraphs[3]?.cell).toMatchObject({ row: 0, column: 1 })
  const [, block] = read.blocks
  if (block?.type !== 'table') throw new Error('no table')
  expect(block).toMatchObject({ number: 1, borderless: true, widthTwips: 5000, alignment: 'left' })
  expect(
    block.rows.map((row) =>
      row.map((each) => [each.column, each.columns, each.continuesAbove, each.widthTwips]),
    ),
  ).toEqual([
    [
      [0, 1, false, 2000],
      [1, 1, false, 3000],
    ],
    [
      [0, 1, true, 2000],
      [1, 1, false, 3000],
    ],
    [[0, 2, false, 5000]],
  ])
})

test.each([
  ['', true],
  ['<w:tblStyle w:val="Grid"/>', false],
  [
    '<w:tblStyle w:val="Grid"/><w:tblBorders><w:top w:val="nil"/><w:bottom w:val="none"/><w:left w:val="nil"/><w:right w:val="nil"/><w:insideH w:val="nil"/><w:insideV w:val="nil"/></w:tblBorders>',
    true,
  ],
  ['<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>', false],
])('lines of a table: %s', async (tblPr, borderless) => {
  const lines = ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'].map(
    (each) => `<w:${each} w:val="single" w:sz="4"/>`,
  )
  const styles = style('table', 'Grid', `<w:tblPr><w:tblBorders>${lines.join('')}</w:tblBorders></w:tblPr>`)
  const read = await readMade({ styles, body: table([cell('<w:p/>') + cell('<w:p/>')], tblPr) + made('a') })
  expect(read.blocks[0]).toMatchObject({ borderless })
})

test('a table style is below paragraph styles, its special rows above its whole (17.7.6)', async () => {
  const styles =
    style('paragraph', 'Normal', '<w:rPr><w:i/></w:rPr>', ' w:default="1"') +
    style(
      'table',
      'T',
      '<w:pPr><w:jc w:val="right"/><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr><w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:tblStylePr><w:tblStylePr w:type="band1Horz"><w:rPr><w:sz w:val="30"/></w:rPr></w:tblStylePr>',
    )
  const look = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:noHBand="0" w:noVBand="1"/>'
  const rows = [1, 2, 3].map((each) => cell(made(`${each}`)) + cell(made('x')))
  const read = await readMade({ styles, body: table(rows, look) })
  const cells = read.paragraphs.filter((each) => each.cell?.column === 0)
  expect(
    cells.map((each) => [
      each.alignment,
      each.runs[0]?.bold,
      each.runs[0]?.italic,
      each.runs[0]?.sizeHalfPoints,
    ]),
  ).toEqual([
    // Italic by the first row and by the paragraph's style: they cancel each other (17.7.3).
    ['center', true, false, 22],
    ['right', false, true, 30],
    ['right', false, true, 22],
  ])
})

const drawing = (inner: string, holder = 'anchor', extent = 'cx="1270000" cy="0"') =>
  r(
    `<w:drawing><wp:${holder}><wp:positionH relativeFrom="column"><wp:posOffset>100</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>200</wp:posOffset></wp:positionV><wp:extent ${extent}/><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:${holder}></w:drawing>`,
  )
const wsp = (geometry: string, line: string, more = '') =>
  `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="${geometry}"/>${line}</wps:spPr>${more}</wps:wsp>`
const box = (inner: string) => `<wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx>`
const red = '<a:ln><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln>'

test.each<[string, string, object]>([
  [
    'a line',
    drawing(wsp('line', '<a:ln/>')),
    {
      kind: 'line',
      widthEmu: 1270000,
      heightEmu: 0,
      anchor: { x: 100, y: 200, alignX: null },
      strokeColour: '000000',
    },
  ],
  ['a connector', drawing(wsp('straightConnector1', red)), { kind: 'line', strokeColour: 'FF0000' }],
  [
    'a box',
    drawing(wsp('rect', red, box(made('KHẨN'))), 'inline', 'cx="100000" cy="90000"'),
    { kind: 'box', anchor: null },
  ],
  [
    'a shape without a line',
    drawing(wsp('ellipse', '<a:ln><a:noFill/></a:ln>'), 'anchor', 'cx="99999" cy="99999"'),
    { kind: 'other', strokeColour: null },
  ],
  ['a picture', drawing('<pic:pic><pic:spPr/></pic:pic>', 'inline'), { kind: 'picture', anchor: null }],
  [
    'an old line',
    r(
      '<w:pict><v:line style="position:absolute;z-index:1" from="10pt,5pt" to="110pt,5pt" strokecolor="red"/></w:pict>',
    ),
    { kind: 'line', widthEmu: 1270000, heightEmu: 0, strokeColour: 'FF0000' },
  ],
  [
    'an old connector',
    r(
      '<w:pict><v:shape type="#_x0000_t32" style="position:absolute;margin-left:1in;width:50mm;height:0;mso-position-horizontal:center"/></w:pict>',
    ),
    {
      kind: 'line',
      widthEmu: 1800000,
      anchor: { x: 914400, y: null, alignX: 'center' },
      strokeColour: '000000',
    },
  ],
  [
    'an old box',
    r(
      `<w:pict><v:rect style="width:20pt;height:10pt" stroked="f"><v:textbox><w:txbxContent>${made('KHẨN')}</w:txbxContent></v:textbox></v:rect></w:pict>`,
    ),
    { kind: 'box', strokeColour: null, anchor: null },
  ],
  [
    'an old picture',
    r('<w:pict><v:shape style="width:20pt;height:10pt"><v:imagedata r:id="x"/></v:shape></w:pict>'),
    { kind: 'picture' },
  ],
])('reads %s', async (_, inner, expected) => {
  const { shapes } = await firstParagraph(p(inner))
  expect(shapes).toHaveLength(1)
  expect(shapes[0]).toMatchObject(expected)
})

test('what stands in a box is read after the paragraph that holds it, and is not its text', async () => {
  const read = await readMade({
    body:
      p(
        r(t('trước ')) +
          drawing(wsp('rect', red, box(made('KHẨN'))), 'anchor', 'cx="9" cy="9"') +
          r(t('sau')),
      ) + made('b'),
  })
  expect(read.paragraphs.map((each) => [each.number, each.text, each.inShape])).toEqual([
    [1, 'trước sau', false],
    [2, 'KHẨN', true],
    [3, 'b', false],
  ])
  expect(read.blocks).toHaveLength(2)
  expect(read.paragraphs[0]?.shapes[0]?.paragraphs).toEqual([read.paragraphs[1]])
})

test('columns beyond what any program draws are not counted', async () => {
  const wide = table(
    [cell('<w:p/>', '<w:gridSpan w:val="9999"/>')],
    '',
    Array.from({ length: 300 }, () => 10),
  )
  const { blocks } = await readMade({ body: wide })
  expect(blocks[0]).toMatchObject({ widthTwips: 2000, rows: [[{ columns: 200, widthTwips: 2000 }]] })
})

test('notes at the foot, without the lines that part them', async () => {
  const note = (type: string, text: string) => `<w:footnote${type}>${made(text)}</w:footnote>`
  const read = await readMade({
    footnotes: note(' w:type="separator"', '-') + note(' w:id="1"', 'Chú thích'),
    body: p(r('<w:footnoteReference w:id="1"/>')),
  })
  expect(read.footnotes.map((each) => [each.part, each.number, each.text])).toEqual([
    ['word/footnotes.xml', 1, 'Chú thích'],
  ])
})

test('reads ISO strict as it reads the other', async () => {
  const w = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const relation = 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'
  const read = await readMade({
    parts: {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relation}" Target="/word/document.xml"/></Relationships>`,
      'word/document.xml': `<document xmlns="${w}" xmlns:x="${w}"><body><p><pPr><jc x:val="end"/><ind x:start="1cm" x:firstLine="12.7mm"/></pPr><r><t>Điều</t></r></p></body></document>`,
    },
  })
  expect(read.paragraphs[0]).toMatchObject({
    text: 'Điều',
    alignment: 'right',
    indent: { left: 567, right: 0, firstLine: 720 },
  })
})

test('has a bound of paragraphs, of runs in one and of sections', async () => {
  const section = '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
  await expect(readMade({ body: section.repeat(1001) })).rejects.toMatchObject({ code: 'file_limit' })
  await expect(readMade({ body: p('<w:r/>'.repeat(10_001)) })).rejects.toMatchObject({ code: 'file_limit' })
  await expect(readMade({ body: '<w:p/>'.repeat(50_001) })).rejects.toMatchObject({ code: 'file_limit' })
})
