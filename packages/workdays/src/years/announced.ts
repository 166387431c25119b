import { dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'
import type { YearFile } from './year-file.ts'

const fiveDaysFrom = (first: PlainDate): readonly PlainDate[] =>
  Array.from({ length: 5 }, (_, at) => plainDateOf(dayNumber(first) + at))

const quoted = 'as quoted in legal questions and answers'
const secondHand = 'by secondary accounts; the text was not read'

/** What the government announced, 2020 to 2026. */
export const announcedYears: readonly YearFile[] = [
  {
    year: 2020,
    status: 'announced',
    notice: null,
    source: secondHand,
    tet: fiveDaysFrom('2020-01-23'),
    nationalDayAdjacent: null,
    swaps: [],
    likely: ['2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29'],
  },
  {
    year: 2021,
    status: 'announced',
    notice: null,
    source: `4875/TB-LĐTBXH, ${secondHand}`,
    tet: fiveDaysFrom('2021-02-10'),
    nationalDayAdjacent: '2021-09-03',
    swaps: [],
    likely: ['2021-02-10', '2021-02-11', '2021-02-15', '2021-02-16', '2021-09-03'],
  },
  {
    year: 2022,
    status: 'announced',
    notice: null,
    source: `letter 245 of the Government Office (11/1/2022) and 119/TB-LĐTBXH, ${secondHand}`,
    tet: fiveDaysFrom('2022-01-31'),
    nationalDayAdjacent: '2022-09-01',
    swaps: [],
    likely: ['2022-01-31', '2022-02-04', '2022-09-01'],
  },
  {
    year: 2023,
    status: 'announced',
    notice: { number: '8056/VPCP-KGVX', issuedOn: '2022-12-01' },
    source: `8056/VPCP-KGVX (1/12/2022) as newspapers quote it, and 5034/TB-LĐTBXH, ${secondHand}`,
    tet: fiveDaysFrom('2023-01-20'),
    nationalDayAdjacent: '2023-09-01',
    swaps: [],
    likely: ['2023-01-20', '2023-01-25', '2023-01-26', '2023-09-01', '2023-09-04'],
  },
  {
    year: 2024,
    status: 'announced',
    notice: { number: '5015/TB-LĐTBXH', issuedOn: '2023-11-22' },
    source: `8662/VPCP-KGVX (2023) and 5015/TB-LĐTBXH, ${quoted}; the swap by 1570/TB-BLĐTBXH, ${secondHand}`,
    tet: fiveDaysFrom('2024-02-08'),
    nationalDayAdjacent: '2024-09-03',
    swaps: [{ dayOff: '2024-04-29', makeUpDay: '2024-05-04' }],
    likely: ['2024-05-04'],
  },
  {
    year: 2025,
    status: 'announced',
    notice: { number: '8726/VPCP-KGVX', issuedOn: '2024-11-26' },
    source: `8726/VPCP-KGVX and 6150/TB-BLĐTBXH, ${quoted}`,
    tet: fiveDaysFrom('2025-01-27'),
    nationalDayAdjacent: '2025-09-01',
    swaps: [{ dayOff: '2025-05-02', makeUpDay: '2025-04-26' }],
    likely: [],
  },
  {
    year: 2026,
    status: 'announced',
    notice: { number: '9441/TB-BNV', issuedOn: '2025-10-16' },
    source: `9859/VPCP-KGVX (13/10/2025) and 9441/TB-BNV, ${quoted}; the swap of New Year by 12729/VPCP-KGVX, ${secondHand}`,
    tet: fiveDaysFrom('2026-02-16'),
    nationalDayAdjacent: '2026-09-01',
    swaps: [
      { dayOff: '2026-01-02', makeUpDay: '2026-01-10' },
      { dayOff: '2026-08-31', makeUpDay: '2026-08-22' },
    ],
    likely: ['2026-01-02', '2026-01-10'],
  },
]
