import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPage, decodeCursor, encodeCursor, type Page, pageSizeOf } from './paging.ts'

test('a cursor brings back where the page began', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const cursor = encodeCursor(values)
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(decodeCursor(cursor, values.length)).toEqual(values)
    }),
  )
})

test.each([
  ['of another list', encodeCursor(['a', 'b'])],
  ['made up', 'abc'],
  ['empty', ''],
  ['no list', Buffer.from('{"length":1}').toString('base64url')],
  ['with an object in it', Buffer.from('[{"a":1}]').toString('base64url')],
  ['with a list in it', Buffer.from('[["a"]]').toString('base64url')],
  ['cut off', encodeCursor(['abcdef']).slice(0, -3)],
])('a cursor that is %s is refused', (_name, cursor) => {
  expect(() => decodeCursor(cursor, 1)).toThrow(
    expect.objectContaining({ code: 'cursor_invalid', status: 400 }),
  )
})

test.each([
  ['a word for an id', ['2022-01-01', 'x']],
  ['a word for a day', ["'; drop table work;--", '01900000-0000-7000-8000-000000000001']],
  ['nothing for a day', [null, '01900000-0000-7000-8000-000000000001']],
])('a cursor with %s never reaches the database', (_name, values) => {
  expect(() => decodeCursor(encodeCursor(values), ['day', 'id'])).toThrow(
    expect.objectContaining({ code: 'cursor_invalid', status: 400 }),
  )
})

test('pages one after the other give every row once, each as long as was asked for', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 7 }), (unsorted, size) => {
      const rows = unsorted.toSorted((a, b) => a - b)
      const after = (cursor: string | null) => {
        const [last] = cursor === null ? [] : decodeCursor(cursor, ['number'])
        return rows.filter((row) => last === undefined || row > Number(last)).slice(0, size + 1)
      }
      const given: number[] = []
      let cursor: string | null = null
      do {
        const page: Page<number> = cutPage(after(cursor), size, (row) => [row])
        expect(page.items.length).toBeLessThanOrEqual(size)
        if (page.next !== null) expect(page.items).toHaveLength(size)
        given.push(...page.items)
        cursor = page.next
      } while (cursor !== null)
      expect(given).toEqual(rows)
    }),
    { examples: [[[0, -(2 ** 31), 2 ** 31 - 1], 1]] },
  )
})

test('a page never has more rows than the maximum, and at least one', () => {
  expect([undefined, -3, 0, 7, 1_000].map((limit) => pageSizeOf(limit))).toEqual([50, 1, 1, 7, 200])
  expect([undefined, 9].map((limit) => pageSizeOf(limit, { usual: 3, most: 5 }))).toEqual([3, 5])
})
