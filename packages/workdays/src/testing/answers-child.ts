import {
  addWorkingDays,
  addWorkingHours,
  deadline,
  lunarDateOf,
  parseInstant,
  parseLimit,
  specialDaysOf,
  timeLeft,
  workingCalendar,
} from '../index.ts'

/** Answers of all kinds, for a test to compare between processes that run in different time zones. */
const calendar = workingCalendar()
const dates = Array.from({ length: 400 }, (_, at) => addWorkingDays(calendar, '2026-01-05', at))
const limits = ['5 ngày làm việc', '30 ngày', '2 tháng', '8 giờ làm việc', '24 giờ'].map(parseLimit)
const answers = {
  deadlines: limits.map((limit) => deadline(calendar, { from: parseInstant('2026-03-06T23:30'), limit })),
  hours: addWorkingHours(calendar, new Date('2026-03-08T16:59:59Z'), 100),
  left: timeLeft(calendar, parseInstant('2026-11-01T24:00'), parseInstant('2026-10-25T01:30')),
  special: [...calendar.years.keys()].flatMap((year) => specialDaysOf(calendar, year)),
  lunar: dates.map(lunarDateOf),
  dates,
}
process.stdout.write(JSON.stringify(answers))
