import {
  addWorkingDays,
  addWorkingDaysToMany,
  deadline,
  type PlainDate,
  plainDateOf,
  specialDaysOf,
  type WorkingCalendar,
  workingCalendar,
} from '@dot-pha/workdays'
import { addBusinessDays, addDays, isWeekend } from 'date-fns'
import type { Limits } from './limits.ts'

/** Answers all limits; what it gives back keeps the work from being left out. */
export interface Contender {
  readonly name: string
  readonly answer: (limits: Limits) => ArrayLike<unknown>
  /** One of its answers as a date. */
  readonly dateOf: (answer: unknown) => PlainDate
}

/** Days that are off or worked against their weekday, by their time at midnight of this machine's zone. */
interface Days {
  readonly off: ReadonlySet<number>
  readonly worked: ReadonlySet<number>
}

const localDate = (date: PlainDate) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day)
}
const two = (value: number) => String(value).padStart(2, '0')
const textOf = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

function daysOf(calendar: WorkingCalendar): Days {
  const all = [...calendar.years.keys()].flatMap((year) => specialDaysOf(calendar, year))
  const times = (works: boolean) =>
    new Set(all.filter((day) => day.works === works).map(({ date }) => localDate(date).getTime()))
  return { off: times(false), worked: times(true) }
}

/** As most write it with date-fns: a day on, is it a weekend, is it in the set. */
function walk({ off, worked }: Days, start: Date, count: number): Date {
  let date = start
  for (let left = count; left > 0; ) {
    date = addDays(date, 1)
    const time = date.getTime()
    if (worked.has(time) || (!isWeekend(date) && !off.has(time))) left -= 1
  }
  return date
}

/** The better way: jump over weeks, then walk on by the holidays that were jumped over, until none is left. */
function jump(days: Days, start: Date, count: number): Date {
  let [from, left] = [start, count]
  while (left > 0) {
    const end = addBusinessDays(from, left)
    left = heldBack(days, from.getTime(), end.getTime())
    from = end
  }
  // A jump may end just before a weekend that is worked, or on a day off: what is missing or too much is walked.
  return settle(days, start, from, count)
}

/** Holidays on weekdays after one time up to another, less the weekend days that are worked. */
function heldBack({ off, worked }: Days, from: number, to: number): number {
  let held = 0
  for (const time of off) if (time > from && time <= to && !isWeekend(time)) held += 1
  for (const time of worked) if (time > from && time <= to) held -= 1
  return held
}

function settle(days: Days, start: Date, end: Date, count: number): Date {
  let date = end
  let found = businessDays(start, date) - heldBack(days, start.getTime(), date.getTime())
  while (found > count || !isWorked(days, date)) {
    if (isWorked(days, date)) found -= 1
    date = addDays(date, -1)
  }
  return found === count ? date : walk(days, date, count - found)
}

function isWorked({ off, worked }: Days, date: Date): boolean {
  const time = date.getTime()
  return worked.has(time) || (!isWeekend(date) && !off.has(time))
}

/** Mondays to Fridays after one day up to another. */
function businessDays(start: Date, end: Date): number {
  const days = Math.round((end.getTime() - start.getTime()) / 86_400_000)
  const weeks = Math.floor(days / 7)
  let found = weeks * 5
  for (let date = addDays(start, weeks * 7); date < end; ) {
    date = addDays(date, 1)
    if (!isWeekend(date)) found += 1
  }
  return found
}

const deadlineOf = (calendar: WorkingCalendar, from: PlainDate, amount: number) =>
  deadline(calendar, { from, limit: { amount, unit: 'working_days' }, receipt: 'as_received' })
const ofDeadline = (answer: unknown) => (answer as { readonly dueOn: PlainDate }).dueOn

/** The same days, as if every year had its notice: nothing is open, and no answer has to name what it rests on. */
function allAnnounced(calendar: WorkingCalendar): WorkingCalendar {
  const notice = { number: 'bench', issuedOn: '2026-01-01' }
  const years = [...calendar.years.values()].map((file) => ({
    ...file,
    status: 'announced' as const,
    notice,
  }))
  return workingCalendar({ years })
}

/** The contenders, ours first. */
export function contendersFor(calendar: WorkingCalendar): readonly Contender[] {
  const days = daysOf(calendar)
  const announced = allAnnounced(calendar)
  const same = (answer: unknown) => answer as PlainDate
  const ofDate = (answer: unknown) => textOf(answer as Date)
  const each = <Answer>({ starts, counts }: Limits, answer: (start: PlainDate, count: number) => Answer) => {
    const answers: Answer[] = []
    for (let at = 0; at < starts.length; at++) answers.push(answer(starts[at] ?? '', counts[at] ?? 0))
    return answers
  }
  return [
    {
      name: 'addWorkingDays',
      answer: (limits) => each(limits, (start, count) => addWorkingDays(calendar, start, count)),
      dateOf: same,
    },
    {
      name: 'addWorkingDaysToMany',
      answer: ({ startDays, counts }) => addWorkingDaysToMany(calendar, startDays, counts).ends,
      dateOf: (answer) => plainDateOf(answer as number),
    },
    {
      name: 'deadline',
      answer: (limits) => each(limits, (from, amount) => deadlineOf(calendar, from, amount)),
      dateOf: ofDeadline,
    },
    {
      name: 'deadline, announced',
      answer: (limits) => each(limits, (from, amount) => deadlineOf(announced, from, amount)),
      dateOf: ofDeadline,
    },
    {
      name: 'date-fns, day by day',
      answer: (limits) => each(limits, (start, count) => walk(days, localDate(start), count)),
      dateOf: ofDate,
    },
    {
      name: 'date-fns, addBusinessDays',
      answer: (limits) => each(limits, (start, count) => jump(days, localDate(start), count)),
      dateOf: ofDate,
    },
  ]
}
