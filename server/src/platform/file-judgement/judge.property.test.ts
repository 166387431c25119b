import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { judgeBytes } from './judge-bytes.ts'
import { docxOf, paragraph, pdfOf, spaces, xlsxOf } from './testing-files.ts'

const judge = (bytes: Uint8Array) => judgeBytes(new Uint8Array(bytes))
const isMarked = async (bytes: Uint8Array) => (await judge(bytes)).texts.some(bearsSecretMark)

/** A mark as an office program may write it: cut anywhere, each piece in an element of its own. */
const wrappers = [
  (text: string) => `<w:r><w:t>${text}</w:t></w:r>`,
  (text: string) => `<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`,
  (text: string) => `<w:ins><w:r><w:t>${text}</w:t></w:r></w:ins>`,
  (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
  (text: string) => `<w:hyperlink><w:r><w:t>${text}</w:t></w:r></w:hyperlink>`,
  (text: string) => `<w:sdt><w:sdtContent><w:r><w:t>${text}</w:t></w:r></w:sdtContent></w:sdt>`,
  (text: string) => `<w:smartTag><w:r><w:t>${text}</w:t></w:r></w:smartTag>`,
  (text: string) => `<w:bookmarkStart/><w:r><w:t>${text}</w:t></w:r><w:bookmarkEnd/>`,
  (text: string) => [...text].map((letter) => `<w:r><w:t>&#${letter.codePointAt(0)};</w:t></w:r>`).join(''),
]
const cutMark = fc
  .tuple(
    fc.constantFrom('MẬT', 'TỐI MẬT', 'TUYỆT MẬT'),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...wrappers)), {
      minLength: 9,
      maxLength: 9,
    }),
  )
  .map(([mark, cuts]) => {
    let xml = ''
    let at = 0
    for (const [length, wrap] of cuts) {
      if (at < mark.length) xml += wrap(mark.slice(at, at + length))
      at += length
    }
    return `<w:p>${xml}</w:p>`
  })
const forms = fc.record({
  prefix: fc.constantFrom('w', 'x', '', 'w2'),
  mainPart: fc.constantFrom('word/document.xml', 'word/document2.xml', 'a.xml', 'Doc/Main.XML'),
  space: fc.constantFrom(spaces.word, spaces.strictWord),
  encode: fc.constantFrom(
    (xml: string) => Buffer.from(xml),
    (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le'),
    (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(),
  ),
})

test('a mark is found however a document writes it', async () => {
  await fc.assert(
    fc.asyncProperty(cutMark, forms, async (mark, form) => {
      expect(await isMarked(docxOf(paragraph('Số 12-BC/TU') + mark + paragraph('BÁO CÁO'), {}, form))).toBe(
        true,
      )
    }),
    { numRuns: 150 },
  )
})

const files = [
  ['docx', docxOf(paragraph('Số 12') + paragraph('TUYỆT MẬT'))],
  ['xlsx', xlsxOf([['Số 12', 'TUYỆT MẬT']])],
  ['pdf', pdfOf([['Số 12', 'TUYỆT MẬT']], { catalog: '/OpenAction<</S/Named>>' })],
] as const

test('no package that was changed in a byte is called whole without its mark', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files.slice(0, 2)),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async ([, file], place, change) => {
        const bytes = Buffer.from(file)
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        const { texts, trouble, reading } = await judge(bytes)
        if (trouble === null && reading === 'whole') expect(texts.some(bearsSecretMark)).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
})

test('no bytes whatever make it throw', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom(
        'obj\n<<',
        '>>',
        'stream\n',
        'endstream',
        '/Filter/FlateDecode',
        '/ObjStm',
        '/First 9',
        '/EF<<',
        '1 0 R',
        '(',
        '<FEFF',
        '<?xml',
        '<a>',
        '&#',
        'PK\u0003\u0004',
        '{\\rtf1\\u',
        '%PDF-1.7',
        '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      )
      .map((text) => Buffer.from(text, 'latin1')),
  )
  const edited = fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.nat(80), fc.array(piece, { maxLength: 6 }))
    .map(([[, file], place, cut, pieces]) => {
      const at = place % file.length
      return Buffer.concat([file.subarray(0, at), ...pieces, file.subarray(at + cut)])
    })
  const noise = fc.array(piece, { maxLength: 20 }).map((pieces) => Buffer.concat(pieces))
  await fc.assert(
    fc.asyncProperty(fc.oneof(edited, noise), async (bytes) => {
      const { reading } = await judge(bytes)
      expect(['whole', 'part', 'none']).toContain(reading)
    }),
    { numRuns: 400 },
  )
})

test('no hostile file takes it long', async () => {
  for (const bytes of [
    Buffer.from(`%PDF-1.7\n${'1 0 obj '.repeat(50_000)}`),
    Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(30_000)}`),
    Buffer.from(`%PDF-1.7\n1 0 obj\n${'('.repeat(300_000)}\nendobj`),
    Buffer.from(`%PDF-1.7\n1 0 obj\n${'/EF<<1 0 R'.repeat(30_000)}\nendobj`),
    Buffer.from(`%PDF-1.7\n1 0 obj\n${'/Encoding '.repeat(30_000)}/Subtype/Type1/BaseFont\nendobj`),
    Buffer.from(`{\\rtf1 ${'\\u7852?'.repeat(100_000)}`),
    Buffer.from(`<html>${'<'.repeat(200_000)}`),
    Buffer.from(`<html>${'&#'.repeat(200_000)}`),
    docxOf('<w:p>'.repeat(200) + 'x'.repeat(100_000) + '</w:p>'.repeat(200)),
    docxOf(paragraph('M').repeat(20_000)),
    docxOf(`<w:p>${'<w:r><w:t>MẬ</w:t></w:r>'.repeat(20_000)}</w:p>`),
  ]) {
    // Time of the processor, not of the clock: other tests run next to this one.
    const begun = process.cpuUsage()
    await judge(bytes)
    expect([process.cpuUsage(begun).user < 4_000_000, bytes.subarray(0, 60).toString()]).toEqual([
      true,
      bytes.subarray(0, 60).toString(),
    ])
  }
})
