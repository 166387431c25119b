import { createHash } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { openHoldings, personNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import type { Role } from '../roles/roles.ts'
import type { WayInKind } from '../second-person/ways-in.ts'
import { grantConfirmed, holdingConfirmed } from '../second-person/what-counts.ts'
import { type AccountId, identityDb } from '../tables.ts'
import { mayConfirmSome, withinReach } from './confirm-policy.ts'

/** One thing that somebody did alone and that waits for a second person. */
export interface UnconfirmedThing {
  readonly kind: 'way-in' | 'holding' | 'grant' | 'lending'
  readonly id: string
  readonly wayIn: WayInKind | null
  readonly role: Role | null
  /** The post that is held, has the right or is lent; of a link, how the provider calls the person. */
  readonly what: string
  /** Where the post stands, or over which unit the right is. */
  readonly unit: string | null
  readonly by: string
  readonly byPersonId: string
  readonly at: Date
}

/** An account of which something waits. */
export interface UnconfirmedAccount {
  readonly id: AccountId
  readonly username: string
  readonly personId: string
  readonly personName: string
  /** A code was handed out that still can be typed in; nothing waits for a second person then, but for the owner. */
  readonly codeUntil: Date | null
  readonly codeBy: string | null
  readonly things: readonly UnconfirmedThing[]
  /** A fingerprint of the unconfirmed items: the confirmation contains it, to prove what was shown. */
  readonly fingerprint: string
}

type Day = Pick<Context, 'db' | 'now' | 'today'>

const holdings = (c: Day) => openHoldings(c, c.today).where(sql<SqlBool>`held.person_id = account.person_id`)

const lendings = (c: Day) =>
  identityDb(c)
    .selectFrom('stand_in')
    .where(sql<SqlBool>`stand_in.person_id = account.person_id and stand_in.ended_at is null
      and stand_in.last_on >= ${c.today}::date and stand_in.confirmed_at is null
      and not exists (select from account lender join post_holding lent on lent.person_id = lender.person_id
        where lender.id = stand_in.made_by and lent.id = stand_in.lender_holding_id)`)

const grantsOfHeld = sql<SqlBool>`role_grant.post_id = held.post_id and (role_grant.to_on is null or role_grant.to_on > held.from_on)`

/** Each thing that waits, for the row of `account`. A post without rights opens nothing and needs nobody's word. */
function thingsOf(c: Day): RawBuilder<unknown> {
  const nameOf = (column: string) =>
    sql`(select ${personNameOf('doer.person_id')} from account doer where doer.id = ${sql.ref(column)})`
  const personOf = (column: string) =>
    sql`(select doer.person_id from account doer where doer.id = ${sql.ref(column)})`
  return sql`
    select 'way-in' as kind, way_in.id, way_in.kind as "wayIn", null as role, coalesce(way_in.detail, '') as what,
      null as unit, ${nameOf('way_in.given_by')} as by, ${personOf('way_in.given_by')} as "byPersonId", way_in.given_at as at
    from way_in where way_in.account_id = account.id and way_in.confirmed_at is null
    union all ${holdings(c)
      .where(sql<SqlBool>`not ${holdingConfirmed('held')}`)
      .where(sql<SqlBool>`exists (select from role_grant where ${grantsOfHeld})`)
      .select([
        sql`'holding'`.as('kind'),
        'held.id',
        sql`null`.as('wayIn'),
        sql`null`.as('role'),
        'post.title as what',
        unitNameOf('post.unit_id').as('unit'),
        nameOf('held.begun_by').as('by'),
        personOf('held.begun_by').as('byPersonId'),
        'held.begun_at as at',
      ])}
    union all select distinct 'grant' as kind, role_grant.id, null as "wayIn", role_grant.role, ${postTitleOf('role_grant.post_id')} as what,
      ${unitNameOf('role_grant.unit_id')} as unit, ${nameOf('role_grant.granted_by')} as by,
      ${personOf('role_grant.granted_by')} as "byPersonId", role_grant.granted_at as at
    from (${holdings(c).select(['held.post_id', 'held.from_on'])}) held join role_grant on ${grantsOfHeld} where not ${grantConfirmed}
    union all ${lendings(c).select([
      sql`'lending'`.as('kind'),
      'stand_in.id',
      sql`null`.as('wayIn'),
      sql`null`.as('role'),
      sql`(select ${postTitleOf('lent.post_id')} from post_holding lent where lent.id = stand_in.lender_holding_id)`.as(
        'what',
      ),
      sql`null`.as('unit'),
      nameOf('stand_in.made_by').as('by'),
      personOf('stand_in.made_by').as('byPersonId'),
      'stand_in.made_at as at',
    ])}`
}

/** Those of whom something may wait, by a few indexes: what the condition above then looks at more closely. */
const candidate = sql<SqlBool>`(account.id in (select account_id from way_in where confirmed_at is null)
  or account.person_id in (select held.person_id from post_holding held where held.begun_at is not null
    and not exists (select from holding_confirmation where holding_id = held.id))
  or account.person_id in (select held.person_id from role_grant join post_holding held on held.post_id = role_grant.post_id
    where role_grant.granted_at is not null and role_grant.confirmed_at is null)
  or account.person_id in (select stand_in.person_id from stand_in where stand_in.confirmed_at is null
    and stand_in.ended_at is null))`

function selectUnconfirmed(c: Day) {
  return identityDb(c)
    .selectFrom('account')
    .select(['account.id', 'account.username', 'account.person_id'])
    .select(personNameOf('account.person_id').as('personName'))
    .select(
      sql<Date | null>`case when account.activation_expires_at > ${c.now} then account.activation_expires_at end`.as(
        'codeUntil',
      ),
    )
    .select(
      sql<string | null>`(select ${personNameOf('giver.person_id')} from account giver
        where giver.id = account.activation_by)`.as('codeBy'),
    )
    .select(
      sql<
        readonly (Omit<UnconfirmedThing, 'at'> & { at: string })[]
      >`(select jsonb_agg(to_jsonb(waiting) order by waiting.at, waiting.id)
        from (${thingsOf(c)}) waiting)`.as('things'),
    )
    .where('account.disabled_at', 'is', null)
    .where(candidate)
    .where(sql<SqlBool>`exists (select from (${thingsOf(c)}) waiting)`)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectUnconfirmed>['execute']>>[number]

function accountOf(row: Row): UnconfirmedAccount {
  const things = row.things.map((thing) => ({ ...thing, at: new Date(thing.at) }))
  const ids = things.map(({ id }) => id).join(' ')
  return {
    id: row.id as AccountId,
    username: row.username,
    personId: row.person_id,
    personName: row.personName,
    codeUntil: row.codeUntil,
    codeBy: row.codeUntil === null ? null : row.codeBy,
    things,
    fingerprint: createHash('sha256').update(ids).digest('hex').slice(0, 16),
  }
}

/** Whether the actor had a hand in it: they are the owner, or did one of the things themselves. For the rows of `account`. */
const notInvolved = (c: Context) =>
  sql<SqlBool>`(account.person_id <> ${c.actor.personId}::uuid and not exists (
    select from (${thingsOf(c)}) waiting where waiting."byPersonId" = ${c.actor.personId}::uuid))`

/**
 * The accounts of which something waits for the actor as the second person, page by page: first those that still wait for them,
 * then those that wait for their owner, each by user name.
 */
export async function listUnconfirmed(
  c: Context,
  query: { readonly limit?: number; readonly cursor?: string | null } = {},
): Promise<{ readonly items: readonly UnconfirmedAccount[]; readonly next: string | null }> {
  const limit = pageSizeOf(query.limit)
  let select = selectUnconfirmed(c).where(withinReach(c)).where(notInvolved(c))
  const isHandedOut = sql<number>`(coalesce(account.activation_expires_at > ${c.now}, false))::int`
  if (query.cursor) {
    const [handedOut, username] = decodeCursor(query.cursor, ['number', 'text'])
    select = select.where(sql<SqlBool>`(${isHandedOut}, account.username) > (${handedOut}, ${username})`)
  }
  const rows = await select
    .orderBy(isHandedOut)
    .orderBy('account.username')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, (row) => [row.codeUntil === null ? 0 : 1, row.username])
  return { items: page.items.map(accountOf), next: page.next }
}

/** How many of them have no code yet: those for which the second person still has to do something. */
export async function countUnconfirmed(c: Context): Promise<number> {
  if (!mayConfirmSome(c)) return 0
  const { count } = await identityDb(c)
    .selectFrom('account')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('account.disabled_at', 'is', null)
    .where(sql<SqlBool>`(account.activation_expires_at is null or account.activation_expires_at <= ${c.now})`)
    .where(candidate)
    .where(sql<SqlBool>`exists (select from (${thingsOf(c)}) waiting)`)
    .where(withinReach(c))
    .where(notInvolved(c))
    .executeTakeFirstOrThrow()
  return count
}

/** The unconfirmed items of one account, without a permission check; undefined if there are none. */
export async function findUnconfirmed(
  c: Context,
  username: string,
): Promise<(UnconfirmedAccount & { readonly mayConfirm: boolean; readonly involved: boolean }) | undefined> {
  const row = await selectUnconfirmed(c)
    .select(withinReach(c).as('reached'))
    .select(sql<boolean>`not ${notInvolved(c)}`.as('involved'))
    .where('account.username', '=', username)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...accountOf(row), mayConfirm: row.reached && !row.involved, involved: row.involved }
}

/** The same items, for the operator of the server. */
export async function unconfirmedThings(c: Day, username: string): Promise<readonly UnconfirmedThing[]> {
  const row = await selectUnconfirmed(c).where('account.username', '=', username).executeTakeFirst()
  return row === undefined ? [] : accountOf(row).things
}
