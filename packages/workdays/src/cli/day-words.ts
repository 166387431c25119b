import type { SpecialDay } from '../calendar/days-of-year.ts'
import type { HolidayReason } from '../years/holidays.ts'
import type { Said } from './terminal.ts'
import { typedDate } from './words.ts'

const holidays = {
  new_year: { vi: 'Tết Dương lịch', en: 'New Year' },
  tet: { vi: 'Tết Âm lịch', en: 'Tết' },
  hung_kings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' },
  victory: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
  labour: { vi: 'Ngày Quốc tế Lao động', en: 'Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  national_adjacent: { vi: 'Quốc khánh (ngày liền kề)', en: 'National Day (the day beside it)' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
} as const satisfies Record<HolidayReason, Said>

/** What a special day is, in a few words. */
export function dayWords({ kind, reason, other, name }: SpecialDay): Said {
  const holiday = reason === null ? { vi: '', en: '' } : holidays[reason]
  const day = other === null ? null : typedDate(other)
  switch (kind) {
    case 'holiday':
      return holiday
    case 'in_lieu':
      return { vi: `Nghỉ bù ${holiday.vi} (${day})`, en: `In lieu of ${holiday.en} (${day})` }
    case 'swap_off':
      return day === null
        ? { vi: 'Nghỉ hoán đổi (chưa rõ ngày làm bù)', en: 'Swapped day off (make-up day not known yet)' }
        : { vi: `Nghỉ hoán đổi (làm bù ${day})`, en: `Swapped day off (made up for on ${day})` }
    case 'make_up':
      return { vi: `Làm bù cho ${day}`, en: `Makes up for ${day}` }
    case 'extra_off':
      return { vi: `Nghỉ riêng: ${name}`, en: `Own day off: ${name}` }
    case 'extra_work':
      return { vi: `Làm việc riêng: ${name}`, en: `Own working day: ${name}` }
  }
}
