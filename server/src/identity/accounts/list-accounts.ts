import { type SqlBool, sql } from 'kysely'
import { activeHoldings, personNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { containing, folded } from '../../platform/data/text-search.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import { notFound } from '../../platform/refusal.ts'
import { administeredUnit, authorizeAdministrator, authorizePerson } from '../policy.ts'
import { type AccountId, identityDb } from '../tables.ts'

export interface AccountRow {
  readonly id: AccountId
  readonly username: string
  readonly personId: string
  readonly personName: string
  readonly disabled: boolean
  readonly lastSignInAt: Date | null
  /** The posts held today, with their units. */
  readonly posts: readonly { readonly postId: string; readonly title: string; readonly unit: string }[]
}

export const accountStates = ['open', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** What a list of accounts is narrowed by. */
export interface AccountFilter {
  /** A part of the user name or of the person's name, accents aside. */
  readonly text?: string | null
  readonly state?: AccountState | null
}

/** The accounts that the actor administers, by user name, page by page. @throws Refusal `forbidden` */
export async function listAccounts(
  c: Context,
  query: AccountFilter & { readonly limit?: number; readonly cursor?: string | null },
): Promise<{ readonly items: readonly AccountRow[]; readonly next: string | null }> {
  authorizeAdministrator(c, 'account.list')
  const limit = pageSizeOf(query.limit)
  let select = selectAccounts(c).where(matches(c, query))
  if (query.cursor) {
    const [after] = decodeCursor(query.cursor, 1)
    select = select.where('account.username', '>', String(after))
  }
  const rows = await select
    .orderBy('account.username')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, (row) => [row.username])
  return { items: page.items.map(rowOf), next: page.next }
}

/** How many accounts `listAccounts` would give in all. */
export async function countAccounts(c: Context, filter: AccountFilter): Promise<number> {
  authorizeAdministrator(c, 'account.list')
  const { count } = await identityDb(c)
    .selectFrom('account')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(matches(c, filter))
    .executeTakeFirstOrThrow()
  return count
}

/** One account that the actor administers. @throws Refusal `forbidden`, `not_found` */
export async function getAccount(c: Context, username: string): Promise<AccountRow> {
  authorizeAdministrator(c, 'account.read')
  const row = await selectAccounts(c).where('account.username', '=', username).executeTakeFirst()
  if (row === undefined) throw notFound('account')
  await authorizePerson(c, 'account.read', row.person_id)
  return rowOf(row)
}

function selectAccounts(c: Context) {
  return identityDb(c)
    .selectFrom('account')
    .select(['account.id', 'account.username', 'account.person_id', 'account.disabled_at'])
    .select('account.last_sign_in_at')
    .select([personNameOf('account.person_id').as('personName'), postsOf(c).as('posts')])
}

const rowOf = (
  row: Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number],
): AccountRow => ({
  id: row.id as AccountId,
  username: row.username,
  personId: row.person_id,
  personName: row.personName,
  disabled: row.disabled_at !== null,
  lastSignInAt: row.last_sign_in_at,
  posts: row.posts,
})

function matches(c: Context, { text, state }: AccountFilter) {
  const pattern = containing(folded(text?.trim() ?? ''))
  return sql<SqlBool>`(${administered(c)}
    and ${text ? sql`(account.username like ${pattern} or fold(${personNameOf('account.person_id')}) like ${pattern})` : sql`true`}
    and ${state === 'open' ? sql`account.disabled_at is null` : sql`true`}
    and ${state === 'disabled' ? sql`account.disabled_at is not null` : sql`true`})`
}

const held = (c: Context) =>
  activeHoldings(c, c.today).where('held.person_id', '=', sql.ref<string>('account.person_id'))

/** As `authorizePerson` judges one: every unit in which the person holds a post today is the actor's to administer. */
const administered = (c: Context) =>
  sql<SqlBool>`not exists (${held(c).where(sql<SqlBool>`not coalesce(${administeredUnit(c, sql`unit.id`)}, false)`)})`

function postsOf(c: Context) {
  return sql<AccountRow['posts']>`(select coalesce(jsonb_agg(jsonb_build_object(
    'postId', mine.post_id, 'title', mine.title, 'unit', mine.unit_name) order by mine.is_head desc, mine.title), '[]'::jsonb)
    from (${held(c)}) mine)`
}
