import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { openPdf } from '../pdf/document.ts'
import { PdfStream } from '../pdf/objects.ts'
import { pageAt } from '../pdf/pages.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { sealPng, signaturePng } from '../testing/draw-png.ts'
import { vietnamTime } from '../vietnam-time.ts'
import { arrivalMark } from './arrival-mark.ts'
import { cornerMark } from './corner-mark.ts'
import type { Mark } from './drawing.ts'
import { marksOfPage } from './page-marks.ts'
import { personMark } from './person-mark.ts'
import { type Place, placeMark } from './place.ts'
import { sealMark } from './seal-mark.ts'
import { stampPage } from './stamp.ts'

const folder = mkdtempSync(join(tmpdir(), 'pades-look-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-03-15T02:05:07Z')
const picture = { png: signaturePng(300, 130), widthMm: 40 }

/** A page with the mark on it, and what is in the appearance by our own reading. */
function stamped(mark: Mark, place: Place = { kind: 'from_left', leftMm: 20, topMm: 20 }) {
  const source = buildPdf(pagesOf(1))
  const file = openPdf(bytesSource(source))
  const page = pageAt(file, 0)
  if (page === null) throw new RangeError('no page')
  const look = placeMark(file, page, mark, place)
  const { appended } = writeUpdate(file, stampPage(file, page, look))
  return { bytes: Buffer.concat([source, appended]), look }
}

function judged(program: string, bytes: Uint8Array, ...options: readonly string[]): string | null {
  const path = findJudge(program)
  if (path === undefined) return null
  const file = join(folder, 'judged.pdf')
  writeFileSync(file, bytes)
  return execFileSync(path, program === 'pdftotext' ? [...options, file, '-'] : [...options, file], {
    encoding: 'utf8',
  })
}

const wordsOf = (bytes: Uint8Array) =>
  judged('pdftotext', bytes, '-layout')
    ?.split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

describe('a mark', () => {
  const cases: readonly (readonly [string, Mark, readonly string[]])[] = [
    [
      'of a person with words',
      personMark({ picture, above: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Nguyễn Thị Ánh' }).mark,
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Thị Ánh'],
    ],
    [
      'of words alone',
      personMark({ above: ['GIÁM ĐỐC'], between: [`${vietnamTime(at)} +07:00`], name: 'Đỗ Văn Ổn' }).mark,
      ['GIÁM ĐỐC', '15/03/2026 09:05:07 +07:00', 'Đỗ Văn Ổn'],
    ],
    [
      'of a copy',
      cornerMark({ kind: 'copy', form: 'SAO Y', body: 'UBND XÃ A', at }),
      ['SAO Y; UBND XÃ A; 15/03/2026 09:05:07 +07:00'],
    ],
    [
      'of an attachment',
      cornerMark({ kind: 'attachment', documentNumber: '12/KH-UBND', at }),
      ['Số: 12/KH-UBND; 15/03/2026 09:05:07 +07:00'],
    ],
    [
      'of a digitised paper of a body with a long name',
      cornerMark({ kind: 'digitised', body: 'TRUNG TÂM LƯU TRỮ LỊCH SỬ TỈNH HẢI DƯƠNG', at }),
      ['TRUNG TÂM LƯU TRỮ LỊCH SỬ TỈNH HẢI DƯƠNG', '15/03/2026 09:05:07 +07:00'],
    ],
  ]

  test.each(cases)('%s gives its words back to readers', (_, mark, words) => {
    const { bytes } = stamped(mark)
    expect(wordsOf(bytes)).toBeOneOf([words, undefined])
    expect(judged('qpdf', bytes, '--check')).toBeOneOf([expect.stringContaining('No syntax'), null])
    expect(judged('pdffonts', bytes)).toBeOneOf([expect.stringMatching(/(yes\s+yes\s+yes)/), null])
  })

  test('of arrival is 50 by 35 millimetres and dots what is not known', ({ skip }) => {
    const mark = arrivalMark({ body: 'UBND XÃ TỨ KỲ', arrivalNumber: '123', arrivedOn: '15/03/2026' })
    expect([mark.width, mark.height].map((points) => Math.round((points * 25.4) / 72))).toEqual([50, 35])
    const words = wordsOf(stamped(mark).bytes)?.join(' ') ?? skip('pdftotext is not installed')
    for (const part of ['UBND XÃ TỨ KỲ', 'ĐẾN', 'Số: 123', 'Ngày: 15/03/2026', 'Số và ký hiệu HS: ....'])
      expect(words).toContain(part)
  })

  test('writes a name in composed letters, however it was typed', () => {
    const name = 'Nguyễn Ổn'
    const { bytes } = stamped(personMark({ name: name.normalize('NFD') }).mark)
    expect(wordsOf(bytes)).toBeOneOf([[name], undefined])
  })

  test('with a line that is made narrower leaves the lines after it as they are', () => {
    const name = 'Đỗ Văn Ổn'
    const mark = personMark({ above: ['VĂN'.repeat(30)], name, size: 14, widthMm: 60 }).mark
    const { look } = stamped(mark)
    const form = look.build(() => 1).objects.at(-1)?.value
    const content = form instanceof PdfStream ? Buffer.from(form.raw()).toString('latin1') : ''
    expect(content.match(/q BT [\d.]+ Tz [^\n]* ET Q/g)?.length).toBeGreaterThan(0)
    expect(content).toMatch(/^BT \/F2 14 Tf [^\n]* ET$/m)
  })

  test('names the letters that the font lacks', () => {
    expect(() => personMark({ name: '阮 Văn 😀' })).toThrow(
      expect.objectContaining({ code: 'font_missing_letters', details: { letters: '阮 😀' } }),
    )
  })

  test('of a seal is as wide as the seal', () => {
    const { look } = stamped(sealMark(sealPng(300), 36).mark)
    expect(look.rect[2] - look.rect[0]).toBeCloseTo((36 * 72) / 25.4, 2)
  })

  test('costs little room: a few letters, not a font', () => {
    const before = buildPdf(pagesOf(1)).length
    const { bytes } = stamped(cornerMark({ kind: 'copy', form: 'SAO LỤC', body: 'UBND XÃ A', at }))
    expect(bytes.length - before).toBeLessThan(9000)
  })

  test('leaves what is on the page as it is', () => {
    const { bytes } = stamped(cornerMark({ kind: 'attachment', documentNumber: '1/A', at }))
    const file = openPdf(bytesSource(bytes))
    const page = pageAt(file, 0)
    expect(page && marksOfPage(file, page)).toEqual([])
  })
})
