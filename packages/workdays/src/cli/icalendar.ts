import { dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'

/** A whole day in a calendar file. */
export interface CalendarEvent {
  /** Stays the same whenever the file is written, so that a calendar replaces the day and does not double it. */
  readonly uid: string
  readonly date: PlainDate
  readonly summary: string
  readonly description: string
  readonly isTentative: boolean
  readonly isBusy: boolean
}

interface CalendarFile {
  readonly name: string
  readonly stamp: Date
  readonly events: readonly CalendarEvent[]
}

/** An iCalendar file: RFC 5545, lines of at most 75 octets that end with CRLF. */
export function icalendar({ name, stamp, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dot Pha//workdays//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, utc(stamp))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, stamp: string): readonly string[] {
  const { uid, date, summary, description, isTentative, isBusy } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(date)}`,
    `DTEND;VALUE=DATE:${basic(plainDateOf(dayNumber(date) + 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `STATUS:${isTentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

const basic = (date: PlainDate) => date.replaceAll('-', '')
const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** RFC 5545, 3.3.11; control characters are none of a text (3.1). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

const mostOctets = 75

/** RFC 5545, 3.1: continued after CRLF and a space, which counts; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > mostOctets) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
