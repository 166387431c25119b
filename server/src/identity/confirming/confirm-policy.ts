import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  administered,
  inSubtree,
  openHoldings,
  type PlacedColumns,
  type PlacedRecord,
  unitPlaceColumns,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { any, byRole, compile, is, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import type { Role } from '../roles/roles.ts'
import { identityDb } from '../tables.ts'

/** Who may be the second person, over the units below the one that their right is for. */
const judges: readonly Role[] = ['inspector', 'decider']
const administrators: readonly Role[] = ['system-admin', 'directory-admin']

const confirms: Rule<PlacedRecord, PlacedColumns> = any(
  byRole(judges, is(inSubtree())),
  byRole(administrators, administered),
)

/** In a post of one's own: being the second person is not lent, and no machine is one (`confirmAccess` asks for a session). */
const isInOwnPost = ({ actor }: Context) => actor.standsFor === undefined && actor.emergency === undefined

/**
 * Whether the actor may be a second person at all. A head confirms in their own unit; that they have a right that counts says that
 * their own account and holding were confirmed.
 */
export const mayConfirmSome = (c: Context): boolean => isInOwnPost(c) && c.actor.grants.length > 0

/** The rights that count on a day or begin later. */
const openGrants = (c: Context) =>
  identityDb(c)
    .selectFrom('role_grant')
    .where(sql<SqlBool>`(role_grant.to_on is null or role_grant.to_on > ${c.today}::date)`)

/** The lendings to a person that last or are still to come. */
const openLendings = (c: Context, personId: RawBuilder<unknown>) =>
  identityDb(c)
    .selectFrom('stand_in')
    .where('stand_in.ended_at', 'is', null)
    .where(sql<SqlBool>`stand_in.last_on >= ${c.today}::date and stand_in.person_id = ${personId}`)

/**
 * The units in which a person holds posts, and over which these posts and the delegated ones have rights: the confirming
 * person must cover all of them, so that they cannot give more access than they are responsible for.
 */
function unitsOf(c: Context, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  const held = openHoldings(c, c.today).where(sql<SqlBool>`held.person_id = ${personId}`)
  const lent = openHoldings(c, c.today).where(
    sql<SqlBool>`held.id in (${openLendings(c, personId).select('stand_in.lender_holding_id')})`,
  )
  const posts = sql`(${held.select('held.post_id')} union ${lent.select('held.post_id')})`
  return sql`${held.select('post.unit_id as unit_id')} union ${lent.select('post.unit_id as unit_id')}
    union ${openGrants(c).select('role_grant.unit_id').where(sql<SqlBool>`role_grant.post_id in ${posts}`)}`
}

/** Whether what an account opens is within the actor's reach: for the rows of `account`. */
export function withinReach(c: Context): RawBuilder<boolean> {
  if (!mayConfirmSome(c)) return sql<boolean>`false`
  const reached = compile(confirms, subjectOf(c), unitPlaceColumns(sql.ref('opened.unit_id')))
  // A head answers for their own unit, whatever rights they have themselves.
  const isHeadOf = sql<boolean>`exists (select from post mine where mine.id = ${c.actor.postId}::uuid and mine.is_head
    and mine.unit_id = opened.unit_id)`
  return sql<boolean>`(not exists (select from (${unitsOf(c, sql.ref('account.person_id'))}) opened
    where not (coalesce(${reached}, false) or ${isHeadOf})))`
}
