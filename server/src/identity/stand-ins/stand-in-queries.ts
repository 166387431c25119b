import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  activeHoldings,
  holderNameOf,
  personNameOf,
  spanCovers,
  unitNameOf,
} from '../../organisation/index.ts'
import type { Actor, Context, Grant } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type Role, roles } from '../roles/roles.ts'
import {
  grantConfirmed,
  holdingConfirmed,
  lendingConfirmed,
  waysInConfirmed,
} from '../second-person/what-counts.ts'
import type { Bearer } from '../sessions/bearer.ts'
import { identityDb, type StandInId } from '../tables.ts'

/** What is never lent: who gives out rights is chosen by another administrator, and not by themselves. */
export const lendable: readonly Role[] = roles.filter((role) => role !== 'system-admin')

interface Reader {
  readonly db: DatabaseTransaction
}

/** The name of who stands in, by the lending whose id stands in a column; null if there is none. */
export const standInNameOf = (column: string): RawBuilder<string | null> => sql`(select
  ${personNameOf('lent.person_id')} from stand_in lent where lent.id = ${sql.ref(column)})`

/** The name of who lent their post, by the same. */
export const lenderNameOf = (column: string): RawBuilder<string | null> => sql`(select
  ${holderNameOf('lent.lender_holding_id')} from stand_in lent where lent.id = ${sql.ref(column)})`

/** Counts on the day: not ended, and the day is one of its days, the last included. */
const lasts = (today: PlainDate) =>
  sql<SqlBool>`(stand_in.ended_at is null and stand_in.from_on <= ${today}::date and stand_in.last_on >= ${today}::date)`

/**
 * The actor on behalf of another; undefined where it is not so (any more): the days are over, the lender has left their post,
 * or the stand-in holds none themselves.
 */
export async function loadStanding(
  c: Reader,
  bearer: Bearer,
  standInId: string,
  today: PlainDate,
): Promise<Actor | undefined> {
  const held = await activeHoldings(c, today)
    .where('held.id', 'in', lentHoldings(c, bearer.personId, today, standInId))
    .select(lentGrants(c, standInId, today, bearer.accountId).as('grants'))
    .executeTakeFirst()
  if (held === undefined) return undefined
  const own = await activeHoldings(c, today).where('held.person_id', '=', bearer.personId).limit(50).execute()
  if (own.length === 0) return undefined
  const ownUnitIds = own.flatMap((one) => [one.unit_id, one.unit_acts_for ?? one.unit_id])
  return {
    accountId: bearer.accountId,
    username: bearer.username,
    personId: bearer.personId,
    personName: bearer.personName,
    holdingId: held.id,
    postId: held.post_id,
    postTitle: held.title,
    unitId: held.unit_id,
    unitName: held.unit_name,
    rootId: held.unit_acts_for ?? held.unit_id,
    grants: held.grants,
    scopes: bearer.scopes,
    standsFor: {
      standInId,
      personId: held.person_id,
      personName: held.full_name,
      ownUnitIds: [...new Set(ownUnitIds)],
    },
    ...(bearer.sessionId === null ? {} : { sessionId: bearer.sessionId }),
  }
}

function lentHoldings(c: Reader, personId: string, today: PlainDate, standInId?: string) {
  return identityDb(c)
    .selectFrom('stand_in')
    .select('stand_in.lender_holding_id')
    .where('stand_in.person_id', '=', personId)
    .where(lasts(today))
    .$if(standInId !== undefined, (query) => query.where('stand_in.id', '=', standInId as string))
}

/** What was lent, as far as the very post of the row (aliased `post`) has it today. */
function lentGrants(c: Reader, standInId: string, today: PlainDate, accountId: string) {
  const grants = identityDb(c)
    .selectFrom('stand_in_grant')
    .innerJoin('role_grant', 'role_grant.id', 'stand_in_grant.grant_id')
    .innerJoin('stand_in', 'stand_in.id', 'stand_in_grant.stand_in_id')
    .select(
      sql<readonly Grant[]>`coalesce(jsonb_agg(jsonb_build_object('role', role_grant.role,
        'unitId', role_grant.unit_id, 'system', role_grant.system)
        order by role_grant.role, role_grant.unit_id, role_grant.id), '[]'::jsonb)`.as('list'),
    )
    .where('stand_in_grant.stand_in_id', '=', standInId)
    .where('role_grant.post_id', '=', sql.ref<string>('post.id'))
    .where('role_grant.role', 'in', [...lendable])
    .where(spanCovers('role_grant.from_on', 'role_grant.to_on', today))
    .where(grantConfirmed)
    .where(holdingConfirmed('held'))
    .where(lendingConfirmed(sql.ref('held.person_id')))
    .where(waysInConfirmed(sql`${accountId}::uuid`))
  return sql<readonly Grant[]>`(${grants})`
}

/** A place that somebody may take today on behalf of another. */
export interface OfferedStandIn {
  readonly id: string
  readonly lenderName: string
  readonly postTitle: string
  readonly unitName: string
}

/** The places on behalf of another that the person may take today: for the chooser of who one acts as. */
export async function offeredStandIns(
  c: Pick<Context, 'db' | 'today' | 'actor'>,
): Promise<readonly OfferedStandIn[]> {
  const { personId } = c.actor
  const own = await activeHoldings(c, c.today).where('held.person_id', '=', personId).limit(1).execute()
  if (own.length === 0) return []
  const rows = await activeHoldings(c, c.today)
    .where('held.id', 'in', lentHoldings(c, personId, c.today))
    .select(
      sql<
        readonly string[]
      >`(select jsonb_agg(stand_in.id) from stand_in where stand_in.lender_holding_id = held.id
        and stand_in.person_id = ${personId}::uuid and ${lasts(c.today)})`.as('standInIds'),
    )
    .orderBy('held.id')
    .limit(50)
    .execute()
  return rows.flatMap((row) =>
    row.standInIds.map((id) => ({
      id,
      lenderName: row.full_name,
      postTitle: row.title,
      unitName: row.unit_name,
    })),
  )
}

/** A lending as its lists show it. */
export interface StandInRow {
  readonly id: StandInId
  readonly lenderHoldingId: string
  readonly lenderName: string
  readonly personId: string
  readonly personName: string
  readonly fromOn: PlainDate
  readonly lastOn: PlainDate
  readonly document: string
  readonly roles: readonly { readonly role: Role; readonly unit: string }[]
  readonly state: 'coming' | 'active' | 'over'
}

const maxListed = 100

/** What the actor lends of the post they hold, and what others lend to them; the latest first. */
export async function listStandIns(c: Context): Promise<readonly StandInRow[]> {
  const rows = await selectStandIns(c)
    .where((is) =>
      is.or([
        is('stand_in.person_id', '=', c.actor.personId),
        is('stand_in.lender_holding_id', '=', c.actor.standsFor === undefined ? c.actor.holdingId : null),
      ]),
    )
    .orderBy('stand_in.from_on', 'desc')
    .orderBy('stand_in.id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map((row) => rowOf(row, c.today))
}

/** One delegation, without a permission check; undefined if there is none. */
export async function findStandIn(c: Context, standInId: string): Promise<StandInRow | undefined> {
  const row = await selectStandIns(c).where('stand_in.id', '=', standInId).executeTakeFirst()
  return row === undefined ? undefined : rowOf(row, c.today)
}

function selectStandIns(c: Context) {
  return identityDb(c)
    .selectFrom('stand_in')
    .select(['id', 'lender_holding_id', 'person_id', 'from_on', 'last_on', 'document', 'ended_at'])
    .select([
      holderNameOf('stand_in.lender_holding_id').as('lenderName'),
      personNameOf('stand_in.person_id').as('personName'),
    ])
    .select((is) =>
      sql<
        StandInRow['roles']
      >`(select coalesce(jsonb_agg(jsonb_build_object('role', lent.role, 'unit', ${unitNameOf('lent.unit_id')})
        order by lent.role), '[]'::jsonb) from stand_in_grant of_it join role_grant lent on lent.id = of_it.grant_id
        where of_it.stand_in_id = ${is.ref('stand_in.id')})`.as('roles'),
    )
}

function rowOf(
  row: Awaited<ReturnType<ReturnType<typeof selectStandIns>['execute']>>[number],
  today: PlainDate,
): StandInRow {
  const over = row.ended_at !== null || row.last_on < today
  return {
    id: row.id as StandInId,
    lenderHoldingId: row.lender_holding_id,
    lenderName: row.lenderName ?? '',
    personId: row.person_id,
    personName: row.personName,
    fromOn: row.from_on as PlainDate,
    lastOn: row.last_on as PlainDate,
    document: row.document,
    roles: row.roles,
    state: over ? 'over' : row.from_on > today ? 'coming' : 'active',
  }
}

/** The rights of a post that could be lent: those that it has or will have. */
export async function lendableGrants(c: Context, postId: string) {
  return identityDb(c)
    .selectFrom('role_grant')
    .select(['id', 'role', 'from_on as fromOn', 'to_on as toOn'])
    .select(unitNameOf('role_grant.unit_id').as('unitName'))
    .where('post_id', '=', postId)
    .where('role', 'in', [...lendable])
    .where((is) => is.or([is('to_on', 'is', null), is('to_on', '>', c.today)]))
    .orderBy('role')
    .orderBy('id')
    .limit(maxListed)
    .execute()
}
