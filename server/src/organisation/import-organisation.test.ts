import { expect, test } from 'vitest'
import { testNow, useTestDatabase } from '../platform/testing/database.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { importOrganisation, type OrganisationData } from './import-organisation.ts'
import { randomId } from './testing/random.ts'

const database = useTestDatabase()
const from = plainDate('2021-01-01')

/** A tree of `size` units, ten below each. */
function wideTree(size: number): OrganisationData {
  return {
    units: Array.from({ length: size }, (_, index) => ({
      id: randomId(1, index),
      code: `don-vi-${index}`,
      name: `Đơn vị ${index}`,
      short_name: `ĐV ${index}`,
      system: 'party',
      level: 'grassroots',
      kind: 'other',
      valid_from: from,
    })),
    parents: Array.from({ length: size - 1 }, (_, index) => ({
      id: randomId(2, index),
      unit_id: randomId(1, index + 1),
      parent_id: randomId(1, Math.floor(index / 10)),
      system: 'party',
      from_on: from,
    })),
    persons: [],
    posts: [],
    management: [],
    holdings: [],
  }
}

const load = (data: OrganisationData) =>
  database.db
    .transaction()
    .execute((db) =>
      importOrganisation(
        { db, now: testNow, actor: null, origin: { requestId: 'test', address: null } },
        data,
      ),
    )

test('more units than one statement takes come in together, with their closure and one entry in the record', async () => {
  await load(wideTree(4500))
  const underRoot = await database.db
    .selectFrom('unit_ancestor')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('depth').as('deepest')])
    .where('ancestor_id', '=', randomId(1, 0))
    .executeTakeFirstOrThrow()
  expect(underRoot).toEqual({ count: 4500, deepest: 4 })
  const entries = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['action', 'payload'])
    .execute()
  expect(entries.map((entry) => [entry.action, JSON.parse(entry.payload)])).toEqual([
    ['organisation.import', { units: 4500, parents: 4499, persons: 0, posts: 0, management: 0, holdings: 0 }],
  ])
})

test('an organisation in which somebody stands above themselves is not taken in at all', async () => {
  const before = await database.db.selectFrom('unit').select('id').execute()
  const unit = (index: number) => ({ ...wideTree(1).units[0], id: randomId(3, index), code: `vong-${index}` })
  const edge = (child: number, parent: number) => ({
    id: randomId(4, child),
    unit_id: randomId(3, child),
    parent_id: randomId(3, parent),
    system: 'party',
    from_on: from,
  })
  const round = {
    ...wideTree(1),
    units: [unit(0), unit(1)] as OrganisationData['units'],
    parents: [edge(0, 1), edge(1, 0)],
  }
  await expect(load(round)).rejects.toMatchObject({ code: 'organisation_cycle' })
  expect(await database.db.selectFrom('unit').select('id').execute()).toHaveLength(before.length)
})
