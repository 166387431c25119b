import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, runIn } from '../testing/run.ts'
import { proposal2027 } from '../years/expected.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workdays-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const json = (...args: readonly string[]): unknown => JSON.parse(run(...args, '--json').out.join(''))

describe('workdays count', () => {
  test('tells the days after one date up to and with another', () => {
    expect(run('count', '2026-02-13', '2026-02-27').out).toEqual([
      '5 ngày làm việc sau thứ Sáu 13/02/2026 đến hết thứ Sáu 27/02/2026.',
    ])
    expect(runIn('en', 'count', '2026-02-13', '2026-02-23').out).toEqual([
      '1 working day after Friday 13/02/2026 up to and with Monday 23/02/2026.',
    ])
    expect(json('count', '2026-02-27', '2026-02-13')).toEqual({
      from: '2026-02-27',
      to: '2026-02-13',
      days: -5,
      provisional: false,
    })
  })
})

describe('workdays deadline', () => {
  test('tells the end first, then what it was made of', () => {
    const { code, out } = run(
      ...['deadline', '--from', '2026-02-13T18:00', '--limit', '5 ngày làm việc'],
      ...['--pause', '2026-02-24..2026-02-26', '--at', '2026-02-26T10:00'],
    )
    expect(code).toBe(0)
    expect(out).toEqual([
      'Hạn: 24:00 thứ Tư 04/03/2026',
      'Thời hạn: 5 ngày làm việc',
      'Nhận: thứ Sáu 13/02/2026',
      'Coi như nhận: thứ Hai 23/02/2026',
      'Hạn ban đầu: 24:00 thứ Hai 02/03/2026',
      'Còn: 4 ngày làm việc (38 giờ làm việc).',
    ])
  })

  test('tells in English of a last day that is off, and how late it is', () => {
    const args = ['deadline', '--from', '2025-12-03', '--limit', '60 days', '--at', '2026-02-03T10:30']
    expect(runIn('en', ...args, '--close-of-office').out).toEqual([
      'Due: 17:00 Monday 02/02/2026',
      'Limit: 60 days',
      'Received: Wednesday 03/12/2025',
      'The last day is off (Sunday 01/02/2026) and moves to the next working day.',
      'Late by: 1 working day (2 h 30 min of work).',
    ])
  })

  test('has no due date while one waits, and says what is left', () => {
    const args = [
      'deadline',
      '--from',
      '2026-03-02',
      '--limit',
      '5 ngày làm việc',
      '--pause-agency',
      '2026-03-03..',
    ]
    expect(run(...args).out.slice(0, 2)).toEqual([
      'Đang tạm dừng: chưa có hạn.',
      'Còn lại khi tiếp tục: 4 ngày làm việc',
    ])
    expect(json(...args)).toMatchObject({
      limit: { amount: 5, unit: 'working_days' },
      state: 'paused',
      dueOn: null,
      dueAt: null,
      left: { amount: 4, unit: 'working_days' },
      pauses: [{ waitingFor: 'agency', held: null, counted: true }],
    })
  })

  test('gives machines instants in UTC and the time left', () => {
    const args = [
      'deadline',
      '--from',
      '2026-02-13',
      '--limit',
      '5 ngày làm việc',
      '--at',
      '2026-02-27T09:00',
    ]
    expect(json(...args)).toMatchObject({
      dueOn: '2026-02-27',
      dueAt: '2026-02-27T17:00:00.000Z',
      timeLeft: { workingDays: 0, workingMs: 7 * 3_600_000, isLate: false },
    })
  })

  test.each([
    [['--from', '2026-03-02'], 'usage'],
    [['--from', '2026-03-02', '--limit', '5 ngày', '6'], 'usage'],
    [['--from', '2026-03-02', '--limit', '5 quả'], 'limit_malformed'],
    [['--from', '2026-03-02', '--limit', '5 giờ'], 'needs_instant'],
    [['--from', '2026-03-02T25:00', '--limit', '5 giờ'], 'instant_malformed'],
    [['--from', '2026-03-02', '--limit', '5 ngày', '--pause', '2026-03-03'], 'usage'],
    [
      ['--from', '2026-03-02', '--limit', '5 ngày', '--pause', '2026-03-01..2026-03-03'],
      'pause_before_start',
    ],
    [['--from', '2026-03-02', '--from', '2026-03-03', '--limit', '5 ngày'], 'usage'],
    [['--frm', '2026-03-02'], 'usage'],
  ])('ends with 2 and says why: %j', (args, code) => {
    expect(run('deadline', ...args)).toEqual({
      code: 2,
      out: [],
      error: [expect.stringMatching(/^[^\n]+(\nCách gọi: dotpha workdays [^\n]+)?$/)],
    })
    expect(json('deadline', ...args)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('workdays year', () => {
  test('lists days off and worked, with their doubts', () => {
    const { out } = run('year', '2026')
    expect(out[0]).toBe('Năm 2026: đã công bố (9441/TB-BNV, 16/10/2025); 249 ngày làm việc.')
    expect(out).toContain('Thứ Hai 27/04/2026: nghỉ – Nghỉ bù Giỗ Tổ Hùng Vương (26/04/2026)')
    expect(out).toContain('Thứ Bảy 22/08/2026: làm việc – Làm bù cho 31/08/2026')
    const english = runIn('en', 'year', '2027').out
    expect(english[0]).toBe('Year 2027: provisional, not announced yet; 249 working days.')
    expect(english).toContain('Thursday 04/02/2027: off – Tết [still to be chosen]')
  })

  test('gives machines the notice and each day', () => {
    const found = json('year', '2026') as { days: readonly { date: string }[] }
    expect(found).toMatchObject({
      year: 2026,
      status: 'announced',
      notice: { number: '9441/TB-BNV', issuedOn: '2025-10-16' },
      workingDays: 249,
    })
    expect(found.days.find(({ date }) => date === '2026-08-22')).toMatchObject({
      works: true,
      kind: 'make_up',
      other: '2026-08-31',
    })
  })

  test('has the days of an organisation from a file', () => {
    const path = join(folder, 'own.json')
    writeFileSync(
      path,
      JSON.stringify([
        { date: '2026-09-10', works: false, name: 'Nghỉ bão' },
        { date: '2026-09-12', works: true, name: 'Làm bù bão' },
      ]),
    )
    const { out } = run('year', '2026', '--extra', path)
    expect(out).toContain('Thứ Năm 10/09/2026: nghỉ – Nghỉ riêng: Nghỉ bão')
    expect(out).toContain('Thứ Bảy 12/09/2026: làm việc – Làm việc riêng: Làm bù bão')
    expect(json('add', '2026-09-09', '2', '--extra', path)).toMatchObject({ date: '2026-09-12' })
  })

  test('says what is wrong with such a file, or that it is not there', () => {
    const path = join(folder, 'wrong.json')
    writeFileSync(path, '[{"date":"10/9/2026"}]')
    expect(run('year', '2026', '--extra', path)).toMatchObject({
      code: 2,
      error: ['Danh sách ngày riêng không đúng ở mục [0].date.'],
    })
    const missing = join(folder, 'missing.json')
    expect(run('year', '2026', '--extra', missing).error).toEqual([
      `Không đọc được ${missing}: không có tệp hay thư mục này, hãy kiểm tra lại đường dẫn.`,
    ])
  })

  test('takes files that Windows wrote, and no folder, device or file without end', () => {
    const path = join(folder, 'windows.json')
    writeFileSync(path, '\uFEFF[{"date":"2026-09-10","works":false,"name":"Nghỉ bão"}]')
    expect(json('add', '2026-09-09', '1', '--extra', path)).toMatchObject({ date: '2026-09-11' })
    const large = join(folder, 'large.json')
    writeFileSync(large, ' '.repeat((1 << 20) + 1))
    const refused = (given: string, why: string) => ({
      code: 2,
      out: [],
      error: [`Không đọc được ${given}: ${why}.`],
    })
    expect(run('year', '2026', '--extra', folder)).toEqual(refused(folder, 'đây là thư mục, hãy nêu một tệp'))
    expect(run('year', '2026', '--years', folder)).toEqual(refused(folder, 'đây là thư mục, hãy nêu một tệp'))
    expect(run('year', '2026', '--extra', '/dev/zero')).toEqual(
      refused('/dev/zero', 'đây là thiết bị hoặc ống dẫn, hãy nêu một tệp'),
    )
    expect(run('year', '2026', '--extra', large)).toEqual(refused(large, 'tệp quá lớn đối với lệnh này'))
  })

  test('has a year that was announced since, from the file of its notice', () => {
    const path = join(folder, '2027.json')
    const file = {
      ...proposal2027.option1,
      status: 'announced',
      notice: { number: '0000/TB-BNV', issuedOn: '2026-12-15' },
    }
    writeFileSync(path, JSON.stringify(file))
    expect(run('year', '2027', '--years', path).out[0]).toBe(
      'Năm 2027: đã công bố (0000/TB-BNV, 15/12/2026); 249 ngày làm việc.',
    )
    expect(json('add', '2027-02-01', '3', '--years', path)).toEqual({
      from: '2027-02-01',
      days: 3,
      date: '2027-02-11',
      provisional: false,
    })
    writeFileSync(path, '{')
    expect(run('year', '2027', '--years', path)).toMatchObject({
      code: 2,
      error: ['Dữ liệu năm không đúng ở mục JSON.'],
    })
  })

  test('knows no year beyond the calendar', () => {
    expect(json('year', '2036')).toMatchObject({ error: { code: 'out_of_calendar' } })
    expect(run('year', 'nay').code).toBe(2)
  })
})

describe('workdays lunar', () => {
  test('tells the lunar day, of a leap month too', () => {
    expect(run('lunar', '2025-07-30').out).toEqual([
      'Thứ Tư 30/07/2025: ngày 6 tháng 6 nhuận năm 2025 âm lịch.',
    ])
    expect(runIn('en', 'lunar', '2/2/2030').out).toEqual([
      'Saturday 02/02/2030: day 1 of month 1 of the lunar year 2030.',
    ])
    expect(json('lunar', '2026-11-25')).toEqual({
      date: '2026-11-25',
      lunar: { year: 2026, month: 10, day: 17, isLeapMonth: false },
    })
  })
})

describe('workdays ics', () => {
  /** Lines put together again as RFC 5545 says. */
  const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

  test('writes a file that calendars read', () => {
    const path = join(folder, '2026.ics')
    expect(run('ics', '2026', '--out', path).out).toEqual([`Đã ghi 17 ngày của năm 2026: ${path}`])
    const text = readFileSync(path, 'utf8')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const lines = unfolded(text)
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(17)
    const at = lines.indexOf('UID:2026-08-22-work@workdays.dot-pha')
    expect(lines.slice(at - 1, at + 9)).toEqual([
      'BEGIN:VEVENT',
      'UID:2026-08-22-work@workdays.dot-pha',
      'DTSTAMP:20261125T030000Z',
      'DTSTART;VALUE=DATE:20260822',
      'DTEND;VALUE=DATE:20260823',
      'SUMMARY:Làm bù cho 31/08/2026',
      'DESCRIPTION:9441/TB-BNV',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ])
  })

  test('marks what is not announced as tentative, and what the law fixes as confirmed', () => {
    const lines = unfolded((json('ics', '2027') as { ics: string }).ics)
    const statusOf = (date: string) =>
      lines
        .slice(lines.indexOf(`UID:${date}-off@workdays.dot-pha`))
        .find((line) => line.startsWith('STATUS:'))
    expect(statusOf('2027-02-04')).toBe('STATUS:TENTATIVE')
    expect(statusOf('2027-02-05')).toBe('STATUS:TENTATIVE')
    expect(statusOf('2027-04-30')).toBe('STATUS:CONFIRMED')
    expect(lines).toContain('DESCRIPTION:Tạm tính\\, chưa công bố.')
  })

  test('is the same on two days but for its stamp, so that a calendar replaces what it has', () => {
    const uids = (text: string) => text.split('\r\n').filter((line) => line.startsWith('UID:'))
    const [one, two] = [run('ics', '2026').out.join(''), runIn('en', 'ics', '2026').out.join('')]
    expect(uids(one)).toEqual(uids(two))
    expect(new Set(uids(one)).size).toBe(17)
    expect(`${one}\n`.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('says where a file cannot be written', () => {
    const path = join(folder, 'nowhere', '2026.ics')
    expect(run('ics', '2026', '--out', path)).toEqual({
      code: 2,
      out: [],
      error: [`Không ghi được ${path}: thư mục chứa tệp chưa có, hãy tạo thư mục đó trước.`],
    })
  })
})

test('tells in one sentence that a value begins like an option', () => {
  expect(run('deadline', '--from', '2026-02-13', '--limit', '-5 ngày').error).toEqual([
    expect.stringMatching(
      /^Gọi lệnh chưa đúng: --limit thiếu giá trị \(nếu giá trị bắt đầu bằng dấu gạch thì viết --limit=-5 ngày\)\.\n/,
    ),
  ])
})

test.each([[[]], [['toString']], [['Add', '2026-02-13', '5']]])('no such command: %j', (args) => {
  const [name = ''] = args
  expect(run(...args)).toEqual({
    code: 2,
    out: [],
    error: [
      `Gọi lệnh chưa đúng: workdays không nhận “${name}”, chỉ nhận add, count, deadline, year, ics, lunar.\n` +
        'Cách gọi: dotpha workdays add|count|deadline|year|ics|lunar …',
    ],
  })
})

test('a calendar is written into an .ics alone, and nothing stays behind where it cannot be', () => {
  const taken = join(folder, 'taken.ics')
  mkdirSync(taken)
  const before = readdirSync(folder)
  expect(run('ics', '2026', '--out', join(folder, 'days.txt')).error[0]).toContain('kết thúc bằng .ics')
  expect(run('ics', '2026', '--out', taken).error).toEqual([
    `Không ghi được ${taken}: đã có thư mục mang tên này, hãy đặt tên khác.`,
  ])
  expect(readdirSync(folder)).toEqual(before)
})

test('reads an organisation’s days from standard input', () => {
  const script = `
    import { workdaysCommand } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    const terminal = { out: console.log, error: console.log, language: 'vi', now: () => new Date() }
    process.exitCode = workdaysCommand(['add', '2026-09-09', '1', '--extra', '-', '--json'], terminal)`
  const read = (input: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' })
  const days = [{ date: '2026-09-10', works: false, name: 'Nghỉ bão' }]
  expect(JSON.parse(read(JSON.stringify(days)).stdout)).toMatchObject({ date: '2026-09-11' })
  const tooMuch = read(' '.repeat((1 << 20) + 1))
  expect(tooMuch.status).toBe(2)
  expect(JSON.parse(tooMuch.stdout).error.sentence.vi).toBe(
    'Không đọc được đầu vào chuẩn: tệp quá lớn đối với lệnh này.',
  )
})
