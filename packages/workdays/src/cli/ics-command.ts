import { type SpecialDay, specialDaysOf } from '../calendar/days-of-year.ts'
import type { YearFile } from '../years/year-file.ts'
import { dayWords } from './day-words.ts'
import { calendarOptions, calendarUsage, givenCalendar } from './given-calendar.ts'
import { givenYear } from './given-year.ts'
import { type CalendarEvent, icalendar } from './icalendar.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly, outputPath } from './shell/command-line.ts'
import { writeWhole } from './shell/whole-file.ts'
import type { Said, Terminal } from './terminal.ts'

const usage = `workdays ics YYYY [--out FILE.ics] ${calendarUsage}`
const options = { ...calendarOptions, out: { type: 'string' } } as const

/** `workdays ics YYYY`: the year for a calendar program, written to a file or told. */
export function icsCommand(args: readonly string[], { language, now }: Terminal): Outcome {
  const { values, positionals } = commandLine(args, options, usage)
  const [year] = exactly(positionals, ['YYYY'], usage)
  const calendar = givenCalendar(values)
  const file = givenYear(calendar, year, usage)
  const events = specialDaysOf(calendar, file.year).map((day) => eventOf(day, file, language))
  const text = icalendar({ name: nameOf(file)[language], stamp: now(), events })
  const out = values.out === undefined ? '-' : outputPath(values.out, ['.ics'], '--out', usage)
  // Whoever tells a line ends it with LF.
  if (out === '-') return { lines: [both(text.slice(0, -1))], json: { year: file.year, ics: text } }
  writeWhole(out, Buffer.from(text))
  return {
    lines: [
      {
        vi: `Đã ghi ${events.length} ngày của năm ${file.year}: ${out}`,
        en: `Wrote ${events.length} days of ${file.year}: ${out}`,
      },
    ],
    json: { year: file.year, out, days: events.length },
  }
}

const both = (text: string): Said => ({ vi: text, en: text })

function nameOf({ year }: YearFile): Said {
  return { vi: `Lịch nghỉ ${year}`, en: `Days off ${year}` }
}

function eventOf(day: SpecialDay, file: YearFile, language: keyof Said): CalendarEvent {
  const isTentative = file.status === 'provisional' && day.certainty !== 'certain'
  const provisional = { vi: 'Tạm tính, chưa công bố.', en: 'Provisional, not announced yet.' }
  const notice = file.status === 'announced' ? file.notice?.number : undefined
  return {
    uid: `${day.date}-${day.works ? 'work' : 'off'}@workdays.dot-pha`,
    date: day.date,
    summary: dayWords(day)[language],
    description: isTentative ? provisional[language] : (notice ?? ''),
    isTentative,
    isBusy: day.works,
  }
}
