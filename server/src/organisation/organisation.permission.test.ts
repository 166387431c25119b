import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import {
  addPerson,
  appoint,
  changePostManagement,
  endHolding,
  endUnit,
  foundUnit,
  openPost,
  placeUnit,
} from './index.ts'
import { seedTestOrganisation, type TestOrganisation } from './testing/organisation.ts'

const database = useTestDatabase()
const on = plainDate('2022-05-01')
const document = 'Quyết định 10-QĐ/HU'
let organisation: TestOrganisation
beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})

const roles = [
  'registrant',
  'unit-clerk',
  'appraiser',
  'decider',
  'monitor',
  'inspector',
  'evaluator',
  'evaluation-decider',
  'programme-admin',
  'directory-admin',
  'system-admin',
  'secrecy-officer',
] as const
const keepers: readonly string[] = ['directory-admin', 'system-admin']

/** Where the right is for, seen from the cell of the village that every act is about. */
const relations = {
  'the unit itself': ['chi-bo-thon-dong', null],
  'its district': ['tu-ky', null],
  'its district, in the ladder of the Party': ['tu-ky', 'party'],
  'its district, in the ladder of the State': ['tu-ky', 'state'],
  'another district': ['song-ha', null],
} as const
type Relation = keyof typeof relations

const above: readonly Relation[] = ['its district', 'its district, in the ladder of the Party']
const covering: readonly Relation[] = ['the unit itself', ...above]

/** Each act on the cell, and from where its keeper may do it. */
const acts: Record<string, { open: readonly Relation[]; run: (c: Context) => Promise<unknown> }> = {
  'found below it': {
    open: covering,
    run: (c) =>
      foundUnit(c, {
        code: 'to-moi',
        name: 'Tổ mới',
        shortName: 'Tổ mới',
        system: 'party',
        level: 'grassroots',
        kind: 'party-cell',
        place: '',
        actsForId: null,
        validFrom: on,
        foundingDocument: document,
        parents: [{ system: 'party', parentId: organisation.unit['chi-bo-thon-dong'] }],
      }),
  },
  'place it under its district': {
    open: above,
    run: (c) =>
      placeUnit(c, {
        unitId: organisation.unit['chi-bo-thon-dong'],
        version: 1,
        system: 'party',
        parentId: organisation.unit['tu-ky'],
        fromOn: on,
        document,
      }),
  },
  'end it': {
    open: covering,
    run: (c) =>
      endUnit(c, { unitId: organisation.unit['chi-bo-thon-dong'], version: 1, endsOn: on, document }),
  },
  'open a post in it': {
    open: covering,
    run: (c) =>
      openPost(c, {
        unitId: organisation.unit['chi-bo-thon-dong'],
        title: 'Phó Bí thư',
        isHead: false,
        validFrom: on,
        managingUnitId: null,
        document,
      }),
  },
  'take its post from the commune that manages it': {
    open: above,
    run: (c) =>
      changePostManagement(c, {
        postId: organisation.post['chi-bo-thon-dong'],
        version: 1,
        managingUnitId: organisation.unit['btv-tu-ky'],
        fromOn: on,
        document,
      }),
  },
  'appoint in it': {
    open: covering,
    run: (c) =>
      appoint(c, {
        postId: organisation.post['chi-bo-thon-dong'],
        version: 1,
        personId: organisation.person['an-minh'],
        fromOn: on,
        capacity: 'in_charge',
        document,
      }),
  },
  'end a holding in it': {
    open: covering,
    run: (c) =>
      endHolding(c, {
        holdingId: organisation.holding['chi-bo-thon-dong'],
        version: 1,
        endsOn: on,
        document,
      }),
  },
  'add a person': {
    open: Object.keys(relations) as Relation[],
    run: (c) => addPerson(c, { fullName: 'Người Mới' }),
  },
}

class Undo extends Error {}

/** Whether permission was the answer; what another rule says about the act is not asked here. */
async function isForbidden(
  role: string,
  relation: Relation,
  run: (c: Context) => Promise<unknown>,
): Promise<boolean> {
  const [unit, system] = relations[relation]
  const actor = organisation.actorFor('kiem-tra', [{ role, unitId: organisation.unit[unit], system }])
  try {
    await asActor(database, actor, '2022-05-18', async (c) => {
      await run(c)
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'forbidden'
    if (!(error instanceof Undo)) throw error
  }
  return false
}

test.each(Object.keys(acts))('who may %s', async (name) => {
  const act = acts[name]
  if (act === undefined) throw new Error(name)
  const allowed: string[] = []
  const expected: string[] = []
  for (const role of roles) {
    for (const relation of Object.keys(relations) as Relation[]) {
      if (keepers.includes(role) && act.open.includes(relation)) expected.push(`${role} of ${relation}`)
      if (!(await isForbidden(role, relation, act.run))) allowed.push(`${role} of ${relation}`)
    }
  }
  expect(allowed).toEqual(expected)
})

test('somebody without any right may do nothing', async () => {
  for (const { run } of Object.values(acts)) {
    const actor = organisation.actorFor('kiem-tra', [])
    await expect(asActor(database, actor, '2022-05-18', run)).rejects.toMatchObject({ code: 'forbidden' })
  }
})
