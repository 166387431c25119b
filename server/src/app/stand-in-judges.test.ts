import { expect, test } from 'vitest'
import type { Actor, Grant } from '../platform/context.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { may, type WorkAct, type WorkRecord, workPolicy } from '../programme/policy.ts'

const grants: Grant[] = (['decider', 'monitor', 'appraiser', 'registrant'] as const).map((role) => ({
  role,
  unitId: 'huyen',
  system: null,
}))

/** The lender: the standing committee’s deputy secretary of a district. */
const holder = {
  personId: 'nguoi-giao',
  holdingId: 'giu-chuc',
  unitId: 'ban-thuong-vu',
  rootId: 'huyen',
  grants,
} as unknown as Actor

/** The head of a commune below, in their stead. */
const standIn: Actor = {
  ...holder,
  personId: 'nguoi-thay',
  standsFor: { standInId: 'uy-quyen', personId: 'nguoi-giao', personName: 'Y', ownUnitIds: ['xa-cua-minh'] },
}

const workOf = (unitId: string, ownerPersonId: string | null): WorkRecord => ({
  ownerKind: ownerPersonId === null ? 'collective' : 'individual',
  ownerUnitId: unitId,
  custodianUnitId: unitId,
  ownerHoldingId: ownerPersonId === null ? null : 'giu-chuc-noi-khac',
  ownerPersonId,
  managingRootId: 'huyen',
  assignerRootId: 'huyen',
  ancestors: [unitId, 'huyen'].map((ancestorId) => ({ ancestorId, system: 'party' })),
  code: '2022-xa-001',
})

const today = plainDate('2022-05-18')
const acts = Object.keys(workPolicy) as WorkAct[]
const allowed = (actor: Actor, work: WorkRecord) => acts.filter((act) => may({ actor, today }, act, work))

/** The acts that judge: the registrant must not do them. */
const judging: readonly WorkAct[] = [
  'appraise',
  'judgeEvidence',
  'checkCompletion',
  'decideCompletion',
  'decideAdjustment',
]

test('a stand-in may do with a stranger’s work exactly what the lender may', () => {
  for (const work of [workOf('xa-khac', null), workOf('xa-khac', 'nguoi-la')]) {
    expect(allowed(standIn, work)).toEqual(allowed(holder, work))
    expect(allowed(standIn, work)).toEqual(expect.arrayContaining([...judging]))
  }
})

test.each([
  ['of their own unit', workOf('xa-cua-minh', null)],
  ['of their own in another unit', workOf('xa-khac', 'nguoi-thay')],
  ['of the lender in another unit', workOf('xa-khac', 'nguoi-giao')],
])('a stand-in judges no work %s', (_name, work) => {
  expect(allowed(standIn, work).filter((act) => judging.includes(act))).toEqual([])
})
