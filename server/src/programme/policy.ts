import { type RawBuilder, sql } from 'kysely'
import {
  assigner,
  belowGrant,
  inSubtree,
  managesPost,
  notOwnUnit,
  own,
  ownUnit,
  type PlacedColumns,
  type PlacedRecord,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import {
  all,
  any,
  byRole,
  compile,
  evaluate,
  is,
  not,
  type Relation,
  type Rule,
  subjectOf,
} from '../platform/permission/rule.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { isolatedIds } from '../platform/slices/spill-sites.ts'

/** What permission looks at in a work. */
export interface WorkRecord extends PlacedRecord {
  /** Absent where a work is only thought of, as before it is registered. */
  readonly id?: string
  /** Null until the work is first submitted. */
  readonly code: string | null
}

export interface WorkColumns extends PlacedColumns {
  readonly id: RawBuilder<unknown>
  readonly code: RawBuilder<unknown>
}

type WorkRule = Rule<WorkRecord, WorkColumns>

/** It has its code, which it got when it was first submitted and keeps, also where it was withdrawn afterwards. */
const submitted: Relation<WorkRecord, WorkColumns> = {
  name: 'submitted',
  test: (_subject, { code }) => code !== null,
  sql: (_subject, { code }) => sql<boolean>`${code} is not null`,
}

const individual: Relation<WorkRecord, WorkColumns> = {
  name: 'individual',
  test: (_subject, { ownerKind }) => ownerKind === 'individual',
  sql: (_subject, { ownerKind }) => sql<boolean>`${ownerKind} = 'individual'`,
}

/** What two people let the actor into for some minutes: this one work and no other. */
const letInto: Relation<WorkRecord, WorkColumns> = {
  name: 'letInto',
  test: ({ actor: { emergency } }, { id }) => emergency?.objectKind === 'work' && emergency.objectId === id,
  sql: ({ actor: { emergency } }, { id }) =>
    emergency?.objectKind === 'work'
      ? sql<boolean>`${id} = ${emergency.objectId}::uuid`
      : sql<boolean>`false`,
}

const registrant = ['registrant'] as const
/** The roles that look at what others do. */
export const overseers = ['appraiser', 'decider', 'monitor', 'inspector'] as const

// Everybody above sees what has been handed in; a draft is its author's alone until then, and for ever where it was
// withdrawn before.
const overseen: WorkRule = any(is(inSubtree()), is(managesPost), is(assigner))
const handedIn: WorkRule = is(submitted)
/** If no body manages the owner's post, the unit above it is responsible. */
const unmanaged: Relation<WorkRecord, WorkColumns> = {
  name: 'unmanaged',
  test: (_subject, { managingRootId }) => managingRootId === null,
  sql: (_subject, { managingRootId }) => sql<boolean>`${managingRootId} is null`,
}

// A person's work is appraised for the body that manages the post, and not for the district it stands in (spec 2). A
// committee's own work is appraised above it: not even its own staff, in bodies of their own, may do that.
const appraised: WorkRule = any(
  all(is(individual), any(is(managesPost), all(is(unmanaged), is(inSubtree())))),
  all(not(is(individual)), is(belowGrant)),
)
// A clerk types for the unit and for each person of it, and submits for none of them.
const typed: WorkRule = any(byRole(registrant, is(own)), byRole(['unit-clerk'], is(ownUnit)))

/**
 * Who may do what with a work (spec/programme.md, 4). Deny by default: an act that is not named here is nobody's.
 * The technical administrator and the programme's own administrator read the register and its figures, never proof.
 */
export const workPolicy = {
  read: any(
    typed,
    is(letInto),
    byRole([...overseers, 'programme-admin', 'system-admin'], all(overseen, handedIn)),
  ),
  readEvidence: any(typed, is(letInto), byRole(overseers, all(overseen, handedIn))),
  discuss: any(typed, byRole(['appraiser', 'decider', 'monitor'], all(overseen, handedIn))),
  register: typed,
  edit: typed,
  submit: byRole(registrant, is(own)),
  withdraw: byRole(registrant, is(own)),
  appraise: byRole(['appraiser'], all(handedIn, appraised, notOwnUnit)),
  decide: byRole(['decider'], any(is(inSubtree()), is(managesPost))),
  report: byRole(registrant, is(own)),
  offerEvidence: typed,
  judgeEvidence: byRole(['monitor', 'decider'], all(is(assigner), notOwnUnit)),
  reportCompletion: byRole(registrant, is(own)),
  checkCompletion: byRole(['monitor'], all(is(assigner), notOwnUnit)),
  decideCompletion: byRole(['decider'], all(is(assigner), notOwnUnit)),
  suspend: byRole(['decider'], is(assigner)),
  remind: byRole(['monitor', 'decider'], is(assigner)),
  askAdjustment: byRole(registrant, is(own)),
  decideAdjustment: byRole(['decider'], all(is(assigner), notOwnUnit)),
} as const satisfies Record<string, WorkRule>

export type WorkAct = keyof typeof workPolicy

/** Whether the actor may do it to this work. */
export function may(c: Pick<Context, 'actor' | 'today'>, act: WorkAct, work: WorkRecord): boolean {
  return evaluate<WorkRecord, WorkColumns>(workPolicy[act], subjectOf(c), work)
}

/**
 * Asks for permission with the work at hand.
 * @throws Refusal `not_found` where the actor may not even see it, `forbidden` where they may see but not do
 */
export function authorize(c: Pick<Context, 'actor' | 'today'>, act: WorkAct, work: WorkRecord): void {
  if (may(c, act, work)) return
  if (may(c, 'read', work)) throw new Refusal('forbidden', { act }, { status: 403 })
  throw notFound('work')
}

/** The works to which the actor may do this, read them by default, as a condition on the rows of `work` (aliased `work`). */
export function readableWorks(
  c: Pick<Context, 'actor' | 'today'>,
  act: WorkAct = 'read',
  columns: WorkColumns = workColumns,
): RawBuilder<boolean> {
  const allowed = compile<WorkRecord, WorkColumns>(workPolicy[act], subjectOf(c), columns)
  return sql<boolean>`(${allowed} and ${notIsolated})`
}

/** A work in which something stands that must not be here is nobody's to see until it is out. Asked once for a list. */
export const notIsolated = sql<boolean>`work.id <> all(${isolatedIds('work')})`

/** The columns of `work` that rules look at. */
export const workColumns: WorkColumns = {
  ownerKind: sql.ref('work.owner_kind'),
  ownerUnitId: sql.ref('work.owner_unit_id'),
  custodianUnitId: sql.ref('work.custodian_unit_id'),
  ownerHoldingId: sql.ref('work.owner_holding_id'),
  managingRootId: sql.ref('work.managing_root_id'),
  assignerRootId: sql.ref('work.assigner_root_id'),
  code: sql.ref('work.code'),
  id: sql.ref('work.id'),
}
