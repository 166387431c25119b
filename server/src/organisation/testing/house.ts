import fc from 'fast-check'
import { sql } from 'kysely'
import type { Actor, Grant } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { compile, type Rule, type Subject } from '../../platform/permission/rule.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { rebuildAllAncestors } from '../relations/closure.ts'
import type { PlacedReference } from '../relations/placement.ts'
import type { PlacedColumns } from '../relations/relations.ts'
import { organisationDb } from '../tables.ts'
import { anyDay, anyTree, insertEdges, insertUnits, type RandomTree, randomId } from './random.ts'

/** Random organisations with people, an actor among them, and things that have their place there. */

const persons = 3
export const maxRecords = 12

/** The id of the record with this number. */
export const recordId = (ord: number) => randomId(7, ord)

/**
 * Everybody has one holding in each of two units; the actor is one of them, or acts in no post at all. They may act in the
 * stead of somebody, with units of their own or none, and may have been let into one of the records, or into something else.
 */
export const anyHouse = (roles: readonly string[]) =>
  anyTree.chain((tree) => {
    const anyUnit = fc.constantFrom(...tree.units.map((unit) => unit.id))
    const maybeUnit = fc.option(anyUnit, { nil: null, freq: 3 })
    const holding = fc.nat(persons * 2 - 1).map((index) => randomId(5, index))
    const grant: fc.Arbitrary<Grant> = fc.record({
      role: fc.constantFrom(...roles),
      unitId: anyUnit,
      system: fc.constantFrom('party', 'state', null),
      everywhere: fc.boolean(),
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
        standsFor: fc.option(
          fc.record({ person: fc.nat(persons - 1), ownUnitIds: fc.uniqueArray(anyUnit, { maxLength: 2 }) }),
          { nil: undefined },
        ),
        letInto: fc.option(
          fc.record({
            objectKind: fc.constantFrom('work', 'document'),
            objectId: fc.nat(maxRecords - 1).map(recordId),
          }),
          { nil: undefined },
        ),
      }),
      records: fc.array(record, { minLength: 4, maxLength: maxRecords }),
    })
  })

export type House = ReturnType<typeof anyHouse> extends fc.Arbitrary<infer Value> ? Value : never

/** The actor of a house, as the record of an act would name them. */
export function actorOf(house: House): Actor {
  const unitId = house.postUnits[house.actor.holding] ?? null
  const acts = house.tree.units.find((unit) => unit.id === unitId)?.actsForId
  const { standsFor, letInto } = house.actor
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
    ...(standsFor && {
      standsFor: {
        standInId: randomId(8, 0),
        personId: randomId(3, standsFor.person),
        personName: 'Người giao',
        ownUnitIds: standsFor.ownUnitIds,
      },
    }),
    ...(letInto && {
      emergency: { ...letInto, accessId: randomId(9, 0), objectLabel: 'Việc', endsAt: new Date(0) },
    }),
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

/** The house in the database, its records in a table of their own. */
export async function insertHouse(db: DatabaseTransaction, house: House): Promise<void> {
  await insertUnits(db, house.tree.units)
  await insertPeople(db, house.tree, house.postUnits)
  await insertRecords(db, house.records)
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

export const houseColumns: PlacedColumns = {
  ownerKind: sql.ref('placed.owner_kind'),
  ownerUnitId: sql.ref('placed.owner_unit_id'),
  custodianUnitId: sql.ref('placed.custodian_unit_id'),
  ownerHoldingId: sql.ref('placed.owner_holding_id'),
  managingRootId: sql.ref('placed.managing_root_id'),
  assignerRootId: sql.ref('placed.assigner_root_id'),
}

/** The numbers of the records that a list under this rule would show. */
export async function shownBy<Record, Columns>(
  db: DatabaseTransaction,
  rule: Rule<Record, Columns>,
  subject: Subject,
  columns: Columns,
): Promise<number[]> {
  const { rows } = await sql<{ ord: number }>`select placed.ord from placed
    where ${compile(rule, subject, columns)} order by placed.ord`.execute(db)
  return rows.map((row) => row.ord)
}
