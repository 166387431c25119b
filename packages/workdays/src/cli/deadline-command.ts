import type { Deadline } from '../limits/answer.ts'
import { deadline } from '../limits/deadline.ts'
import { limitWords, parseLimit } from '../limits/limit-words.ts'
import type { DeadlineRequest, Moment, Pause, WaitingFor } from '../limits/request.ts'
import { type TimeLeft, timeLeft } from '../limits/time-left.ts'
import { parseInstant } from '../vietnam-time.ts'
import { deadlineLines } from './deadline-lines.ts'
import { givenDate } from './given.ts'
import { calendarOptions, calendarUsage, givenCalendar } from './given-calendar.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly, required } from './shell/command-line.ts'
import { UsageError } from './shell/usage-error.ts'

const options = {
  ...calendarOptions,
  from: { type: 'string' },
  limit: { type: 'string' },
  pause: { type: 'string', multiple: true },
  'pause-agency': { type: 'string', multiple: true },
  'close-of-office': { type: 'boolean' },
  at: { type: 'string' },
} as const

const usage = `workdays deadline --from DATE|TIME --limit "5 ngày làm việc" [--pause FROM..TO]… [--pause-agency FROM..TO]… [--close-of-office] [--at TIME] ${calendarUsage}`

/** `workdays deadline`: when a limit of law ends; with `--at`, how much of it is left then. A pause without its end lasts. */
export function deadlineCommand(args: readonly string[]): Outcome {
  const { values, positionals } = commandLine(args, options, usage)
  exactly(positionals, [], usage)
  const from = required(values.from, '--from DATE', usage)
  const limit = required(values.limit, '--limit "5 ngày làm việc"', usage)
  const calendar = givenCalendar(values)
  const request: DeadlineRequest = {
    from: givenMoment(from),
    limit: parseLimit(limit),
    pauses: [...pausesOf(values.pause, 'citizen'), ...pausesOf(values['pause-agency'], 'agency')],
    ends: values['close-of-office'] === true ? 'close_of_office' : 'day',
  }
  const at = values.at === undefined ? null : parseInstant(values.at)
  const found = deadline(calendar, request)
  const left = at === null || found.dueAt === null ? null : timeLeft(calendar, found.dueAt, at)
  return {
    lines: deadlineLines(found, limitWords(request.limit), left),
    json: jsonOf(request, found, left),
  }
}

/** A date, or a time where there is one. */
function givenMoment(text: string): Moment {
  return text.includes(':') ? parseInstant(text) : givenDate(text)
}

function pausesOf(given: readonly string[] = [], waitingFor: WaitingFor): readonly Pause[] {
  return given.map((text) => {
    const [from, to, ...more] = text.split('..')
    if (from === undefined || from === '' || to === undefined || more.length > 0)
      throw new UsageError(
        {
          vi: `khoảng tạm dừng cần dạng FROM..TO hoặc FROM.., không phải “${text}”`,
          en: `a pause is FROM..TO or FROM.., not “${text}”`,
        },
        usage,
      )
    return { from: givenMoment(from), to: to === '' ? null : givenMoment(to), waitingFor }
  })
}

function jsonOf({ limit, ends }: DeadlineRequest, found: Deadline, timeLeftAt: TimeLeft | null) {
  const { firstDueAt, dueAt, ...rest } = found
  return {
    limit,
    ends,
    ...rest,
    firstDueAt: new Date(firstDueAt).toISOString(),
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    ...(timeLeftAt !== null && { timeLeft: timeLeftAt }),
  }
}
