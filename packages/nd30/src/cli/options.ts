import { UsageError } from './shell/usage-error.ts'

/** The day that an option names, null where it is not given. @throws UsageError */
export function dayOf(given: string | undefined, option: string, usage: string): string | null {
  if (given === undefined) return null
  if (isDay(given)) return given
  const fault = {
    vi: `${option} cần một ngày có thật như 2026-01-31, không phải “${given}”`,
    en: `${option} takes a real day such as 2026-01-31, not “${given}”`,
  }
  throw new UsageError(fault, usage)
}

/** A day that exists, YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The date in Vietnam (UTC+7 all year) at an instant. */
export const dayInVietnam = (now: Date): string =>
  new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10)
