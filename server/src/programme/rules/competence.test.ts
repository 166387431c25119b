import { describe, expect, test } from 'vitest'
import { plainDate } from '../../platform/time/plain-date.ts'
import {
  answeringReasons,
  competenceReasons,
  type Issuer,
  isOwnUnit,
  type OwnerOnDate,
} from './competence.ts'

const decidedOn = plainDate('2022-03-15')
const province: Issuer = {
  name: 'Ban Thường vụ Tỉnh ủy',
  unitId: 'btv-tinh',
  rootId: 'tinh-uy',
  headsOnly: true,
}
const district: Issuer = {
  name: 'Ban Thường vụ Huyện ủy',
  unitId: 'btv-huyen',
  rootId: 'huyen-uy',
  headsOnly: false,
}

const districtCommittee: OwnerOnDate = { kind: 'collective', unit: 'Huyện ủy', ancestorIds: ['tinh-uy'] }
const grassroots: OwnerOnDate = {
  kind: 'collective',
  unit: 'Đảng ủy xã',
  ancestorIds: ['huyen-uy', 'tinh-uy'],
}
const director: OwnerOnDate = {
  kind: 'individual',
  post: 'Giám đốc Sở',
  isHead: true,
  held: true,
  managingRootId: 'tinh-uy',
}

/** The two ladders of the programme specification, section 2, and design 8.5. */
test.each([
  ['the province to a district committee', province, districtCommittee, []],
  ['a district to a grassroots committee', district, grassroots, []],
  ['a committee to itself', district, districtCommittee, ['issuer_not_above_unit']],
  [
    'a district to what hangs elsewhere',
    district,
    { ...grassroots, ancestorIds: ['tinh-uy'] },
    ['issuer_not_above_unit'],
  ],
  ['the province to a head it manages', province, director, []],
  [
    'the province to a deputy it manages (heads only)',
    province,
    { ...director, isHead: false },
    ['post_not_head'],
  ],
  [
    'a district to anybody it manages',
    district,
    { ...director, isHead: false, managingRootId: 'huyen-uy' },
    [],
  ],
  ['a body above the unit that does not manage the post', district, director, ['issuer_not_managing_post']],
  [
    'to a post that nobody manages',
    province,
    { ...director, managingRootId: null },
    ['issuer_not_managing_post'],
  ],
  ['to somebody who left the post', province, { ...director, held: false }, ['post_not_held']],
] as const)('%s', (_case, issuer, owner, expected) => {
  expect(competenceReasons(issuer, owner, decidedOn).map(({ code }) => code)).toEqual(expected)
})

test('a refusal names the work’s owner (scenario 2)', () => {
  const [refusal] = competenceReasons(province, { ...director, isHead: false }, decidedOn)
  expect(refusal?.params).toEqual({ issuer: 'Ban Thường vụ Tỉnh ủy', post: 'Giám đốc Sở' })
})

describe('a body of the own unit', () => {
  const standingCommittee = { unitId: 'btv-huyen', rootId: 'huyen-uy', ancestorIds: ['huyen-uy', 'tinh-uy'] }

  test('is the unit, whatever acts for it, and whatever lies below it', () => {
    expect(isOwnUnit(standingCommittee, 'huyen-uy')).toBe(true)
    expect(isOwnUnit({ unitId: 'so', rootId: 'so', ancestorIds: [] }, 'so')).toBe(true)
    expect(isOwnUnit({ unitId: 'phong', rootId: 'phong', ancestorIds: ['so'] }, 'so')).toBe(true)
  })

  test('is not what stands above it or next to it', () => {
    expect(isOwnUnit({ unitId: 'tinh-uy', rootId: 'tinh-uy', ancestorIds: [] }, 'huyen-uy')).toBe(false)
    expect(isOwnUnit({ unitId: 'so-b', rootId: 'so-b', ancestorIds: ['tinh'] }, 'so')).toBe(false)
  })
})

/** Returning or rejecting is available to the same body as assigning, even if the registrant has moved meanwhile. */
test.each([
  ['a committee’s own work, to itself', district, districtCommittee, ['issuer_not_above_unit']],
  ['a head, to the body that manages their post', province, director, []],
  ['a head, to a body that does not', district, director, ['issuer_not_managing_post']],
  ['somebody who left the post or is no head', province, { ...director, held: false, isHead: false }, []],
  ['somebody whose post nobody manages', district, { ...director, managingRootId: null }, []],
] as const)('a work answers to a body: %s', (_case, issuer, owner, codes) => {
  expect(answeringReasons(issuer, owner, decidedOn).map(({ code }) => code)).toEqual(codes)
})
