import type { Judge } from '../draft.ts'
import { fixedWords } from './fixed-words.ts'
import { lookFaults } from './look-fault.ts'

export const countryWords = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const mottoWords = 'Độc lập - Tự do - Hạnh phúc'
export const partyTitleWords = 'ĐẢNG CỘNG SẢN VIỆT NAM'

/** H01, H02: Quốc hiệu and Tiêu ngữ. Decree 30, annex I, part II, 1. */
export const judgeCountry: Judge = (context) => {
  if (context.profile.name !== 'state') return []
  const { country, motto } = context.recognised.head
  return [
    ...fixedWords('H01', 'country', country, countryWords),
    ...lookFaults(context, 'H01', 'country', [country]),
    ...fixedWords('H02', 'motto', motto, mottoWords),
    ...lookFaults(context, 'H02', 'motto', [motto]),
  ]
}

/** D01, D02: the Party's title, and that it and Quốc hiệu never stand in one head. */
export const judgePartyTitle: Judge = (context) => {
  const { partyTitle, country, motto } = context.recognised.head
  const state = country ?? motto
  const other = context.profile.name === 'party' ? state : partyTitle
  const mixed =
    state && partyTitle && other
      ? [
          {
            rule: 'D02',
            code: 'heads_mixed',
            at: { piece: other },
            found: other.text,
            expected: context.profile.name === 'party' ? partyTitleWords : countryWords,
            repairs: [],
          } as const,
        ]
      : []
  if (context.profile.name !== 'party') return mixed
  return [
    ...fixedWords('D01', 'partyTitle', partyTitle, partyTitleWords),
    ...lookFaults(context, 'D01', 'partyTitle', [partyTitle]),
    ...mixed,
  ]
}
