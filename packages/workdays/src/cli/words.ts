import type { OpenPeriod } from '../calendar/open-days.ts'
import { dayNumber, type PlainDate, weekdayOf } from '../plain-date.ts'
import type { Said } from './terminal.ts'

const weekdays = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
] as const satisfies readonly Said[]

/** `dd/mm/yyyy`, as papers write it. */
export function typedDate(date: PlainDate): string {
  return date.split('-').reverse().join('/')
}

/** A date with its weekday. */
export function longDate(date: PlainDate): Said {
  const weekday = weekdays[weekdayOf(dayNumber(date)) - 1] ?? { vi: '', en: '' }
  return { vi: `${weekday.vi} ${typedDate(date)}`, en: `${weekday.en} ${typedDate(date)}` }
}

const reasons = {
  tet: { vi: 'lịch nghỉ Tết', en: 'the days of Tết' },
  national_day: { vi: 'lịch nghỉ Quốc khánh', en: 'the days of National Day' },
  culture_day: {
    vi: 'việc nghỉ bù Ngày Văn hóa Việt Nam',
    en: 'the day in lieu of Vietnam Culture Day',
  },
  bridge: { vi: 'ngày có thể hoán đổi', en: 'a day that may be swapped' },
  make_up: { vi: 'thứ Bảy có thể làm bù', en: 'a Saturday that may be worked' },
} as const satisfies Record<OpenPeriod['reason'], Said>

/** One line a period that a result rests on and that is not announced. */
export function provisionalLines(because: readonly OpenPeriod[]): readonly Said[] {
  return because.map(({ from, to, reason, year }) => {
    const days = from === to ? typedDate(from) : `${typedDate(from)}–${typedDate(to)}`
    return {
      vi: `Tạm tính: ${reasons[reason].vi} năm ${year} chưa công bố (${days}).`,
      en: `Provisional: ${reasons[reason].en} of ${year} not announced yet (${days}).`,
    }
  })
}

/** The first letter large, for the beginning of a line. */
export function begun({ vi, en }: Said): Said {
  return { vi: vi.charAt(0).toUpperCase() + vi.slice(1), en }
}
