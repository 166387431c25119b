import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { scanBytes } from './scan-bytes.ts'
import { scanFile } from './scan-file.ts'
import { docxOf, paragraph, pdfOf, xlsxOf } from './testing-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'dotpha-scan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
} as const
let count = 0

/** What the scan says. */
const scan = (kind: keyof typeof types, content: Uint8Array): Promise<string> =>
  scanBytes(new Uint8Array(content), types[kind])

/** The same as a server does it: in a thread, from the disk, as a refusal. */
async function scanAside(kind: keyof typeof types, content: Uint8Array): Promise<string> {
  const path = join(folder, `${count++}`)
  writeFileSync(path, content)
  return scanFile({ path, mediaType: types[kind] }).catch((error: unknown) => {
    if (error instanceof Refusal) return error.code
    throw error
  })
}

const stopped = 'marked'
const heading = ['TỈNH ỦY HẢI DƯƠNG', 'Số 12-BC/TU']

describe('a PDF', () => {
  test('with a stamp under its number is stopped', async () => {
    expect(await scan('pdf', pdfOf([[...heading, 'MẬT', 'BÁO CÁO']]))).toBe(stopped)
    expect(await scan('pdf', pdfOf([heading, [], ['T Ố I  M Ậ T']]))).toBe(stopped)
  })
  test('that only speaks of protection is read whole', async () => {
    expect(await scan('pdf', pdfOf([[...heading, 'QUY CHẾ BẢO MẬT', 'đổi mật khẩu hằng quý']]))).toBe('whole')
  })
  test('with pages that show no text is not called read', async () => {
    expect(await scan('pdf', pdfOf([heading, []]))).toBe('part')
    expect(await scan('pdf', pdfOf([[], []]))).toBe('none')
  })
  test('that is none is not called read', async () => {
    expect(await scan('pdf', Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('none')
  })
})

describe('a DOCX', () => {
  test('with a mark in its body, its header or a text box is stopped', async () => {
    expect(await scan('docx', docxOf(paragraph('Số 12') + paragraph('MẬT')))).toBe(stopped)
    expect(
      await scan(
        'docx',
        docxOf(paragraph('Báo cáo'), { 'word/header2.xml': `<w:hdr>${paragraph('TUYỆT MẬT')}</w:hdr>` }),
      ),
    ).toBe(stopped)
    expect(
      await scan('docx', docxOf(`<w:p><w:txbxContent>${paragraph('TỐI MẬT')}</w:txbxContent></w:p>`)),
    ).toBe(stopped)
  })
  test('whose mark is cut into runs, or made capital by its form, is stopped', async () => {
    expect(await scan('docx', docxOf(paragraph('M', 'Ậ', 'T')))).toBe(stopped)
    expect(await scan('docx', docxOf(paragraph('<w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r>')))).toBe(
      stopped,
    )
    expect(await scan('docx', docxOf(paragraph('&#x4D;&#x1EAC;T')))).toBe(stopped)
  })
  test('without a mark is read whole; with pictures only in part', async () => {
    expect(await scan('docx', docxOf(paragraph('Kế hoạch bảo mật')))).toBe('whole')
    expect(await scan('docx', docxOf(paragraph('Ảnh'), { 'word/media/image1.png': 'x' }))).toBe('part')
  })
})

describe('an XLSX', () => {
  test('with a mark in a cell is stopped; a given name is none', async () => {
    expect(
      await scan(
        'xlsx',
        xlsxOf([
          ['Biểu số 1', 'MẬT'],
          ['a', 'b'],
        ]),
      ),
    ).toBe(stopped)
    expect(
      await scan(
        'xlsx',
        xlsxOf([
          ['Họ đệm', 'Tên'],
          ['Nguyễn Văn', 'Mật'],
          ['TRẦN THỊ', 'MẬT'],
        ]),
      ),
    ).toBe('whole')
  })
  test('with a column "Độ mật" is stopped by a value in it', async () => {
    expect(
      await scan(
        'xlsx',
        xlsxOf([
          ['Số', 'Độ mật'],
          ['12', 'Thường'],
          ['13', 'Mật'],
        ]),
      ),
    ).toBe(stopped)
    expect(
      await scan(
        'xlsx',
        xlsxOf([
          ['Số', 'Độ mật'],
          ['12', 'Thường'],
        ]),
      ),
    ).toBe('whole')
  })
})

describe('a hostile file', () => {
  test('of zeros without end is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await scan('docx', bomb)).toBe('too_large')
  })
  test('with thousands of parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`x/${at}`, new Uint8Array()]))
    expect(await scan('docx', zipSync(parts))).toBe('too_large')
  })
  test('of a picture is never called read', async () => {
    expect(await scan('png', Buffer.from('anything'))).toBe('none')
  })
})

describe('in its thread', () => {
  test('a file is stopped, read, or refused, one after the other and at once', async () => {
    const marked = pdfOf([['MẬT']])
    const answers = await Promise.all([
      scanAside('pdf', marked),
      scanAside('docx', docxOf(paragraph('Kế hoạch'))),
      scanAside('docx', zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) })),
      scanAside('png', Buffer.from('x')),
      scanAside('xlsx', xlsxOf([['TỐI MẬT']])),
    ])
    expect(answers).toEqual([
      'secret_mark_stopped',
      'whole',
      'file_too_complex',
      'none',
      'secret_mark_stopped',
    ])
    expect(await scanAside('pdf', marked)).toBe('secret_mark_stopped')
  })
})
