import type { PlainDate } from '../plain-date.ts'
import { dayNumber } from '../plain-date.ts'
import { UsageError } from './shell/usage-error.ts'

const typedForm = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** A date as it is typed: `2026-02-13` or `13/02/2026`. @throws WorkdaysError `date_malformed` */
export function givenDate(text: string): PlainDate {
  const [, day, month, year] = typedForm.exec(text) ?? []
  const date =
    day === undefined || month === undefined
      ? text
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  dayNumber(date)
  return date
}

/** A whole number as it is typed. @throws UsageError that shows what was given */
export function givenNumber(text: string, usage: string): number {
  if (!/^[+-]?\d{1,9}$/.test(text))
    throw new UsageError({ vi: `“${text}” không phải số nguyên`, en: `“${text}” is no whole number` }, usage)
  return Number(text)
}
