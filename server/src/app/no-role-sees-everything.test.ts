import { describe, expect, test } from 'vitest'
import { identityPolicy } from '../identity/policy.ts'
import { apartFrom, type Role, roles } from '../identity/roles/roles.ts'
import type { Actor, Grant } from '../platform/context.ts'
import { evaluate } from '../platform/permission/rule.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { type WorkRecord, workPolicy } from '../programme/policy.ts'

const province = 'tinh'
const commune = 'xa'

/** The work of a person of a commune, with everything that a right over the whole province could reach it by. */
const work = (handedIn: boolean): WorkRecord => ({
  ownerKind: 'individual',
  ownerUnitId: commune,
  custodianUnitId: commune,
  ownerHoldingId: 'giu-chuc-cua-nguoi-khac',
  ownerPersonId: 'nguoi-khac',
  managingRootId: province,
  assignerRootId: province,
  ancestors: [commune, province].map((ancestorId) => ({ ancestorId, system: 'party' })),
  code: handedIn ? '2022-xa-001' : null,
})

/** Somebody of the province who has these roles over all of it, in every ladder. */
function subjectWith(granted: readonly Role[]) {
  const grants: Grant[] = granted.map((role) => ({ role, unitId: province, system: null }))
  const actor = {
    personId: 'toi',
    holdingId: 'chuc-cua-toi',
    unitId: 'van-phong',
    rootId: 'van-phong',
    grants,
  }
  return { actor: actor as unknown as Actor, today: plainDate('2022-05-18'), grants }
}

/** What is worth guarding: the proof of works and people, drafts nobody has handed in, and the keys to all of it. */
const guarded: Readonly<Record<string, (roles: readonly Role[]) => boolean>> = {
  ...Object.fromEntries(
    (Object.keys(workPolicy) as (keyof typeof workPolicy)[])
      .filter((act) => /evidence|evaluation/i.test(act) && act.startsWith('read'))
      .map((act) => [act, (granted) => evaluate(workPolicy[act], subjectWith(granted), work(true))] as const),
  ),
  draft: (granted) => evaluate(workPolicy.read, subjectWith(granted), work(false)),
  accounts: (granted) => evaluate(identityPolicy.administer, subjectWith(granted), work(true)),
}

describe('nobody sees everything', () => {
  test('neither a role by itself over the whole province', () => {
    const seen = Object.fromEntries(
      roles.map((role) => [role, Object.keys(guarded).filter((thing) => guarded[thing]?.([role]))]),
    )
    expect(seen).toEqual({
      registrant: [],
      'unit-clerk': [],
      appraiser: ['readEvidence'],
      decider: ['readEvidence'],
      monitor: ['readEvidence'],
      inspector: ['readEvidence'],
      evaluator: [],
      'evaluation-decider': [],
      'programme-admin': [],
      'system-admin': ['accounts'],
      'directory-admin': [],
      'secrecy-officer': [],
    })
  })

  test('nor any number of roles that one post may have together', () => {
    const together = (first: Role) => roles.filter((role) => !apartFrom(first).includes(role))
    const largest = [together('system-admin'), roles.filter((role) => role !== 'system-admin')]
    for (const post of largest) {
      const hidden = Object.keys(guarded).filter((thing) => !guarded[thing]?.(post))
      expect(hidden, post.join(' + ')).not.toEqual([])
    }
  })

  test('the technical administrator reads no proof and no evaluation, whatever else their post may do', () => {
    const post = roles.filter((role) => !apartFrom('system-admin').includes(role))
    const proofs = Object.keys(guarded).filter((thing) => thing.startsWith('read'))
    expect(proofs).toContain('readEvidence')
    for (const thing of proofs) expect([thing, guarded[thing]?.(post)]).toEqual([thing, false])
  })
})
