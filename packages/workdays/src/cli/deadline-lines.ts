import type { Amount, Deadline } from '../limits/answer.ts'
import type { TimeLeft } from '../limits/time-left.ts'
import type { PlainDate } from '../plain-date.ts'
import { plainDateOf } from '../plain-date.ts'
import { clockOf, dayOfInstant } from '../vietnam-time.ts'
import type { Said } from './terminal.ts'
import { longDate, provisionalLines } from './words.ts'

/** What people read of a deadline, the end first. */
export function deadlineLines(found: Deadline, limit: Said, left: TimeLeft | null): readonly Said[] {
  const { receivedOn, countsFrom, firstDueOn, firstDueAt, dueOn, dueAt, movedFrom } = found
  return [
    ...(dueAt === null ? [] : [line('Hạn', 'Due', moment(dueAt))]),
    ...(found.left === null ? [] : pausedLines(found.left)),
    line('Thời hạn', 'Limit', limit),
    line('Nhận', 'Received', longDate(receivedOn)),
    ...(countsFrom === receivedOn ? [] : [line('Coi như nhận', 'Counts as received', longDate(countsFrom))]),
    ...(movedFrom === null ? [] : [movedLine(movedFrom)]),
    ...(dueOn === firstDueOn ? [] : [line('Hạn ban đầu', 'First deadline', moment(firstDueAt))]),
    ...(left === null ? [] : [leftLine(left)]),
    ...provisionalLines(found.because),
  ]
}

const line = (vi: string, en: string, said: Said): Said => ({
  vi: `${vi}: ${said.vi}`,
  en: `${en}: ${said.en}`,
})

/** The end of a day is told as 24:00 of that day, not as 00:00 of the next. */
function moment(ms: number): Said {
  const isMidnight = clockOf(ms) === '00:00'
  const { vi, en } = longDate(plainDateOf(dayOfInstant(isMidnight ? ms - 1 : ms)))
  const clock = isMidnight ? '24:00' : clockOf(ms)
  return { vi: `${clock} ${vi}`, en: `${clock} ${en}` }
}

function movedLine(date: PlainDate): Said {
  const { vi, en } = longDate(date)
  return {
    vi: `Ngày cuối là ngày nghỉ (${vi}), chuyển sang ngày làm việc tiếp theo.`,
    en: `The last day is off (${en}) and moves to the next working day.`,
  }
}

function pausedLines({ amount, unit }: Amount): readonly Said[] {
  const said = (vi: string, en: string) => ({ vi, en })
  const hours = duration(amount)
  const words = {
    working_days: said(`${amount} ngày làm việc`, `${amount} working days`),
    days: said(`${amount} ngày`, `${amount} days`),
    working_ms: said(`${hours.vi} làm việc`, `${hours.en} of work`),
    ms: hours,
  }[unit]
  return [
    said('Đang tạm dừng: chưa có hạn.', 'Paused: there is no due date yet.'),
    line('Còn lại khi tiếp tục', 'Left when it goes on', words),
  ]
}

function leftLine({ workingDays, workingMs, isLate }: TimeLeft): Said {
  const days = Math.abs(workingDays)
  const time = duration(Math.abs(workingMs))
  return {
    vi: `${isLate ? 'Quá hạn' : 'Còn'}: ${days} ngày làm việc (${time.vi} làm việc).`,
    en: `${isLate ? 'Late by' : 'Left'}: ${days} working day${days === 1 ? '' : 's'} (${time.en} of work).`,
  }
}

function duration(ms: number): Said {
  const minutes = Math.floor(ms / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return {
    vi: rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`,
    en: rest === 0 ? `${hours} h` : `${hours} h ${rest} min`,
  }
}
