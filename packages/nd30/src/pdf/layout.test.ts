import { describe, expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { fullDocument } from '../testing/full-document.ts'
import { type WordBox, wordBoxes } from '../testing/pdf-judges.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const mm = (length: number) => (length * 72) / 25.4
const pageHeight = mm(297)

const sentence =
  'Các cơ quan, đơn vị phối hợp chặt chẽ, kịp thời báo cáo khó khăn theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ. '

const { annexes: _, copy: __, contact: ___, circulation: ____, ...decision } = fullDocument
const state: OfficialDocument = {
  ...decision,
  body: [{ type: 'paragraph', text: sentence.repeat(3).trim() }],
}
const party: OfficialDocument = {
  ...state,
  profile: 'party',
  superior: 'Tỉnh ủy Lâm Hải',
  issuer: 'Ban Thường vụ',
  number: { value: 5, body: 'TU' },
}

const boxesOf = (document: OfficialDocument, at = '2026-01-05') =>
  wordBoxes(typesetter.set(document, { at }).pdf) ?? []

/** Words by the line on which they stand, from top to bottom. */
function linesOf(boxes: readonly WordBox[], page = 1): readonly (readonly WordBox[])[] {
  const lines = new Map<number, WordBox[]>()
  for (const box of boxes.filter((one) => one.page === page)) {
    const key = Math.round(box.bottom * 2)
    lines.set(key, [...(lines.get(key) ?? []), box])
  }
  return [...lines].sort(([one], [other]) => other - one).map(([, line]) => line)
}

const lineWith = (lines: readonly (readonly WordBox[])[], word: string) => {
  const line = lines.find((one) => one.some(({ text }) => text === word))
  if (line === undefined) throw new RangeError(`no line with ${word}`)
  return line
}

describe.runIf(wordBoxes(typesetter.set(state, { at: '2026-01-05' }).pdf) !== null)(
  'a page that was set',
  () => {
    test.each([
      ['State', state, 30, 20, 12.7, 14 * 1.149 * 1.15],
      ['Party', party, 30, 15, 10, 18],
    ] as const)(
      'has the margins, indent and line spacing of the %s',
      (_, document, left, right, indent, pitch) => {
        const lines = linesOf(boxesOf(document))
        const first = lines.findIndex((line) => line[0]?.text === 'Các')
        const [begun, second, third] = lines.slice(first, first + 3)
        expect(begun?.[0]?.left).toBeCloseTo(mm(left + indent), 0)
        expect(second?.[0]?.left).toBeCloseTo(mm(left), 0)
        expect(second?.at(-1)?.right).toBeCloseTo(mm(210 - right), 0)
        expect((second?.[0]?.bottom ?? 0) - (third?.[0]?.bottom ?? 0)).toBeCloseTo(pitch, 1)
      },
    )

    test('has number and date on one line, and Nơi nhận level with who signs', () => {
      const lines = linesOf(boxesOf(state))
      expect(lineWith(lines, 'Số:').map(({ text }) => text)).toContain('Hải,')
      const boxes = boxesOf(state)
      const bottom = (word: string) => boxes.find(({ text }) => text === word)?.bottom ?? Number.NaN
      // Glyphs of other sizes reach further down: their baselines are compared.
      expect(bottom('Nơi') + 12 * 0.216).toBeCloseTo(bottom('KT.') + 14 * 0.216, 0)
    })

    test.each([24, 25, 26])('has its number where it holds notes alone, below %i paragraphs', (count) => {
      const lines = Array.from({ length: count }, () => ({ type: 'paragraph', text: 'Một việc.' }) as const)
      const notes = Array.from({ length: 4 }, () => ({ text: 'Hai ', footnote: 'Ghi chú' }))
      const body = [...lines, { type: 'paragraph', text: notes } as const]
      const annex = { type: 'annex', title: 'Việc', reference: 'empty', body } as const
      const boxes = boxesOf({ ...state, annexes: [annex, annex] })
      const numbers = boxes.filter(({ bottom, text }) => bottom > pageHeight - mm(20) && /^\d+$/.test(text))
      expect(numbers.map(({ page, text }) => [page, text])).toEqual([
        [3, '2'],
        [5, '2'],
      ])
    })

    test('has its number in the top margin, none on the first, and begins anew in each annex', () => {
      const body = Array.from({ length: 40 }, () => ({ type: 'paragraph', text: sentence }) as const)
      const annex = { type: 'annex', title: 'Danh mục', reference: 'empty', body } as const
      const boxes = boxesOf({ ...party, body, annexes: [annex, annex] })
      const heads = new Map<number, WordBox>()
      for (const box of boxes)
        if (box.bottom > pageHeight - mm(20) && /^\d+$/.test(box.text)) heads.set(box.page, box)
      const last = Math.max(...boxes.map(({ page }) => page))
      const numbers = Array.from({ length: last }, (_, index) => heads.get(index + 1)?.text ?? '-')
      const perPart =
        numbers
          .join(' ')
          .match(/-[^-]*/g)
          ?.map((part) => part.trim().split(' ').length) ?? []
      expect(perPart).toHaveLength(3)
      expect(numbers).toEqual(
        perPart.flatMap((count) => Array.from({ length: count }, (_, i) => (i === 0 ? '-' : String(i + 1)))),
      )
      const head = heads.get(2)
      expect(((head?.left ?? 0) + (head?.right ?? 0)) / 2).toBeCloseTo(mm((30 + 210 - 15) / 2), 0)
      expect(pageHeight - (head?.top ?? 0)).toBeCloseTo(mm(10), -1)
    })

    test.each([0, 1, 2, 3, 5])(
      'with a signature has two lines of text, last paragraph of %i sentences',
      (sentences) => {
        for (let paragraphs = 8; paragraphs < 17; paragraphs += 1) {
          const body = Array.from(
            { length: paragraphs },
            () => ({ type: 'paragraph', text: sentence }) as const,
          )
          const last = { type: 'paragraph', text: `${sentence.repeat(sentences)}Hết` } as const
          const boxes = boxesOf({ ...state, body: [...body, last] })
          const signed = boxes.find(({ text }) => text === 'Hòa')?.page ?? 0
          const lines = linesOf(boxes, signed)
          const end = lines.indexOf(lineWith(lines, 'Hết./.'))
          const head = signed === 1 ? 9 : 1
          expect(end).toBeGreaterThanOrEqual(head + 1)
          expect(
            lines
              .slice(end)
              .flat()
              .some(({ text }) => text === 'KT.'),
          ).toBe(true)
        }
      },
    )

    test('keeps what belongs together on one line', () => {
      for (let words = 0; words < 12; words += 1) {
        const text = `${'một '.repeat(words)}${sentence.repeat(4).trim()}`
        const boxes = boxesOf({
          ...state,
          body: [
            { type: 'paragraph', text },
            { type: 'paragraph', text: 'Hết' },
          ],
        })
        for (const line of linesOf(boxes)) {
          const last = line.at(-1)?.text ?? ''
          expect(['Điều', 'khoản', 'ngày', 'tháng', 'năm', 'số']).not.toContain(last)
          expect(last).not.toMatch(/[/-]$/)
        }
      }
    })
  },
)

describe('a document of many pages', () => {
  test('is set, with recipients that take more than a page', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `Ủy ban nhân dân xã số ${index + 1}`)
    const { pdf, pages, places } = typesetter.set(
      { ...state, recipients: { lines, archive: 'VT' } },
      { at: '2026-01-05' },
    )
    expect(pages).toBeGreaterThan(2)
    expect(places.find(({ role }) => role === 'signature')?.page).toBeLessThan(pages)
    const boxes = wordBoxes(pdf)
    if (boxes !== null) expect(boxes.filter(({ text }) => text === 'Ủy')).toHaveLength(200)
  })
})
