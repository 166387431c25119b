import { describe, expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { drawnPng } from '../testing/draw-png.ts'
import { wordBoxes, wordsRead } from '../testing/pdf-judges.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const at = '2026-01-05'
/** Why the rest of a test does not run where nobody reads the words back. */
const notRead = 'pdftotext is not installed'

const letter = (text: string, more: Partial<OfficialDocument> = {}): OfficialDocument => ({
  profile: 'state',
  kind: 'thong-bao',
  issuer: 'Sở Nội vụ',
  number: { value: 5, body: 'SNV' },
  issued: { place: 'Lâm Hải', date: at },
  abstract: 'Về việc thử',
  body: [{ type: 'paragraph', text }],
  signatures: [{ position: 'Giám đốc', name: 'Vũ Thị Hòa' }],
  ...more,
})

/** What poppler reads, without spaces: a word longer than a line comes in parts. */
const lettersIn = (document: OfficialDocument) =>
  wordsRead(typesetter.set(document, { at }).pdf)
    ?.flat()
    .join('')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')

describe('text of users', () => {
  test.for([
    ['Typst', '#let x = 1; #panic("a") #import "/etc/passwd": * #sys.inputs #read("main.typ")'],
    [
      'markup',
      '*đậm* _nghiêng_ `mã` $x^2$ = tiêu đề @ref <nhãn> // chú thích /* và */ ~ -- --- ... \\ \\u{41}',
    ],
    ['JSON', '{"a": "b\\"}, \'c\', \\n'],
    ['XML', '<b>&amp;</b><!-- x --><?x?>'],
    ['a word without an end', `đầu ${'x'.repeat(1_000)} cuối`],
    ['wide letters without an end', 'Ư'.repeat(500)],
    ['an address', `https://dichvucong.example.vn/${'a-b/'.repeat(60)}?q=${'1'.repeat(90)}`],
    ['words from right to left', 'trước שלום עולם sau'],
    ['punctuation alone', '!!! ??? ,,, ... --- /// ((( )))'],
  ] as const)('%s is set as words', ([, text], { skip }) => {
    const read = lettersIn(letter(text)) ?? skip(notRead)
    const wanted = text.replaceAll(' ', '')
    if (/[\u0590-\u05ff]/u.test(text)) expect(read).toContain('שלום')
    else expect(read.includes(wanted)).toBe(true)
  })

  test.for(['abstract', 'issuer', 'superior', 'competence'])('is data in %s too', (where, { skip }) => {
    const text = '#panic("a") *b*'
    const read = lettersIn(letter('a', { [where]: text, bases: ['Căn cứ'] })) ?? skip(notRead)
    expect(read.toLowerCase()).toContain('#panic("a")*b*')
  })

  test.each([
    ['an emoji', 'vui 😀', '😀'],
    ['a letter of another script', 'chữ 漢', '漢'],
    ['a letter for private use', 'chữ \ue000', 'U+E000'],
    ['a control letter', 'chữ\u0007', 'U+0007'],
    ['half a letter', 'chữ \ud800', 'U+D800'],
  ])('with %s is refused', (_, text, letters) => {
    expect(() => typesetter.set(letter(text), { at })).toThrow(
      expect.objectContaining({
        code: 'font_missing_letters',
        details: { letters, place: 'body[0].text' },
      }),
    )
  })

  test('is set the same whether its accents are apart or not', () => {
    const set = (text: string) => typesetter.set(letter(text), { at }).pdf
    const [together, apart] = ['Ủy ban nhân dân', 'Ủy ban nhân dân'.normalize('NFD')]
    expect(apart).not.toBe(together)
    expect(Buffer.compare(set(apart), set(together))).toBe(0)
    expect(lettersIn(letter(apart))).toBe(lettersIn(letter(together)))
  })
})

test('a body whose name is one word without an end keeps to its column', ({ skip }) => {
  const { pdf } = typesetter.set(letter('a', { issuer: 'W'.repeat(60), superior: 'Đ'.repeat(50) }), { at })
  const boxes = wordBoxes(pdf) ?? skip(notRead)
  const own = boxes.filter(({ text }) => /^[WĐ]+$/.test(text))
  expect(own.length).toBeGreaterThan(4)
  for (const { left, right } of own) {
    expect(left).toBeGreaterThan((30 * 72) / 25.4 - 1)
    expect(right).toBeLessThan((100 * 72) / 25.4)
  }
})

test('a picture that is none is named', () => {
  const figure = { type: 'figure', widthMm: 50, alternative: 'hình' } as const
  const good = { ...figure, image: drawnPng(4, 4) }
  const broken = {
    ...figure,
    image: Buffer.from('\x89PNG\r\n\x1a\nvà không gì nữa', 'latin1').toString('base64'),
  }
  expect(() => typesetter.set(letter('', { body: [good, broken] }), { at })).toThrow(
    expect.objectContaining({ code: 'image_wrong', details: { path: 'body[1].image' } }),
  )
  const annex = { type: 'annex', title: 'Hình', reference: 'empty', body: [broken] } as const
  expect(() => typesetter.set(letter('a', { annexes: [annex] }), { at })).toThrow(
    expect.objectContaining({ code: 'image_wrong', details: { path: 'annexes[0].body[0].image' } }),
  )
  expect(typesetter.set(letter('', { body: [good] }), { at }).pages).toBe(1)
})

test('a figure higher than the page is made to fit, with its caption below', ({ skip }) => {
  const tall = { type: 'figure', widthMm: 160, alternative: 'cao', image: drawnPng(10, 400) } as const
  const { pdf } = typesetter.set(letter('', { body: [{ ...tall, caption: 'Hình' }] }), { at })
  const boxes = wordBoxes(pdf) ?? skip(notRead)
  const caption = boxes.find(({ text }) => text === 'Hình')
  const marginMm = 20
  expect(caption?.bottom).toBeGreaterThan((marginMm * 72) / 25.4)
})

test('a last paragraph longer than a page costs about what it costs elsewhere', () => {
  const words = 'chữ nghĩa tiếng Việt '.repeat(360)
  const cpu = (texts: readonly string[]) => {
    const document = letter('', { body: texts.map((text) => ({ type: 'paragraph', text })) })
    const before = process.cpuUsage()
    typesetter.set(document, { at })
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  cpu(['a'])
  // Each with an end of its own: what was set before is remembered.
  const elsewhere = cpu([`${words}một`, `Đoạn sau ${'dài hơn một dòng '.repeat(8)}`])
  expect(cpu([`${words}hai`])).toBeLessThan(elsewhere * 5)
  const word = 'x'.repeat(12_000)
  expect(cpu(['Đoạn trước.', `${word}ba`])).toBeLessThan(cpu([`${word}bốn`, 'Đoạn sau.', 'Đoạn cuối.']) * 3)
})
