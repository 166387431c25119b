import { type RawBuilder, sql } from 'kysely'
import type { Grant } from '../../platform/context.ts'
import { any, is, not, type Relation, type Rule, type Subject } from '../../platform/permission/rule.ts'
import type { OrganisationSystem } from '../tables.ts'

/** A thing that has a place in the organisation, as far as permission is concerned. */
export interface PlacedRecord {
  readonly ownerKind: 'collective' | 'individual'
  readonly ownerUnitId: string
  readonly custodianUnitId: string
  readonly ownerHoldingId: string | null
  readonly ownerPersonId: string | null
  readonly managingRootId: string | null
  readonly assignerRootId: string | null
  /** Those above the custodian today, itself included, in every ladder. */
  readonly ancestors: readonly { readonly ancestorId: string; readonly system: string }[]
}

/** The columns of a list that hold the same. */
export interface PlacedColumns {
  readonly ownerKind: RawBuilder<unknown>
  readonly ownerUnitId: RawBuilder<unknown>
  readonly custodianUnitId: RawBuilder<unknown>
  readonly ownerHoldingId: RawBuilder<unknown>
  readonly managingRootId: RawBuilder<unknown>
  readonly assignerRootId: RawBuilder<unknown>
}

type PlacedRelation = Relation<PlacedRecord, PlacedColumns>

/** The unit of the acting post, and the committee that this unit acts for. */
function ownUnitIds(subject: Subject): string[] {
  const { unitId, rootId } = subject.actor
  return [...new Set([unitId, rootId])].filter((id) => id !== null)
}

const anyOf = (column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${column} = any(${[...ids]}::uuid[])`

/** The actor's own: a person's by the very holding they act in, a collective's by the unit of their post. */
export const own: PlacedRelation = {
  name: 'own',
  test(subject, record) {
    return record.ownerKind === 'individual'
      ? record.ownerHoldingId !== null && record.ownerHoldingId === subject.actor.holdingId
      : ownUnitIds(subject).includes(record.custodianUnitId)
  },
  sql(subject, columns) {
    // Two ways and no CASE, so that a list of one's own is found by indexes, however long the register is.
    return sql<boolean>`((${columns.ownerKind} = 'individual' and ${columns.ownerHoldingId} = ${subject.actor.holdingId}::uuid)
      or (${columns.ownerKind} = 'collective' and ${anyOf(columns.custodianUnitId, ownUnitIds(subject))}))`
  },
}

/** Of the actor's unit in any way, or of the actor themselves in another post: where they may not judge. */
export const ownUnit: PlacedRelation = {
  name: 'ownUnit',
  test(subject, record) {
    const units = ownUnitIds(subject)
    return (
      units.includes(record.ownerUnitId) ||
      units.includes(record.custodianUnitId) ||
      record.ownerPersonId === subject.actor.personId
    )
  },
  sql(subject, columns) {
    const units = ownUnitIds(subject)
    // Not correlated: the few holdings of one person are read once, whatever the length of the list.
    return sql<boolean>`(${anyOf(columns.ownerUnitId, units)} or ${anyOf(columns.custodianUnitId, units)}
      or coalesce(${columns.ownerHoldingId} = any(array(
        select id from post_holding where person_id = ${subject.actor.personId}::uuid)), false))`
  },
}

/**
 * Of a unit in which somebody who stands in for another holds a post of their own, or of the person for whom they stand in:
 * they judge neither what is their nor what is the lender's.
 */
export const ofStandIn: PlacedRelation = {
  name: 'ofStandIn',
  test({ actor: { standsFor } }, record) {
    if (standsFor === undefined) return false
    const { ownUnitIds, personId } = standsFor
    return (
      ownUnitIds.includes(record.ownerUnitId) ||
      ownUnitIds.includes(record.custodianUnitId) ||
      record.ownerPersonId === personId
    )
  },
  sql({ actor: { standsFor } }, columns) {
    if (standsFor === undefined) return sql<boolean>`false`
    const { ownUnitIds, personId } = standsFor
    return sql<boolean>`(${anyOf(columns.ownerUnitId, ownUnitIds)} or ${anyOf(columns.custodianUnitId, ownUnitIds)}
      or coalesce(${columns.ownerHoldingId} = any(array(
        select id from post_holding where person_id = ${personId}::uuid)), false))`
  },
}

/** What the actor may not judge, turned round. */
export const notOwnUnit: Rule<PlacedRecord, PlacedColumns> = not(any(is(ownUnit), is(ofStandIn)))

interface Reach {
  readonly unitId: string
  /** Null: in whichever ladder. */
  readonly system: string | null
}

function reachOf(subject: Subject, system: OrganisationSystem | undefined): Reach[] {
  const reach = subject.grants
    .filter((grant) => system === undefined || grant.system === null || grant.system === system)
    .map((grant) => ({ unitId: grant.unitId, system: system ?? grant.system }))
  // Several roles often reach over one unit: once is enough, also for the planner's guess of how many rows that is.
  return [...new Map(reach.map((one) => [`${one.unitId} ${one.system}`, one])).values()]
}

/**
 * One of the grants covers the custodian in today's tree. A grant for one ladder covers in that ladder; a grant for all
 * covers in any. With `system`, only that ladder counts, whatever the grant.
 */
export function inSubtree(system?: OrganisationSystem): PlacedRelation {
  return subtree(system === undefined ? 'inSubtree' : `inSubtree(${system})`, system, 'with the unit itself')
}

/** The same without the very unit of the grant: of those below it alone. */
export const belowGrant: PlacedRelation = subtree('belowGrant', undefined, 'below it only')

function subtree(
  name: string,
  system: OrganisationSystem | undefined,
  reaching: 'with the unit itself' | 'below it only',
): PlacedRelation {
  const below = reaching === 'below it only'
  return {
    name,
    test(subject, record) {
      const reach = reachOf(subject, system)
      return record.ancestors.some(
        (above) =>
          !(below && above.ancestorId === record.custodianUnitId) &&
          reach.some(
            (grant) =>
              grant.unitId === above.ancestorId && (grant.system === null || grant.system === above.system),
          ),
      )
    },
    sql(subject, columns) {
      const reach = reachOf(subject, system)
      if (reach.length === 0) return sql<boolean>`false`
      // PostgreSQL hashes the ids once where there are many rows to judge, and looks each up in the index where there are few.
      const parts = [...new Set(reach.map((grant) => grant.system))].map((ladder) => {
        const units = reach.filter((grant) => grant.system === ladder).map((grant) => grant.unitId)
        return sql`exists (select from unit_ancestor where unit_id = ${columns.custodianUnitId} and ${anyOf(sql`ancestor_id`, units)}
          ${ladder === null ? sql`` : sql`and system = ${ladder}`}
          ${below ? sql`and unit_id <> ancestor_id` : sql``}
          and from_on <= ${subject.today}::date and (to_on is null or to_on > ${subject.today}::date))`
      })
      return sql<boolean>`(${sql.join(parts, sql` or `)})`
    },
  }
}

/**
 * One of the grants is over the whole installation. For those who administer alone: what stands below nobody must have
 * somebody who can place it, and reading the things of all bodies is no part of that.
 */
export const wholeInstallation: PlacedRelation = {
  name: 'wholeInstallation',
  test: (subject) => coversInstallation(subject.grants),
  sql: (subject) => sql<boolean>`${sql.lit(coversInstallation(subject.grants))}`,
}

const coversInstallation = (grants: readonly Grant[]) => grants.some((grant) => grant.everywhere === true)

/** Where an administrator's right reaches: what is below its unit, or everything. */
export const administered: Rule<PlacedRecord, PlacedColumns> = any(is(inSubtree()), is(wholeInstallation))

const grantUnits = (subject: Subject) => [...new Set(subject.grants.map((grant) => grant.unitId))]

/** One of the grants is for the very body that manages the owner's post; the bodies above it have no part in that. */
export const managesPost: PlacedRelation = {
  name: 'managesPost',
  test: (subject, record) =>
    record.managingRootId !== null && grantUnits(subject).includes(record.managingRootId),
  sql: (subject, columns) => anyOf(columns.managingRootId, grantUnits(subject)),
}

/** One of the grants is for the very body that assigned it. */
export const assigner: PlacedRelation = {
  name: 'assigner',
  test: (subject, record) =>
    record.assignerRootId !== null && grantUnits(subject).includes(record.assignerRootId),
  sql: (subject, columns) => anyOf(columns.assignerRootId, grantUnits(subject)),
}
