import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './paging.ts'

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
