import { describe, expect, test } from 'vitest'
import type { Mark } from '../../look/drawing.ts'
import { personMark } from '../../look/person-mark.ts'
import { placeMark } from '../../look/place.ts'
import { sealMark } from '../../look/seal-mark.ts'
import { openPdf } from '../../pdf/document.ts'
import { pageAt } from '../../pdf/pages.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf, pagesOf, streamText } from '../../testing/build-pdf.ts'
import { drawPng, sealPng } from '../../testing/draw-png.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })
const letter = buildPdf({
  ...pagesOf(1),
  3: '<</Type/Page/Parent 2 0 R/Contents 8 0 R/Resources<</Font<</F 9 0 R>>>>>>',
  8: streamText(
    '',
    'BT /F 14 Tf 15 TL 330 430 Td (TM. UY BAN NHAN DAN) Tj T* (CHU TICH) Tj 0 -80 Td (Nguyen Van Anh) Tj ET',
  ),
  9: '<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>',
})

/** What a second signature with the mark, over the signature block of a letter that is signed already, is judged to be. */
async function judged(mark: Mark) {
  const once = (await sign(letter, { signer, at: testNow })).bytes()
  const file = openPdf(bytesSource(once))
  const page = pageAt(file, 0)
  if (page === null) throw new RangeError('no page')
  const look = placeMark(file, page, mark, { kind: 'from_left', leftMm: 110, topMm: 143 })
  const twice = openPdf(bytesSource((await sign(once, { signer, at: testNow, look })).bytes()))
  return changesAfter(twice, { revision: 1, certification: 2, locks: [] })
}

describe('the seal after the signature', () => {
  test('may reach over words, which are read through it', async () => {
    expect(await judged(sealMark(sealPng(400), 38).mark)).toMatchObject([
      { kind: 'signature', allowed: true },
    ])
  })

  test.each([
    [
      'a picture without gaps',
      sealMark(
        drawPng(40, 40, () => [255, 255, 255]),
        38,
      ).mark,
    ],
    [
      'a picture that is black over words',
      sealMark(
        drawPng(200, 200, (_, y) => [0, 0, 0, y > 150 ? 255 : 0]),
        38,
      ).mark,
    ],
    ['other words', personMark({ name: 'Nguyễn Văn B' }).mark],
  ])('may not be %s', async (_, mark) => {
    expect(await judged(mark)).toMatchObject([{ kind: 'signature', allowed: false }])
  })
})
