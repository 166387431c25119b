import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { judgeBytes } from './judge-bytes.ts'
import { docxOf, firstMore, type PdfForm, paragraph, pdfOf, pdfStream } from './testing-files.ts'

async function said(file: Uint8Array): Promise<string> {
  const { texts, trouble, active, reading } = await judgeBytes(new Uint8Array(file))
  if (texts.some(bearsSecretMark)) return 'marked'
  return trouble ?? [...active][0] ?? reading
}

const heading = ['TỈNH ỦY HẢI DƯƠNG', 'Số 12-BC/TU']
const withMore = (form: PdfForm) => pdfOf([heading], form)
const more = firstMore(1)
const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const flate = (text: string | Uint8Array, entries = '') =>
  pdfStream(`${entries}/Filter/FlateDecode`, deflateSync(text))

describe('a PDF', () => {
  test('with a stamp under its number is marked', async () => {
    expect(await said(pdfOf([[...heading, 'MẬT', 'BÁO CÁO']]))).toBe('marked')
    expect(await said(pdfOf([heading, [], ['T Ố I  M Ậ T']]))).toBe('marked')
  })
  test('with a stamp in its title, its outline, a note or a field is marked', async () => {
    for (const form of [
      { trailer: `/Info<</Title ${utf16('TỐI MẬT')}>>` },
      {
        catalog: `/Outlines ${more} 0 R`,
        objects: [
          `<</First ${more + 1} 0 R/Last ${more + 1} 0 R/Count 1>>`,
          `<</Title ${utf16('TỐI MẬT')}/Parent ${more} 0 R>>`,
        ],
      },
      { page: `/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents ${utf16('TỐI MẬT')}>>]` },
      {
        catalog: '',
        objects: [flate(`9 0 <</T ${utf16('x')}/V ${utf16('TỐI MẬT')}>>`, '/Type/ObjStm/N 1/First 4')],
      },
    ])
      expect([form, await said(withMore(form))]).toEqual([form, 'marked'])
  })
  test('with a stamp that is drawn in another order than it is read, or only read aloud, is marked', async () => {
    const backwards = pdfOf([['T', 'Ậ', 'M']]).toString('latin1')
    const placed = backwards
      .replace('1 0 0 1 72 760 Tm', '1 0 0 1 92 760 Tm')
      .replace('1 0 0 1 72 740 Tm', '1 0 0 1 82 760 Tm')
      .replace('1 0 0 1 72 720 Tm', '1 0 0 1 72 760 Tm')
    expect(await said(Buffer.from(placed, 'latin1'))).toBe('marked')
    const aloud = flate(`/Span<</ActualText ${utf16('TỐI MẬT')}>>BDC EMC`)
    expect(await said(withMore({ objects: [aloud] }))).toBe('marked')
  })
  test('with a stamp in a file within is marked', async () => {
    const inner = docxOf(paragraph('TỐI MẬT'))
    for (const objects of [
      [pdfStream('/Type/EmbeddedFile', inner), `<</Type/Filespec/F(a.docx)/EF<</F ${more} 0 R>>>>`],
      [flate(inner), `<</F(a.docx)/EF<</F ${more} 0 R>>>>`],
      [flate(inner), `<</F(a.docx)/EF ${more + 2} 0 R>>`, `<</F ${more} 0 R>>`],
    ])
      expect(await said(withMore({ objects }))).toBe('marked')
  })
  test('that only speaks of protection is read whole', async () => {
    expect(await said(pdfOf([[...heading, 'QUY CHẾ BẢO MẬT', 'đổi mật khẩu hằng quý']]))).toBe('whole')
  })
  test('with pages that show no text is not called read', async () => {
    expect(await said(pdfOf([heading, []]))).toBe('part')
    expect(await said(pdfOf([[], []]))).toBe('none')
  })
  test('with a picture, a stamp drawn next to its text, or a font that does not tell its letters is not called whole', async () => {
    for (const form of [
      {
        objects: [
          pdfStream(
            '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray',
            'x',
          ),
        ],
      },
      { objects: [pdfStream('', 'q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q')] },
      {
        page: `/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N ${more} 0 R>>>>]`,
        objects: [pdfStream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', 'BT ET')],
      },
      { isMute: true },
    ] as PdfForm[])
      expect([form, ['part', 'none'].includes(await said(withMore(form)))]).toEqual([form, true])
  })
  test('that is not a PDF is not called read', async () => {
    expect(await said(Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('none')
  })
  test('that is encrypted is refused, with a password or without', async () => {
    expect(
      await said(withMore({ trailer: '/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>>/ID[<00><00>]' })),
    ).toBe('encrypted')
  })
})

const program = Buffer.alloc(200)
program.write('MZ')
program.writeUInt32LE(128, 60)
program.write('PE', 128)

describe('what does something when it is opened is named', () => {
  test.each<[string, string, PdfForm]>([
    ['javascript', 'as it is opened', { catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }],
    ['javascript', 'as a page is shown', { page: '/AA<</O<</S/JavaScript/JS(x)>>>>' }],
    ['javascript', 'by a name written in numbers', { catalog: '/OpenAction<</S/J#61va#53cript/JS(x)>>' }],
    [
      'javascript',
      'in an object that only a number leads to',
      { catalog: `/OpenAction ${more} 0 R`, objects: [`<</S ${more + 1} 0 R/JS(x)>>`, '/JavaScript'] },
    ],
    ['javascript', 'in an object that nothing leads to', { objects: ['<</S/JavaScript/JS(x)>>'] }],
    [
      'javascript',
      'in a packed object stream',
      { objects: [flate('9 0 <</S/JavaScript/JS(x)>>', '/Type/ObjStm/N 1/First 4')] },
    ],
    [
      'javascript',
      'in one whose type is written in numbers',
      { objects: [flate('9 0 <</S/Java#53cript/JS(x)>>', '/Type/O#62jStm/N 1/First 4')] },
    ],
    [
      'javascript',
      'in one that is packed twice',
      {
        objects: [
          pdfStream(
            '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]',
            `${deflateSync('9 0 <</S/JavaScript>>').toString('hex')}>`,
          ),
        ],
      },
    ],
    [
      'javascript',
      'in one whose packing is named elsewhere',
      {
        objects: [
          pdfStream(`/Type/ObjStm/N 1/First 4/Filter ${more + 1} 0 R`, deflateSync('9 0 <</S/JavaScript>>')),
          '/FlateDecode',
        ],
      },
    ],
    [
      'javascript',
      'in one that was cut off',
      {
        objects: [
          pdfStream(
            '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
            deflateSync(`9 0 <</S/JavaScript>>${' '.repeat(9000)}`, { level: 0 }).subarray(0, 4000),
          ),
        ],
      },
    ],
    [
      'javascript',
      'in what another stream says to be its data',
      { objects: [pdfStream('', '99 0 obj\n<</S/JavaScript>>\nendobj')] },
    ],
    ['launch', 'another program', { catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }],
    [
      'launch',
      'by a link',
      { page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/L#61unch/F(a)>>>>]' },
    ],
    ['program', 'as a file within', { objects: [flate(program, '/Type/EmbeddedFile')] }],
    ['program', 'as any stream', { objects: [flate(program)] }],
    [
      'program',
      'by the name of a file within',
      { objects: [flate('x = 1'), `<</Type/Filespec/F(b\\141o cao.vbs)/EF<</F ${more} 0 R>>>>`] },
    ],
    [
      'program',
      'by its name in Unicode',
      { objects: [flate('x = 1'), `<</Type/Filespec/UF ${utf16('báo cáo.js')}/EF<</F ${more} 0 R>>>>`] },
    ],
    [
      'macro',
      'in an office file within',
      { objects: [flate(docxOf(paragraph('x'), { 'word/vbaProject.bin': 'x' }), '/Type/EmbeddedFile')] },
    ],
    [
      'javascript',
      'in a PDF within',
      {
        objects: [
          flate(pdfOf([['x']], { catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }), '/Type/EmbeddedFile'),
        ],
      },
    ],
    [
      'xfa',
      'as a dynamic form',
      { catalog: `/AcroForm<</Fields[]/XFA ${more} 0 R>>`, objects: [pdfStream('', '<xdp/>')] },
    ],
    ['media', 'as a film', { page: '/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]' }],
    [
      'sending',
      'what was typed',
      { page: '/Annots[<</Subtype/Widget/Rect[0 0 9 9]/A<</S/SubmitForm/F(https://a.vn)>>>>]' },
    ],
  ])('%s: %s', async (kind, _, form) => {
    expect(await said(withMore(form))).toBe(kind)
  })

  test('where a file opens, links, and a table of contents are no reason to refuse', async () => {
    for (const form of [
      { catalog: '/OpenAction[6 0 R/Fit]' },
      { page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.vn)>>>>]' },
      { catalog: '/Names<</Dests<</Names[]>>>>' },
      { objects: [flate('BT /F 12 Tf (JavaScript) Tj ET')] },
    ])
      expect([form, await said(withMore(form))]).toEqual([form, 'whole'])
  })

  test('a stream that unpacks to more than a file may is refused', async () => {
    expect(await said(withMore({ objects: [flate(Buffer.alloc(70 << 20))] }))).toBe('oversized')
  })
})
