import { expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { fullDocument } from '../testing/full-document.ts'
import { type WordBox, wordBoxes } from '../testing/pdf-judges.ts'
import { FontFiles } from './fonts.ts'
import type { Place } from './place.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const at = '2026-01-05'
const set = (document: OfficialDocument) => typesetter.set(document, { at })

const points = (mm: number) => (mm * 72) / 25.4
/** Places are told in hundredths of a point. */
const rounding = 0.01
const within = (place: Place, box: WordBox): boolean =>
  box.page === place.page &&
  box.right > place.x + rounding &&
  box.left < place.x + place.width - rounding &&
  box.top > place.y + rounding &&
  box.bottom < place.y + place.height - rounding

const wordsIn = (place: Place, boxes: readonly WordBox[]) =>
  boxes.filter((box) => within(place, box)).map(({ text }) => text)

function placeAt(places: readonly Place[], role: Place['role'], of?: 'copy', index?: number): Place {
  const found = places.find(
    (place) => place.role === role && place.of === of && (index === undefined || place.index === index),
  )
  if (found === undefined) throw new RangeError(`no place for ${role}`)
  return found
}

const { pdf, places, pages } = set(fullDocument)
const boxes = wordBoxes(pdf)
/** Why the rest of a test does not run where nobody reads the words back. */
const notRead = 'pdftotext is not installed'

test('no words lie where a signature, a copy mark or a circulation note goes', () => {
  for (const place of places.filter(({ role }) => role === 'signature' || role === 'copy-mark')) {
    expect(place.width).toBeGreaterThan(points(40))
    if (boxes !== null) expect({ place, words: wordsIn(place, boxes) }).toEqual({ place, words: [] })
  }
})

test('a signature stands between position and name, on the page on which these are', ({ skip }) => {
  if (boxes === null) return skip(notRead)
  for (const [of, position, name] of [
    [undefined, 'GIÁM', 'Hòa'],
    ['copy', 'TỊCH', 'Ngọc'],
  ] as const) {
    const place = placeAt(places, 'signature', of)
    const here = boxes.filter(({ page }) => page === place.page)
    const above = here.findLast(({ text }) => text === position)
    const below = here.findLast(({ text }) => text === name)
    expect(above?.bottom).toBeGreaterThan(place.y + place.height)
    expect(below?.top).toBeLessThan(place.y)
  }
  expect(placeAt(places, 'signature').page).toBe(1)
  expect(placeAt(places, 'signature', 'copy').page).toBe(pages)
})

test('a seal covers a third of its signature, from the left, their middles on one height', () => {
  const [signature, seal] = [placeAt(places, 'signature'), placeAt(places, 'seal')]
  expect(seal.width).toBeCloseTo(points(36), 1)
  expect(seal.x + seal.width).toBeCloseTo(signature.x + signature.width / 3, 1)
  expect(seal.y + seal.height / 2).toBeCloseTo(signature.y + signature.height / 2, 1)
})

test('number and date lie in their places', ({ skip }) => {
  if (boxes === null) return skip(notRead)
  const words = (role: Place['role'], of?: 'copy') => wordsIn(placeAt(places, role, of), boxes).join(' ')
  expect(words('number')).toBe('05/QĐ-SNV')
  expect(words('issued')).toBe('Lâm Hải, ngày 05 tháng 01 năm 2026')
  expect(words('number', 'copy')).toBe('03/SY-UBND')
})

test('the number of a draft has its place between label and symbol', () => {
  const draft = set({
    ...fullDocument,
    number: { value: null, body: 'SNV' },
    issued: { place: 'Lâm Hải', date: null },
  })
  const place = placeAt(draft.places, 'number')
  expect(place.width).toBeCloseTo(points(10), 1)
  const read = wordBoxes(draft.pdf)
  if (read !== null) expect(wordsIn(place, read)).toEqual([])
})

test('each of several signatures has its place, in the order of the model', () => {
  const [one] = fullDocument.signatures
  if (one === undefined) throw new RangeError('no signature')
  const joint = set({ ...fullDocument, signatures: [one, one, one] })
  const [first, second, third] = [0, 1, 2].map((index) =>
    placeAt(joint.places, 'signature', undefined, index),
  )
  expect(first?.x).toBeLessThan(second?.x ?? 0)
  expect(first?.y).toBe(second?.y)
  expect(third?.y).toBeLessThan(second?.y ?? 0)
})

test('marks of urgency and arrival have the sizes of the form', () => {
  const urgent = set({ ...fullDocument, urgency: 'thượng khẩn' })
  const [urgency, arrival] = [placeAt(urgent.places, 'urgency'), placeAt(urgent.places, 'arrival-mark')]
  expect([urgency.width, urgency.height]).toEqual(
    [points(40), points(8)].map((size) => expect.closeTo(size, 1)),
  )
  expect([arrival.width, arrival.height]).toEqual(
    [points(50), points(35)].map((size) => expect.closeTo(size, 1)),
  )
  const read = wordBoxes(urgent.pdf)
  if (read !== null) expect(wordsIn(urgency, read)).toEqual(['THƯỢNG', 'KHẨN'])
})
