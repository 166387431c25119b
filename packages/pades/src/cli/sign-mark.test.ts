import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { boxIn } from '../look/boxes.ts'
import { marksOfAppearance } from '../look/page-marks.ts'
import { openPdf } from '../pdf/document.ts'
import { PdfDict, PdfStream } from '../pdf/objects.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { drawPng, sealPng, signaturePng } from '../testing/draw-png.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from '../verify/verify.ts'
import { signCommand } from './sign-command.ts'

const authority = testAuthority()
const an = authority.issue({ commonName: 'Nguyễn Thị Ánh', keyKind: 'rsa2048' })
let folder: string
const path = (name: string) => join(folder, name)

/** A page with words at its foot, and two empty fields, one of which has a place. */
function withFields(): Uint8Array {
  const field = (name: string, rect: string) =>
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(${name})/P 3 0 R/Rect[${rect}]/F 4>>`
  return buildPdf({
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R 11 0 R]>>>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[10 0 R 11 0 R]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    4: streamText('', 'BT /F1 12 Tf 100 100 Td (Noi nhan) Tj ET'),
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    10: field('place', '300 300 500 400'),
    11: field('noplace', '0 0 0 0'),
  })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-mark-'))
  writeFileSync(path('to-trinh.pdf'), buildPdf(pagesOf(2)))
  writeFileSync(path('fields.pdf'), withFields())
  writeFileSync(path('key.pem'), an.key.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(path('an.cer'), an.certificate)
  writeFileSync(path('chu-ky.png'), signaturePng(600, 260))
  writeFileSync(path('dau.png'), sealPng(600))
  writeFileSync(
    path('xam.png'),
    drawPng(60, 30, () => [120]),
  )
  writeFileSync(path('hong.png'), 'không phải PNG')
  mkdirSync(path('thu-muc'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function sign(name: string, ...words: readonly string[]) {
  const told: string[] = []
  const tell = (text: string) => told.push(text)
  const args = words.map((word) => (/\.png$|^thu-muc$/.test(word) ? path(word) : word))
  const key = ['--key', path('key.pem'), '--cert', path('an.cer')]
  const code = await signCommand([path(name), ...key, '--out', path('out.pdf'), ...args], {
    out: tell,
    error: tell,
    ask: async () => '',
    input: () => Readable.from([]),
    write: async () => undefined,
    language: 'vi',
    now: () => testNow,
  })
  return { code, told, text: told.join('\n') }
}

/** The signed field's rectangle, and what its appearance shows. */
function shown(field = 'Signature1') {
  const file = openPdf(bytesSource(readFileSync(path('out.pdf'))))
  const found = readForm(file)?.fields.find(({ name }) => name === field)
  const widget = found?.widgets[0] === undefined ? null : file.resolve(found.widgets[0])
  if (!(widget instanceof PdfDict)) throw new RangeError('no widget')
  const looks = file.resolve(widget.get('AP'))
  const normal = looks instanceof PdfDict ? file.resolve(looks.get('N')) : null
  if (!(normal instanceof PdfStream)) throw new RangeError('no look')
  const marks = marksOfAppearance(file, normal)
  return {
    rect: boxIn(file, widget, 'Rect'),
    words: marks.flatMap(({ text }) => text ?? []),
    pictures: marks.filter(({ kind }) => kind === 'image').length,
  }
}

const mm = 72 / 25.4
const verdictOf = async (): Promise<string> => {
  const store = { name: 'thử', kind: 'test', anchors: [authority.parsed] } as const
  const given = { crls: [makeCrl(authority)] }
  return (await verify(readFileSync(path('out.pdf')), { trust: [store], at: testNow, given })).verdict
}

describe('dotpha sign --mark', () => {
  test('shows a person with capacity, time and name where it is asked to', async () => {
    const place = ['--page', '2', '--from-right', '20', '--from-top', '200']
    const above = ['--above', 'KT. CHỦ TỊCH', '--above', 'PHÓ CHỦ TỊCH']
    const { code, told } = await sign('to-trinh.pdf', '--mark', 'person', ...above, ...place)
    expect([code, told[0]]).toEqual([0, `Đã ký ở mức B-B: ${path('out.pdf')}`])
    const { rect, words } = shown()
    expect(words).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '15/03/2026 09:00:00 +07:00', 'Nguyễn Thị Ánh'])
    expect(rect?.[2]).toBeCloseTo(595 - 20 * mm, 1)
    expect(rect?.[3]).toBeCloseTo(842 - 200 * mm, 1)
    expect(await verdictOf()).toBe('valid_no_tsa')
  })

  test('shows a handwritten signature alone, and a seal in its actual size', async () => {
    const signature = ['--mark', 'picture', '--image', 'chu-ky.png', '--box', '300,100,200,120']
    expect((await sign('to-trinh.pdf', ...signature)).code).toBe(0)
    expect(shown()).toMatchObject({ rect: [300, 100, 500, 220], words: [], pictures: 1 })

    const seal = ['--mark', 'seal', '--image', 'dau.png', '--from-left', '90', '--from-top', '180']
    expect(await sign('to-trinh.pdf', ...seal)).toMatchObject({
      code: 0,
      text: expect.not.stringContaining('nền trắng'),
    })
    const [left = 0, , right = 0] = shown().rect ?? []
    expect(right - left).toBeCloseTo(36 * mm, 1)
    expect(await verdictOf()).toBe('valid_no_tsa')
    const over = await sign('fields.pdf', '--mark', 'seal', '--image', 'dau.png', '--box', '90,90,102,102')
    expect(over.text).not.toContain('che chữ')
  })

  test('fills the place of the field that is signed', async () => {
    expect((await sign('fields.pdf', '--field', 'place', '--mark', 'person')).code).toBe(0)
    expect(shown('place')).toMatchObject({
      rect: [300, 300, 500, 400],
      words: expect.arrayContaining(['Nguyễn Thị Ánh']),
    })
  })

  test('says what is wrong with a picture and what of the page is covered', async () => {
    const { text } = await sign(
      'fields.pdf',
      ...['--mark', 'picture', '--image', 'xam.png', '--box', '90,90,100,40', '--name', 'Đỗ Văn Ổn'],
    )
    expect(text).toContain('Lưu ý: Hình ảnh không có nền trong suốt.')
    expect(text).toContain('Lưu ý: Hình hiển thị che chữ trên trang: “Noi nhan”.')
  })

  test.each<[string, readonly string[], RegExp]>([
    ['a mark that is none', ['--mark', 'flag'], /--mark không nhận “flag”, chỉ nhận person, picture, seal/],
    ['a place without a mark', ['--from-top', '20'], /--from-top chỉ dùng cùng --mark/],
    ['a mark without a place', ['--mark', 'person'], /--mark cần chỗ đặt/],
    ['a side without a height', ['--mark', 'person', '--from-left', '20'], /nêu đúng một chỗ/],
    [
      'two sides',
      ['--mark', 'person', '--from-left', '20', '--from-right', '20', '--from-top', '1'],
      /nêu đúng một chỗ/,
    ],
    ['a box of three numbers', ['--mark', 'person', '--box', '1,2,3'], /--box cần bốn số đo bằng điểm/],
    [
      'a length that is none',
      ['--mark', 'person', '--from-left', '2cm', '--from-top', '1'],
      /--from-left cần số mi-li-mét/,
    ],
    ['a seal without its picture', ['--mark', 'seal', '--box', '1,1,9,9'], /thiếu --image FILE\.png/],
    [
      'a picture of no width',
      ['--mark', 'seal', '--image', 'dau.png', '--image-width', '0', '--box', '1,1,9,9'],
      /--image-width phải lớn hơn 0/,
    ],
    [
      'capacity on a seal',
      ['--mark', 'seal', '--image', 'dau.png', '--above', 'KT.', '--box', '1,1,9,9'],
      /--above chỉ dùng cùng/,
    ],
    [
      'a field of no place',
      ['--mark', 'person', '--field', 'noplace'],
      /trường noplace không có chỗ trên trang/,
    ],
    [
      'a place for a field that has one',
      ['--mark', 'person', '--field', 'place', '--box', '1,1,9,9'],
      /trường place đã có chỗ/,
    ],
    [
      'a page that is not there',
      ['--mark', 'person', '--page', '9', '--box', '1,1,9,9'],
      /^Không có trường chữ ký hoặc trang được nêu\.$/,
    ],
    [
      'a picture that is not there',
      ['--mark', 'seal', '--image', 'gone.png', '--box', '1,1,9,9'],
      /gone\.png: không có tệp/,
    ],
    [
      'a folder as picture',
      ['--mark', 'seal', '--image', 'thu-muc', '--box', '1,1,9,9'],
      /thu-muc: đây là thư mục/,
    ],
    [
      'what is no PNG',
      ['--mark', 'seal', '--image', 'hong.png', '--box', '1,1,9,9'],
      /hong\.png: Tệp ảnh bị hỏng hoặc không phải PNG/,
    ],
  ])('refuses %s', async (_, words, expected) => {
    const { code, told } = await sign('fields.pdf', ...words)
    expect([code, told.length]).toEqual([2, 1])
    expect(told[0]).toMatch(expected)
  })
})
