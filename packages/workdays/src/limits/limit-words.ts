import { WorkdaysError } from '../errors.ts'
import type { Limit, LimitUnit } from './limit.ts'

const units: readonly { readonly form: RegExp; readonly unit: LimitUnit }[] = [
  { form: /^(ngày làm việc|(working|business) days?)$/, unit: 'working_days' },
  { form: /^(ngày( theo lịch| lịch)?|(calendar )?days?)$/, unit: 'days' },
  { form: /^(tuần|weeks?)$/, unit: 'weeks' },
  { form: /^(tháng|months?)$/, unit: 'months' },
  { form: /^(năm|years?)$/, unit: 'years' },
  { form: /^(giờ làm việc|(working|business) hours?)$/, unit: 'working_hours' },
  { form: /^(giờ|hours?)$/, unit: 'hours' },
  { form: /^(phút làm việc|(working|business) minutes?)$/, unit: 'working_minutes' },
  { form: /^(phút|minutes?)$/, unit: 'minutes' },
]

/** Into what a part of a unit is turned: a working day has eight hours (Labour Code 2019, art. 105). */
const parts: Partial<Record<LimitUnit, { readonly unit: LimitUnit; readonly of: number }>> = {
  working_days: { unit: 'working_minutes', of: 480 },
  working_hours: { unit: 'working_minutes', of: 60 },
  hours: { unit: 'minutes', of: 60 },
}

const sameDay =
  /^(trong ngày,? (và )?(chậm|muộn) nhất (là )?(trong )?ngày làm việc tiếp theo|(the )?same day,? at the latest (on )?the next working day)$/
const form = /^([+-]?)(\d+)(?:([.,]\d+)|\/(\d+))? (.+)$/
const before =
  /^((trong )?(vòng|thời hạn|thời gian)|trong|(chậm|muộn) nhất( là)?|không quá|tối đa|within|at most|no more than) /
const after =
  /,? (kể từ|tính từ|từ (?=ngày|khi|lúc)|sau (?=khi|ngày)|from (?=the)|after (?=the|receipt)|of receipt).*$/
const mostAmount = 9_999_999

/**
 * Reads a limit as laws and forms write it, in Vietnamese or English: `5 ngày làm việc`, `05 (năm) ngày làm việc kể từ
 * ngày nhận đủ hồ sơ`, `30 ngày`, `2 tháng`, `8 giờ làm việc`, `24 giờ`, `0,5 ngày làm việc` (240 working minutes).
 *
 * @throws WorkdaysError `limit_malformed`, `limit_not_positive`, `limit_too_large`
 */
export function parseLimit(text: string): Limit {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$/, '')
  if (sameDay.test(plain)) return { amount: 1, unit: 'same_day' }
  const [, sign, whole, decimals, below, name] = form.exec(withoutBefore(plain).replace(after, '')) ?? []
  const unit = units.find((one) => name !== undefined && one.form.test(name))?.unit
  if (whole === undefined || unit === undefined) throw new WorkdaysError('limit_malformed', { text })
  // `1.000` is a thousand in Vietnamese and one in English: who asks for days has to say which.
  if (decimals?.length === 4 && Number(whole) > 0) throw new WorkdaysError('limit_malformed', { text })
  if (whole.length > 7) throw new WorkdaysError('limit_too_large', { text, most: mostAmount })
  const limit = wholeLimit({ whole: Number(whole), decimals, below, unit })
  if (limit === null) throw new WorkdaysError('limit_malformed', { text })
  if (sign === '-' || limit.amount === 0) throw new WorkdaysError('limit_not_positive', { text })
  return limit
}

/** `Trong thời hạn không quá 5 ngày` has two of them, never more than three. */
const withoutBefore = (plain: string) => [1, 2, 3].reduce((rest) => rest.replace(before, ''), plain)

interface Read {
  readonly whole: number
  readonly decimals: string | undefined
  readonly below: string | undefined
  readonly unit: LimitUnit
}

/** Counts in whole units alone, in those of a smaller kind where need be; null where even these are not whole. */
function wholeLimit({ whole, decimals, below, unit }: Read): Limit | null {
  if (decimals === undefined && below === undefined) return { amount: whole, unit }
  const part = parts[unit]
  const divisor = below === undefined ? 10 ** ((decimals?.length ?? 1) - 1) : Number(below)
  const number = below === undefined ? Number(`${whole}${decimals?.slice(1)}`) : whole
  if (number % divisor === 0) return { amount: number / divisor, unit }
  if (part === undefined || (number * part.of) % divisor !== 0) return null
  return { amount: (number * part.of) / divisor, unit: part.unit }
}

const names = {
  working_days: { vi: 'ngày làm việc', en: 'working day' },
  days: { vi: 'ngày', en: 'day' },
  weeks: { vi: 'tuần', en: 'week' },
  months: { vi: 'tháng', en: 'month' },
  years: { vi: 'năm', en: 'year' },
  working_hours: { vi: 'giờ làm việc', en: 'working hour' },
  working_minutes: { vi: 'phút làm việc', en: 'working minute' },
  hours: { vi: 'giờ', en: 'hour' },
  minutes: { vi: 'phút', en: 'minute' },
} as const satisfies Record<Exclude<LimitUnit, 'same_day'>, object>

/** A limit in words, which `parseLimit` reads again. */
export function limitWords({ amount, unit }: Limit): { readonly vi: string; readonly en: string } {
  if (unit === 'same_day')
    return {
      vi: 'trong ngày, chậm nhất là trong ngày làm việc tiếp theo',
      en: 'the same day, at the latest the next working day',
    }
  const { vi, en } = names[unit]
  return { vi: `${amount} ${vi}`, en: `${amount} ${en}${amount === 1 ? '' : 's'}` }
}
