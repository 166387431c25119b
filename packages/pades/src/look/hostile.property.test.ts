import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { openPdf } from '../pdf/document.ts'
import { pageAt } from '../pdf/pages.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { drawPng } from '../testing/draw-png.ts'
import { marksOfPage } from './page-marks.ts'
import { checkPdfA } from './pdf-a/check.ts'
import { readPng } from './png.ts'

/** What comes of it, or the code of our own error; anything else is a bug. */
function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof PadesError) return error.code
    throw error
  }
}

test('a PNG that is changed anywhere is read or refused', () => {
  const png = drawPng(9, 7, (x, y) => [x * 20, y * 30, 90, x * y])
  fc.assert(
    fc.property(
      fc.nat(png.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(png.length),
      (at, by, cut) => {
        const changed = Uint8Array.from(png)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(codeOf(() => readPng(changed))).toBeOneOf(['done', 'image_malformed'])
        expect(codeOf(() => readPng(png.subarray(0, cut)))).toBeOneOf(['done', 'image_malformed'])
      },
    ),
  )
})

const operator = fc.constantFrom(
  ...[
    'q',
    'Q',
    'cm',
    'BT',
    'ET',
    'Tf',
    'Td',
    'TD',
    'Tm',
    'Tj',
    'TJ',
    "'",
    '"',
    'T*',
    'Tz',
    'Ts',
    'Tr',
    'Tc',
    'Tw',
  ],
  ...[
    're',
    'm',
    'l',
    'c',
    'W',
    'n',
    'f',
    'S',
    'sh',
    'gs',
    'Do',
    'BI',
    'ID',
    'EI',
    'BDC',
    'EMC',
    'rg',
    'cs',
    'sc',
  ],
)
const operand = fc.oneof(
  fc.double({ noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom(
    '/F',
    '/X',
    '[(a)-300(b)]',
    '(a\\)b)',
    '<0041>',
    '[1 2',
    '<</A 1>>',
    'true',
    '--1',
    '.',
    '>',
    '[[]]',
  ),
)
const content = fc.array(fc.oneof({ weight: 2, arbitrary: operator }, { weight: 3, arbitrary: operand }), {
  maxLength: 60,
})

test('contents of any operators and operands are read or refused', () => {
  fc.assert(
    fc.property(content, (tokens) => {
      const resources = '<</Font<</F 21 0 R>>/XObject<</X 20 0 R>>>>'
      const bytes = buildPdf({
        ...pagesOf(1),
        3: `<</Type/Page/Parent 2 0 R/Resources ${resources}/Contents 19 0 R>>`,
        19: streamText('', tokens.join(' ')),
        20: streamText(`/Subtype/Form/BBox[0 0 9 9]/Resources ${resources}`, tokens.reverse().join('\n')),
        21: '<</Type/Font/Subtype/Type0/DescendantFonts[22 0 R]/ToUnicode 19 0 R>>',
        22: '<</Type/Font/Subtype/CIDFontType2/W[1[2 /x] 3 (y) 4]>>',
      })
      const file = openPdf(bytesSource(bytes))
      const page = pageAt(file, 0)
      const codes = ['done', 'pdf_malformed', 'pdf_limit']
      expect(codeOf(() => page && marksOfPage(file, page))).toBeOneOf(codes)
      expect(codeOf(() => checkPdfA(file))).toBeOneOf(codes)
    }),
    { numRuns: 300 },
  )
})
