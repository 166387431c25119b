import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../src/read/read.ts'
import type { Paragraph } from '../src/read/read-document.ts'
import { sources } from './documents.ts'

const kept = (name: string) => readFile(join(import.meta.dirname, `libreoffice-${name}.docx`))

/** What a reader sees of a paragraph. */
const seen = (paragraph: Paragraph) => ({
  text: paragraph.text,
  label: paragraph.numbering?.label ?? null,
  alignment: paragraph.alignment,
  firstLine: paragraph.numbering ? null : paragraph.indent.firstLine,
  spacing: paragraph.spacing,
  cell: paragraph.cell && [paragraph.cell.row, paragraph.cell.column],
  lines: paragraph.shapes.map((shape) => [shape.kind, shape.widthEmu]),
  runs: paragraph.runs
    .filter((run) => run.text !== '')
    .map((run) => [run.text, run.font, run.sizeHalfPoints, run.bold, run.italic, run.colour]),
})

test.each(Object.keys(sources))('%s looks the same after LibreOffice has saved it', async (name) => {
  const before = await readDocument((await sources[name]?.()) ?? new Uint8Array())
  const after = await readDocument(await kept(name))
  expect(before.paragraphs.length).toBeGreaterThan(2)
  expect(after.paragraphs.map(seen)).toEqual(before.paragraphs.map(seen))
  expect(after.sections.map(({ widthTwips, titlePage }) => [widthTwips, titlePage])).toEqual(
    before.sections.map(({ widthTwips, titlePage }) => [widthTwips, titlePage]),
  )
})

test('the look of a document by the docx library is its direct formatting', async () => {
  const { paragraphs, sections } = await readDocument((await sources['docx-library']?.()) ?? new Uint8Array())
  expect(paragraphs.map(({ text }) => text)).toEqual([
    'BỘ ĐƠN VỊ GIẢ',
    'CỤC THỬ NGHIỆM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Nội, ngày 05 tháng 01 năm 2026',
    'Điều 1. Ban hành Quy chế thử nghiệm.',
    'Điểm một;',
    'Điểm hai;',
  ])
  expect(paragraphs[4]?.runs[0]).toMatchObject({ font: 'Times New Roman', italic: true, sizeHalfPoints: 26 })
  expect(paragraphs.map(({ numbering }) => numbering?.label)).toEqual([
    ...Array.from({ length: 6 }, () => undefined),
    'a)',
    'b)',
  ])
  const [head] = sections[0]?.headers.default?.paragraphs ?? []
  expect(head?.alignment).toBe('center')
  expect(head?.runs.some((run) => run.field === 'PAGE')).toBe(true)
})

test('what is written as Word writes it is resolved through its styles and theme', async () => {
  const { paragraphs } = await readDocument((await sources['like-word']?.()) ?? new Uint8Array())
  expect(paragraphs.map(seen)).toMatchObject([
    {
      firstLine: 720,
      alignment: 'both',
      runs: [
        ['Điều 1. Phạm vi điều chỉnh', 'Times New Roman', 28, true, false, 'auto'],
        [' và đối tượng', 'Times New Roman', 28, false, false, 'auto'],
      ],
    },
    { runs: [['Quy chế này quy định việc thử nghiệm.', 'Times New Roman', 28, false, false, 'auto']] },
    {
      lines: [['line', 1270000]],
      runs: [['Độc lập - Tự do - Hạnh phúc', 'Calibri', 22, false, false, 'auto']],
    },
  ])
})
