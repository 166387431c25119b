import { expect, test } from 'vitest'
import { agreed } from './agreed.ts'
import { handBuilt, section } from './testing/hand-built.ts'

const { paragraphs } = handBuilt([{ runs: [{ text: 'Một' }, { text: 'Hai' }] }])
const [paragraph] = paragraphs
const [first, second] = paragraph?.runs ?? []
if (!paragraph || !first || !second) throw new RangeError('no paragraph')

test('the first wish for a property holds, others of the same repair stay', () => {
  expect(
    agreed([
      [{ type: 'run', run: first, set: { bold: true, sizeHalfPoints: 26 } }],
      [{ type: 'run', run: first, set: { bold: false, italic: false } }],
      [{ type: 'run', run: first, set: { bold: true } }],
      [{ type: 'run', run: second, set: { bold: false } }],
    ]),
  ).toEqual([
    { type: 'run', run: first, set: { bold: true, sizeHalfPoints: 26 } },
    { type: 'run', run: first, set: { italic: false } },
    { type: 'run', run: second, set: { bold: false } },
  ])
})

test('letters are written anew once, also where one change ends as the other begins', () => {
  const text = (from: number, to: number, by: string) => ({ type: 'text', run: first, from, to, by }) as const
  expect(agreed([[text(0, 1, 'm')], [text(1, 2, 'ộ')], [text(2, 3, 'T')], [text(0, 3, 'MỘT')]])).toEqual([
    text(0, 1, 'm'),
    text(2, 3, 'T'),
  ])
})

test('one finding changes letters that follow each other, and its typeface only where it changes all of them', () => {
  const text = (from: number, to: number) => ({ type: 'text', run: first, from, to, by: 'x' }) as const
  const typeface = { type: 'run', run: first, set: { font: 'Times New Roman' } } as const
  const group = [text(0, 1), text(1, 2), typeface]
  expect(agreed([group])).toEqual(group)
  expect(agreed([[text(0, 1)], group])).toEqual([text(0, 1)])
  expect(agreed([[text(0, 2), text(1, 3), text(2, 2)]])).toEqual([text(0, 2)])
})

test('a line and a page number are made once', () => {
  const own = section()
  const line = { type: 'rule-below', paragraph, lengthTwips: 1000 } as const
  const number = { type: 'page-number', section: own, sizeHalfPoints: 26 } as const
  expect(
    agreed([
      [line, { ...line, lengthTwips: 900 }],
      [number, number],
    ]),
  ).toEqual([line, number])
})
