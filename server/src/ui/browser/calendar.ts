/** A month as a calendar shows it: whole weeks from Monday on, each day with its date as YYYY-MM-DD. */
export function weeksOf(year: number, month: number): readonly (readonly string[])[] {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const start = 1 - ((first.getUTCDay() + 6) % 7)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const weeks = Math.ceil((length + 1 - start) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => isoDate(year, month, start + week * 7 + day)),
  )
}

/** A date that may be written beyond its month: day 0 is the last of the month before. */
export function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** Year, month and day of `YYYY-MM-DD`. */
export function partsOf(date: string): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

/** The date of dd/mm/yyyy, or null where it is none; the calendar then opens on another day and says nothing. */
export function readTyped(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text)
  if (!match) return null
  const date = isoDate(Number(match[3]), Number(match[2]), Number(match[1]))
  return partsOf(date)[2] === Number(match[1]) ? date : null
}

/** dd/mm/yyyy of a date. */
export function writeTyped(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}
