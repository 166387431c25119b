import { expect, test } from 'vitest'
import type { OfficialDocument } from '../../model/document.ts'
import { parseDocument } from '../../model/parse-document.ts'
import { profileAt } from '../../profile/profiles.ts'
import { readDocument } from '../../read/read.ts'
import type { Paragraph } from '../../read/read-document.ts'
import { sample, samples } from '../../testing/samples.ts'
import { textWidthPt } from '../../text/widths.ts'
import { columnWidths } from './table.ts'
import { writeDocx } from './write-docx.ts'

const at = (document: OfficialDocument) => document.issued?.date ?? '2026-06-30'
const written = async (name: string) => {
  const document = sample(name)
  return readDocument(await writeDocx(document, { at: at(document) }))
}
const starting = (paragraphs: readonly Paragraph[], words: string) =>
  paragraphs.find(({ text }) => text.startsWith(words)) ?? expect.fail(`no paragraph ${words}`)

test('writes the same bytes each time', async () => {
  const document = sample('bao-cao-bang-hinh-chu-thich')
  const first = await writeDocx(document, { at: at(document) })
  await writeDocx(sample('cong-van'), { at: '2026-01-07' })
  expect(Buffer.compare(first, await writeDocx(document, { at: at(document) }))).toBe(0)
})

// Every fourth: what is judged here does not hang on the kind. The way back (`model-of`) takes all.
test.each(samples().filter((_, index) => index % 4 === 0))(
  'sets every letter of $name in Times New Roman, Vietnamese, on its page',
  async ({ document }) => {
    const read = await readDocument(await writeDocx(document, { at: at(document) }))
    const { chosen } = profileAt(document.profile, at(document))
    const runs = read.paragraphs.flatMap((paragraph) => paragraph.runs)
    expect(new Set(runs.map(({ font }) => font))).toEqual(new Set(['Times New Roman']))
    expect(read.sections).toHaveLength(1 + (document.annexes?.length ?? 0))
    for (const section of read.sections) {
      expect(section.titlePage).toBe(true)
      expect(section.pageNumberStart).toBe(1)
      expect(section.marginsTwips.left).toBeCloseTo((chosen.marginsMm.left * 1440) / 25.4, -1)
      expect(
        section.headers.default?.paragraphs[0]?.runs.some(({ field }) => field?.startsWith('PAGE')),
      ).toBe(true)
      expect(section.headers.first?.paragraphs[0]?.text).toBe('')
    }
  },
)

test('draws the lines as long as the form has them', async () => {
  const { paragraphs } = await written('quyet-dinh')
  const lines = paragraphs.filter(({ borders }) => borders.top)
  const lengths = lines.map(({ indent, cell }) => {
    const width = cell?.table.rows[cell.row]?.[cell.column]?.widthTwips ?? 9071
    return (width - indent.left - indent.right) / 20
  })
  const motto = textWidthPt('Độc lập - Tự do - Hạnh phúc', { sizePt: 13, bold: true })
  const issuer = textWidthPt('SỞ NỘI VỤ', { sizePt: 12, bold: true })
  const abstract = textWidthPt('Về việc điều động công chức', { sizePt: 14, bold: true })
  expect(lengths).toHaveLength(3)
  expect((lengths[0] ?? 0) / issuer).toBeCloseTo(0.42, 1)
  expect((lengths[1] ?? 0) / motto).toBeCloseTo(1, 2)
  expect((lengths[2] ?? 0) / abstract).toBeCloseTo(0.42, 1)
})

test('looks as the form demands', async () => {
  const { paragraphs } = await written('quyet-dinh')
  const look = (words: string) => {
    const paragraph = starting(paragraphs, words)
    const run = paragraph.runs[0]
    return [run?.sizeHalfPoints, run?.bold, run?.italic, paragraph.alignment]
  }
  expect(look('CỘNG HÒA')).toEqual([24, true, false, 'center'])
  expect(look('Độc lập')).toEqual([26, true, false, 'center'])
  expect(look('ỦY BAN')).toEqual([24, false, false, 'center'])
  expect(look('SỞ NỘI VỤ')).toEqual([24, true, false, 'center'])
  expect(look('Số: 05')).toEqual([26, false, false, 'center'])
  expect(look('Sông Mơ, ngày')).toEqual([26, false, true, 'center'])
  expect(look('Căn cứ')).toEqual([28, false, true, 'both'])
  expect(look('Nơi nhận:')).toEqual([24, true, true, 'left'])
  expect(look('- Như Điều')).toEqual([22, false, false, 'left'])
  const article = starting(paragraphs, 'Điều 2.')
  expect(article.runs.map(({ bold }) => bold)).toEqual([true, false])
  expect(article.indent.firstLine).toBe(720)
  expect(article.spacing).toMatchObject({ after: 120, line: 276, lineRule: 'auto' })
})

test('keeps the names of several signers level, however many lines stand above each', async () => {
  const { paragraphs } = await written('ban-ghi-nho')
  const signers = ['Hồ Thị Thùy Dung', 'Tôn Nữ Diệu Huyền'].map((name) => starting(paragraphs, name))
  expect(signers.map(({ cell }) => [cell?.row, cell?.column])).toEqual([
    [1, 0],
    [1, 1],
  ])
  const above = paragraphs.filter(({ cell }) => cell?.table === signers[0]?.cell?.table && cell?.row === 0)
  expect(above.map(({ cell }) => cell?.column)).toEqual([0, 0, 0, 1])
  expect(above.every(({ keepNext }) => keepNext)).toBe(true)
})

test('gives the Party its star, its hyphens and its exact lines', async () => {
  const { paragraphs } = await written('dang-quyet-dinh')
  expect(starting(paragraphs, '*').runs[0]?.sizeHalfPoints).toBe(28)
  expect(starting(paragraphs, '-----').alignment).toBe('center')
  expect(starting(paragraphs, 'Điều 1.').spacing).toMatchObject({ line: 360, lineRule: 'exact' })
  expect(starting(paragraphs, 'Nơi nhận:').runs[0]?.underline).toBe('single')
})

test('turns the page for a wide annex, repeats heads of tables and keeps notes and pictures', async () => {
  const annexes = await written('quyet-dinh-kem-quy-che')
  expect(annexes.sections.map(({ landscape }) => landscape)).toEqual([false, false, false, true])
  const report = await written('bao-cao-bang-hinh-chu-thich')
  expect(report.footnotes.map(({ text }) => text.trim().slice(0, 12))).toEqual([
    'Dịch vụ công',
    'Theo Báo cáo',
  ])
  const xml = Buffer.from(report.parts.get('word/document.xml') ?? []).toString('utf8')
  expect(xml).toContain('<w:tblHeader/>')
  expect(xml).toContain('descr="Biểu đồ cột')
  expect(report.paragraphs.flatMap(({ shapes }) => shapes)).toMatchObject([
    { kind: 'picture', widthEmu: 3_600_000 },
  ])
})

test('names its styles as an officer reads them', async () => {
  const { parts } = await written('quyet-dinh')
  const styles = Buffer.from(parts.get('word/styles.xml') ?? []).toString('utf8')
  for (const name of ['Nội dung', 'Điều', 'Khoản', 'Quốc hiệu', 'Nơi nhận'])
    expect(styles).toContain(`<w:name w:val="${name}"/>`)
  expect(styles).toContain('w:val="vi-VN"')
  expect(styles).toMatch(/<w:name w:val="Điều"\/>(?:(?!<\/w:style>).)*<w:next w:val="NoiDung"\/>/)
  const theme = Buffer.from(parts.get('word/theme/theme1.xml') ?? []).toString('utf8')
  expect(theme.match(/<a:latin typeface="[^"]*"/g)).toEqual(
    new Array(2).fill('<a:latin typeface="Times New Roman"'),
  )
  expect(Buffer.from(parts.get('docProps/core.xml') ?? []).toString('utf8')).not.toContain('dcterms')
})

test('takes any letters as words', async () => {
  const words = '<w:b/> & "x" ]]> #let \\ & \u{1F600}'
  const document = parseDocument({ ...sample('quyet-dinh'), abstract: words })
  const { paragraphs } = await readDocument(await writeDocx(document, { at: at(document) }))
  expect(paragraphs.map(({ text }) => text)).toContain(words)
})

test('gives columns whole twips that add up', () => {
  for (const shares of [[1, 1, 1], [1, 5, 3, 3], [0.1, 0.2, 7], new Array(30).fill(1)])
    expect(columnWidths(shares, 9071).reduce((sum, width) => sum + width, 0)).toBe(9071)
})
