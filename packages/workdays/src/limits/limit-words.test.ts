import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Limit, LimitUnit } from './limit.ts'
import { limitWords, parseLimit } from './limit-words.ts'

describe('a limit in words', () => {
  test.each<[string, number, LimitUnit]>([
    ['5 ngày làm việc', 5, 'working_days'],
    ['05 ngày làm việc', 5, 'working_days'],
    ['05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 5, 'working_days'],
    ['Trong vòng 03 ngày làm việc, kể từ ngày nhận đủ hồ sơ', 3, 'working_days'],
    ['không quá 15 ngày từ ngày nhận hồ sơ.', 15, 'days'],
    ['Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ', 5, 'working_days'],
    ['thời hạn không quá 20 ngày sau khi nhận hồ sơ;', 20, 'days'],
    ['Chậm nhất là 10 ngày', 10, 'days'],
    ['0,125 ngày làm việc', 60, 'working_minutes'],
    ['  30  ngày ', 30, 'days'],
    ['2 tháng', 2, 'months'],
    ['1 năm', 1, 'years'],
    ['3 tuần', 3, 'weeks'],
    ['8 giờ làm việc', 8, 'working_hours'],
    ['24 giờ', 24, 'hours'],
    ['90 phút', 90, 'minutes'],
    ['0,5 ngày làm việc', 240, 'working_minutes'],
    ['1/2 ngày làm việc', 240, 'working_minutes'],
    ['1.5 working days', 720, 'working_minutes'],
    ['2,0 ngày làm việc', 2, 'working_days'],
    ['1,5 giờ', 90, 'minutes'],
    ['within 5 working days of receipt', 5, 'working_days'],
    ['1 business day', 1, 'working_days'],
    ['30 calendar days', 30, 'days'],
    ['1 month', 1, 'months'],
    ['2 Years', 2, 'years'],
    ['trong ngày, chậm nhất là trong ngày làm việc tiếp theo', 1, 'same_day'],
    ['Trong ngày và chậm nhất ngày làm việc tiếp theo.', 1, 'same_day'],
    ['the same day, at the latest the next working day', 1, 'same_day'],
  ])('“%s” is %d %s', (text, amount, unit) => {
    expect(parseLimit(text)).toEqual({ amount, unit })
    expect(parseLimit(text.normalize('NFD'))).toEqual({ amount, unit })
  })

  test.each([
    ['', 'limit_malformed'],
    ['năm ngày', 'limit_malformed'],
    ['5', 'limit_malformed'],
    ['5 ngay', 'limit_malformed'],
    ['5 ngày nghỉ', 'limit_malformed'],
    ['5 ngày làm việc 3 giờ', 'limit_malformed'],
    ['5-7 ngày', 'limit_malformed'],
    ['1.000 ngày', 'limit_malformed'],
    ['1,000 days', 'limit_malformed'],
    ['trong trong trong trong 5 ngày', 'limit_malformed'],
    ['1,5 tháng', 'limit_malformed'],
    ['1/7 ngày làm việc', 'limit_malformed'],
    ['1/0 ngày làm việc', 'limit_malformed'],
    ['trong ngày', 'limit_malformed'],
    ['0 ngày', 'limit_not_positive'],
    ['-5 ngày làm việc', 'limit_not_positive'],
    ['-1/2 ngày làm việc', 'limit_not_positive'],
    ['-0,5 ngày làm việc', 'limit_not_positive'],
    ['99999999 ngày', 'limit_too_large'],
  ])('“%s” is refused as %s', (text, code) => {
    expect(() => parseLimit(text)).toThrow(expect.objectContaining({ code }))
  })

  const units: readonly LimitUnit[] = [
    'working_days',
    'days',
    'weeks',
    'months',
    'years',
    'working_hours',
    'working_minutes',
    'hours',
    'minutes',
  ]
  const anyLimit: fc.Arbitrary<Limit> = fc.record({
    amount: fc.integer({ min: 1, max: 9_999_999 }),
    unit: fc.constantFrom(...units),
  })

  test('is read again as it is written, in both languages', () => {
    fc.assert(
      fc.property(fc.oneof(anyLimit, fc.constant<Limit>({ amount: 1, unit: 'same_day' })), (limit) => {
        const { vi, en } = limitWords(limit)
        expect(parseLimit(vi)).toEqual(limit)
        expect(parseLimit(en)).toEqual(limit)
      }),
    )
  })

  test('takes any text without hanging or failing otherwise than by a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `5 ${text} ngày`),
        ),
        (text) => {
          try {
            expect(parseLimit(text).amount).toBeGreaterThan(0)
          } catch (error) {
            expect(error).toMatchObject({ name: 'WorkdaysError' })
          }
        },
      ),
    )
  })
})
