import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor, Grant } from '../platform/context.ts'
import type { DatabaseTransaction } from '../platform/database.ts'
import {
  all,
  any,
  byRole,
  compile,
  evaluate,
  is,
  not,
  type Rule,
  type Subject,
} from '../platform/permission/rule.ts'
import { plainDate } from '../platform/plain-date.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { rebuildAllAncestors } from './closure.ts'
import { loadPlacements, type PlacedReference } from './placement.ts'
import {
  assigner,
  inSubtree,
  managesPost,
  own,
  ownUnit,
  type PlacedColumns,
  type PlacedRecord,
} from './relations.ts'
import { organisationDb } from './tables.ts'
import {
  anyDay,
  anyTree,
  insertEdges,
  insertUnits,
  leavingNothing,
  type RandomTree,
  randomId,
} from './testing-random.ts'

type AnyRule = Rule<PlacedRecord, PlacedColumns>

const database = useTestDatabase()
const persons = 3
const roles = ['decider', 'appraiser', 'monitor'] as const
const anyRoles = fc.subarray([...roles], { minLength: 1 })

const relations = [own, ownUnit, inSubtree(), inSubtree('party'), inSubtree('state'), managesPost, assigner]

const { rule: anyRule } = fc.letrec<{ rule: AnyRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...relations).map((relation): AnyRule => is(relation)),
    fc.array(tie('rule'), { maxLength: 3 }).map((rules): AnyRule => all(...rules)),
    fc.array(tie('rule'), { maxLength: 3 }).map((rules): AnyRule => any(...rules)),
    tie('rule').map((inner): AnyRule => not(inner)),
    fc.tuple(anyRoles, tie('rule')).map(([some, inner]): AnyRule => byRole(some, inner)),
  ),
}))

/** Everybody has one holding in each of two units; the actor is one of them, or acts in no post at all. */
const anyHouse = anyTree.chain((tree) => {
  const anyUnit = fc.constantFrom(...tree.units.map((unit) => unit.id))
  const maybeUnit = fc.option(anyUnit, { nil: null, freq: 3 })
  const holding = fc.nat(persons * 2 - 1).map((index) => randomId(5, index))
  const grant: fc.Arbitrary<Grant> = fc.record({
    role: fc.constantFrom(...roles),
    unitId: anyUnit,
    system: fc.constantFrom('party', 'state', null),
  })
  const record: fc.Arbitrary<PlacedReference> = fc
    .record({
      ownerKind: fc.constantFrom('collective' as const, 'individual' as const),
      ownerUnitId: anyUnit,
      custodianUnitId: anyUnit,
      ownerHoldingId: holding,
      managingRootId: maybeUnit,
      assignerRootId: maybeUnit,
    })
    .map((raw) => ({ ...raw, ownerHoldingId: raw.ownerKind === 'individual' ? raw.ownerHoldingId : null }))
  return fc.record({
    tree: fc.constant(tree),
    today: anyDay,
    postUnits: fc.array(anyUnit, { minLength: persons * 2, maxLength: persons * 2 }),
    actor: fc.record({
      holding: fc.nat(persons * 2 - 1),
      inPost: fc.boolean(),
      grants: fc.array(grant, { maxLength: 4 }),
    }),
    records: fc.array(record, { minLength: 4, maxLength: 12 }),
    rules: fc.array(anyRule, { minLength: 6, maxLength: 6 }),
  })
})

type House = typeof anyHouse extends fc.Arbitrary<infer Value> ? Value : never

function actorOf(house: House): Actor {
  const unitId = house.postUnits[house.actor.holding] ?? null
  const acts = house.tree.units.find((unit) => unit.id === unitId)?.actsForId
  const inPost = <Value>(value: Value) => (house.actor.inPost ? value : null)
  return {
    accountId: randomId(6, 0),
    username: 'ai-do',
    personId: randomId(3, house.actor.holding % persons),
    personName: 'Ai đó',
    holdingId: inPost(randomId(5, house.actor.holding)),
    postId: inPost(randomId(4, house.actor.holding)),
    postTitle: null,
    unitId: inPost(unitId),
    unitName: null,
    rootId: inPost(acts ?? unitId),
    grants: house.actor.grants,
    scopes: null,
  }
}

async function insertPeople(
  db: DatabaseTransaction,
  tree: RandomTree,
  postUnits: readonly string[],
): Promise<void> {
  const from = plainDate('2021-01-01')
  const own = organisationDb({ db })
  await own
    .insertInto('person')
    .values(
      Array.from({ length: persons }, (_, index) => ({
        id: randomId(3, index),
        full_name: `Người ${index}`,
      })),
    )
    .execute()
  await own
    .insertInto('post')
    .values(
      postUnits.map((unit, index) => ({
        id: randomId(4, index),
        unit_id: unit,
        title: 'Chức vụ',
        valid_from: from,
      })),
    )
    .execute()
  await own
    .insertInto('post_holding')
    .values(
      postUnits.map((_, index) => ({
        id: randomId(5, index),
        post_id: randomId(4, index),
        person_id: randomId(3, index % persons),
        from_on: from,
      })),
    )
    .execute()
  await insertEdges(db, tree.edges)
  await rebuildAllAncestors(db)
}

const columns: PlacedColumns = {
  ownerKind: sql.ref('placed.owner_kind'),
  ownerUnitId: sql.ref('placed.owner_unit_id'),
  custodianUnitId: sql.ref('placed.custodian_unit_id'),
  ownerHoldingId: sql.ref('placed.owner_holding_id'),
  managingRootId: sql.ref('placed.managing_root_id'),
  assignerRootId: sql.ref('placed.assigner_root_id'),
}

async function insertRecords(db: DatabaseTransaction, records: readonly PlacedReference[]): Promise<void> {
  await sql`create temp table placed (ord integer, owner_kind text, owner_unit_id uuid, custodian_unit_id uuid,
    owner_holding_id uuid, managing_root_id uuid, assigner_root_id uuid) on commit drop`.execute(db)
  const rows = records.map(
    (
      record,
      ord,
    ) => sql`(${ord}::int, ${record.ownerKind}, ${record.ownerUnitId}::uuid, ${record.custodianUnitId}::uuid,
      ${record.ownerHoldingId}::uuid, ${record.managingRootId}::uuid, ${record.assignerRootId}::uuid)`,
  )
  await sql`insert into placed values ${sql.join(rows)}`.execute(db)
}

async function shownBy(db: DatabaseTransaction, rule: AnyRule, subject: Subject): Promise<number[]> {
  const { rows } = await sql<{ ord: number }>`select placed.ord from placed
    where ${compile(rule, subject, columns)} order by placed.ord`.execute(db)
  return rows.map((row) => row.ord)
}

test('a list shows exactly the records that the rule, asked for each, allows', async () => {
  await fc.assert(
    fc.asyncProperty(anyHouse, (house) =>
      leavingNothing(database, async (db) => {
        await insertUnits(db, house.tree.units)
        await insertPeople(db, house.tree, house.postUnits)
        await insertRecords(db, house.records)
        const actor = actorOf(house)
        const subject = { actor, today: house.today, grants: actor.grants }
        const placed = await loadPlacements({ db, today: house.today }, house.records)
        for (const rule of [...relations.map((relation): AnyRule => is(relation)), ...house.rules]) {
          const allowed = placed.flatMap((record, ord) => (evaluate(rule, subject, record) ? [ord] : []))
          expect(await shownBy(db, rule, subject)).toEqual(allowed)
        }
      }),
    ),
    { numRuns: 150 },
  )
})

test('a rule and its opposite part the records in two', async () => {
  await fc.assert(
    fc.asyncProperty(anyHouse, (house) =>
      leavingNothing(database, async (db) => {
        await insertUnits(db, house.tree.units)
        await insertPeople(db, house.tree, house.postUnits)
        await insertRecords(db, house.records)
        const actor = actorOf(house)
        const subject = { actor, today: house.today, grants: actor.grants }
        for (const rule of house.rules) {
          const both = [...(await shownBy(db, rule, subject)), ...(await shownBy(db, not(rule), subject))]
          expect(both.toSorted((a, b) => a - b)).toEqual(house.records.map((_, ord) => ord))
        }
      }),
    ),
    { numRuns: 40 },
  )
})
