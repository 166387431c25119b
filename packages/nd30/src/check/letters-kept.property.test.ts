import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read.ts'
import type { ReadDocument } from '../read/read-document.ts'
import { buildDocx } from '../read/testing/build-docx.ts'
import { fromUnicode } from '../text/legacy/legacy.ts'
import { legacyOfRun } from '../text/legacy/legacy-of-run.ts'
import { wholePiece } from './recognise/piece.ts'
import { repairDocument } from './repair-document.ts'

/** Sentences with all marks of Vietnamese; small letters, since those are the ones that TCVN3 has all of. */
const sentences = [
  'người dân phường được hướng dẫn đăng ký nước sạch trước ngày lễ',
  'các ủy ban đã chuẩn bị đầy đủ hồ sơ, kinh phí và phương tiện',
  'những kết quả ấy vượt mức kế hoạch, tuy vẫn còn chỗ chưa đạt',
  'ưu tiên sửa chữa đường giữa hai xã; bảo đảm an toàn ở trường học',
] as const

const encodings = {
  tcvn3: {
    font: '.VnTime',
    encode: (text: string) => fromUnicode(text, { encoding: 'tcvn3', capital: false }),
  },
  vni: {
    font: 'VNI-Times',
    encode: (text: string) => fromUnicode(text, { encoding: 'vni', capital: false }),
  },
  unicode: { font: 'Times New Roman', encode: (text: string) => text },
  apart: { font: 'Times New Roman', encode: (text: string) => text.normalize('NFD') },
} as const
type Encoding = keyof typeof encodings

const field = (inside: string) =>
  `<w:fldChar w:fldCharType="begin"/>${inside}<w:instrText xml:space="preserve"> PAGE </w:instrText>` +
  '<w:fldChar w:fldCharType="separate"/><w:t>2</w:t><w:fldChar w:fldCharType="end"/>'

/** What may stand between two letters without being one. */
const controls = [
  '<w:tab/>',
  '<w:br/>',
  '<w:br w:type="page"/>',
  '<w:cr/>',
  '<w:noBreakHyphen/>',
  '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>',
  '<w:sym w:font="Wingdings" w:char="F0A7"/>',
  '<w:sym w:font="Symbol" w:char="F0B7"/>',
  '<w:delText>x</w:delText>',
  '<w:t>\u00a0</w:t>',
  '<w:t>\ufffd</w:t>',
  '<w:t>\u2011</w:t>',
  field(''),
  // Letters in the code of a field are not shown.
  field('<w:t>x</w:t>'),
] as const

const place = fc.record({
  at: fc.nat(200),
  /** `null`: a run ends there and the next one begins. */
  put: fc.oneof(fc.constant(null), fc.constantFrom(...controls)),
})

const wish = fc.record({
  sentence: fc.constantFrom(...sentences),
  encoding: fc.constantFrom<Encoding>('tcvn3', 'vni', 'unicode', 'apart'),
  /** Letters of the old encoding in a typeface of Unicode, or for letters beyond ASCII alone. */
  typeface: fc.constantFrom<'own' | 'beyond-ascii' | 'unicode'>('own', 'beyond-ascii', 'unicode'),
  hyphens: fc.constantFrom<'letter' | 'element' | 'symbol'>('letter', 'element', 'symbol'),
  places: fc.array(place, { maxLength: 4 }),
})
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

function paragraphOf({ sentence, encoding, typeface, hyphens, places }: Wish): string {
  const { font, encode } = encodings[encoding]
  const own = typeface === 'unicode' ? 'Times New Roman' : font
  const ascii = typeface === 'beyond-ascii' ? 'Times New Roman' : own
  const properties = `<w:rPr><w:rFonts w:ascii="${ascii}" w:hAnsi="${own}" w:cs="${own}"/><w:sz w:val="28"/></w:rPr>`
  let xml = `<w:r>${properties}`
  let open = ''
  const close = () => {
    if (open !== '') xml += `<w:t xml:space="preserve">${open}</w:t>`
    open = ''
  }
  let at = 0
  // A run may end within a letter and its marks, anything else stands between letters.
  for (const whole of sentence)
    for (const [part, letter] of [...encode(whole)].entries()) {
      for (const { put } of places.filter((each) => each.at === at && (each.put === null || part === 0))) {
        close()
        xml += put ?? `</w:r><w:r>${properties}`
      }
      at += 1
      if (letter === '\u00ad' && hyphens !== 'letter') {
        close()
        xml += hyphens === 'element' ? '<w:softHyphen/>' : `<w:sym w:font="${font}" w:char="F0AD"/>`
      } else open += letter
    }
  close()
  return `<w:p>${xml}</w:r></w:p>`
}

const lettersOf = (text: string) => (text.normalize('NFC').match(/\p{L}/gu) ?? []).join('')

function paragraphsOf(read: ReadDocument) {
  return read.paragraphs.map((paragraph) => ({
    text: paragraph.text,
    written: lettersOf(paragraph.text),
    meant: lettersOf(wholePiece(paragraph).text),
    isLegacy: paragraph.runs.some((run) => legacyOfRun(run) !== null && /[^\0-\u007f]/.test(run.text)),
  }))
}

test('a repair keeps every letter, or leaves what it cannot convert as it is and says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 3 }), async (wishes) => {
      const bytes = await buildDocx({ body: wishes.map(paragraphOf).join('') })
      const options = { profile: 'state', at: '2026-11-25' } as const
      const { docx, after } = await repairDocument(bytes, options)
      const [before, repaired] = [
        paragraphsOf(await readDocument(bytes)),
        paragraphsOf(await readDocument(docx)),
      ]
      for (const [at, { sentence, typeface }] of wishes.entries()) {
        const wanted = lettersOf(sentence)
        // What is not known for an old encoding by its words must stay as it is.
        const unknown = typeface === 'unicode' && before[at]?.meant !== wanted
        if (unknown) expect(repaired[at]?.text).toBe(before[at]?.text)
        if (unknown) continue
        expect(before[at]?.meant, 'as it is read').toBe(wanted)
        expect(repaired[at]?.meant, 'as it is read after the repair').toBe(wanted)
        if (repaired[at]?.written === wanted && !repaired[at]?.isLegacy) continue
        const said = after.findings.filter(
          ({ rule, places }) => rule === 'P07' && places.some(({ paragraph }) => paragraph === at + 1),
        )
        expect(said.map(({ repairable }) => repairable)).toEqual([false])
      }
      expect(Buffer.from((await repairDocument(docx, options)).docx).equals(docx)).toBe(true)
    }),
    {
      numRuns: 200,
      examples: [
        [
          [
            {
              sentence: sentences[0],
              encoding: 'apart',
              typeface: 'own',
              hyphens: 'letter',
              // Both marks of the last letter in a run of their own.
              places: [
                { at: 88, put: null },
                { at: 89, put: null },
              ],
            },
          ],
        ],
        [
          [
            {
              sentence: sentences[1],
              encoding: 'vni',
              typeface: 'beyond-ascii',
              hyphens: 'letter',
              // A letter of ASCII in one run, its mark in the next.
              places: [{ at: 2, put: null }],
            },
            { sentence: sentences[0], encoding: 'tcvn3', typeface: 'own', hyphens: 'letter', places: [] },
          ],
        ],
      ],
    },
  )
})

test.each(['.VnTime', 'Times New Roman'])(
  '`ư` of TCVN3 that stands as a soft hyphen in %s stays a letter',
  async (font) => {
    const properties = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/></w:rPr>`
    const text = encodings.tcvn3.encode('những người dân được')
    const inner = text.replaceAll('\u00ad', '</w:t><w:softHyphen/><w:t xml:space="preserve">')
    const body = `<w:p><w:r>${properties}<w:t xml:space="preserve">${inner}</w:t></w:r></w:p>`
    const { docx } = await repairDocument(await buildDocx({ body }), { profile: 'state', at: '2026-11-25' })
    expect((await readDocument(docx)).paragraphs[0]?.text).toBe('những người dân được')
  },
)
