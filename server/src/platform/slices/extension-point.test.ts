import { expect, test } from 'vitest'
import { extensionPoint, Offers, offer } from './extension-point.ts'

test('parts come back at their own point, in the order in which they were offered', () => {
  const panels = extensionPoint<string>()
  const notes = extensionPoint<string>()
  const offers = new Offers([
    ...offer(panels, 'first'),
    ...offer(notes, 'a note'),
    ...offer(panels, 'second'),
  ])
  expect(offers.at(panels)).toEqual(['first', 'second'])
  expect(offers.at(notes)).toEqual(['a note'])
  expect(offers.at(extensionPoint<string>())).toEqual([])
})
