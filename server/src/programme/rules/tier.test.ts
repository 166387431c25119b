import { expect, test } from 'vitest'
import { tierOf } from './tier.ts'

test.each([
  ['the province’s committee', 'province', true, 'province'],
  ['a department of the province', 'province', false, 'province'],
  ['a committee directly under the province’s', 'direct', true, 'direct'],
  ['an office of it', 'direct', false, 'direct'],
  ['a district’s committee, which stands under the province’s', 'district', true, 'direct'],
  ['an office of the district', 'district', false, 'district'],
  ['a committee at the base', 'grassroots', true, 'grassroots'],
] as const)('a work of %s', (_whose, level, isCommittee, tier) => {
  expect(tierOf({ kind: 'collective', level, isCommittee })).toBe(tier)
})

// Who manages the post says it, wherever the person sits (spec/programme.md, 2).
test.each([
  ['the province: 178 heads', 'province', 'province'],
  ['a committee directly under the province’s: the deputy chair of a commune', 'direct', 'direct'],
  ['the district: 234 persons of Tứ Kỳ', 'district', 'district'],
  ['a committee at the base', 'grassroots', 'grassroots'],
  ['no body that is named', null, 'grassroots'],
] as const)('a person’s work whose post is managed by %s', (_manager, managingLevel, tier) => {
  expect(tierOf({ kind: 'individual', managingLevel })).toBe(tier)
})
