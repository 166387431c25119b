import { describe, expect, test } from 'vitest'
import { run } from '../testing/run.ts'

describe('workdays add', () => {
  test('tells the day, its weekday and where the count began', () => {
    expect(run('add', '2026-02-13', '5')).toEqual({
      code: 0,
      out: ['Thứ Sáu 27/02/2026: 5 ngày làm việc sau thứ Sáu 13/02/2026.'],
      error: [],
    })
  })

  test('gives machines exactly these four', () => {
    const { out } = run('add', '2026-08-26', '3', '--json')
    expect(JSON.parse(out.join(''))).toEqual({
      from: '2026-08-26',
      days: 3,
      date: '2026-09-03',
      provisional: false,
    })
  })

  test('takes a date as people write it, and goes back', () => {
    const { out } = run('add', '27/2/2026', '-5', '--json')
    expect(JSON.parse(out.join(''))).toMatchObject({ from: '2026-02-27', days: -5, date: '2026-02-13' })
  })

  test('says that a result rests on days that nobody has announced', () => {
    const { code, out } = run('add', '2027-02-01', '8')
    expect(code).toBe(0)
    expect(out[0]).toMatch(/^Thứ /)
    expect(out[1]).toBe('Tạm tính: lịch nghỉ Tết năm 2027 chưa công bố (04/02/2027–11/02/2027).')
    expect(JSON.parse(run('add', '2027-02-01', '8', '--json').out.join(''))).toMatchObject({
      provisional: true,
    })
  })

  test.each([
    [
      ['add', '2026-02-30', '5'],
      'Ngày “2026-02-30” không đúng: cần năm-tháng-ngày có thật, ví dụ 2026-02-13.',
    ],
    [
      ['add', '2026-02-13', 'năm'],
      'Gọi lệnh chưa đúng: “năm” không phải số nguyên.\nCách gọi: dotpha workdays add DATE N [--years FILE]… [--extra FILE] [--json]',
    ],
    [
      ['add', '2026-02-13'],
      'Gọi lệnh chưa đúng: thiếu N.\nCách gọi: dotpha workdays add DATE N [--years FILE]… [--extra FILE] [--json]',
    ],
    [
      ['add', '2019-12-31', '1'],
      'Lịch làm việc chỉ có từ 2020-01-01 đến 2035-12-31: không tính được ngoài khoảng này.',
    ],
    [
      ['add', '2035-12-20', '30'],
      'Lịch làm việc chỉ có từ 2020-01-01 đến 2035-12-31: không tính được ngoài khoảng này.',
    ],
  ])('answers %j with one sentence and exit code 2', (args, sentence) => {
    expect(run(...args)).toEqual({ code: 2, out: [], error: [sentence] })
  })

  test('tells machines of an error by its code', () => {
    const { code, out } = run('add', '2026-02-30', '5', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out.join(''))).toMatchObject({ ok: false, error: { code: 'date_malformed' } })
  })
})
