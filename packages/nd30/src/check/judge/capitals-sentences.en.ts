import type { capitalSentencesVi } from './capitals-sentences.vi.ts'

export const capitalSentencesEn: Readonly<Record<keyof typeof capitalSentencesVi, string>> = {
  capital_C01: 'A sentence begins with a capital: “{found}” should be “{expected}”.',
  capital_C02: 'Every syllable of a person’s name has a capital: “{found}” should be “{expected}”.',
  capital_C03:
    'The common noun of an administrative unit is in small letters, its own name has capitals: “{found}” should be “{expected}”.',
  capital_C04:
    'A unit that is called by a number, a person or an event has its common noun capital too: “{found}” should be “{expected}”.',
  capital_C05: 'A name with capitals by exception: “{found}” should be “{expected}”.',
  capital_C06:
    'Of the name of a body only the words for its type, task and field begin with capitals: “{found}” should be “{expected}”.',
  capital_C07: 'A noun with capitals by exception: “{found}” should be “{expected}”.',
  capital_C08:
    'In citations phần, chương, mục, tiểu mục and điều are capital, khoản and điểm small: “{found}” should be “{expected}”.',
  capital_C09:
    'A cited text has capitals at its kind and at the first syllable of its name: “{found}” should be “{expected}”.',
  capital_C10:
    'Weekdays, months, feasts and lunar years have their capitals: “{found}” should be “{expected}”.',
}
