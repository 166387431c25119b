import { z } from 'zod'
import { audit } from '../platform/audit/audit.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import { optionalId } from '../platform/http/fields.ts'
import { newId } from '../platform/id.ts'
import { identityDb } from './tables.ts'

/** What the owner of an account is told of it; each has its sentence `identity.notice_…`. */
export type AccountNoticeKind =
  | 'factor_set'
  | 'factor_dropped'
  | 'factors_removed'
  | 'codes_renewed'
  | 'recovery_used'
  | 'passkey_added'
  | 'passkey_dropped'
  | 'passkey_copied'
  | 'emergency_read'
  | 'sessions_ended'
  | 'account_opened'
  | 'password_set'
  | 'outside_linked'
  | 'post_given'
  | 'right_given'
  | 'access_confirmed'
  | 'seen_account_opened'
  | 'seen_accounts_opened'
  | 'seen_password_set'
  | 'seen_factors_removed'
  | 'seen_outside_linked'
  | 'seen_right_given'
  | 'seen_post_given'
  | 'seen_access_confirmed'
  | 'seen_accesses_confirmed'

export interface AccountNotice {
  readonly id: string
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
  readonly createdAt: Date
}

const maxShown = 20

/** Tells the owner of an account what became of it, in the transaction of the act. */
export async function tellOwner(
  c: Pick<PublicContext, 'db' | 'now'>,
  accountId: string,
  kind: AccountNoticeKind,
  params: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await identityDb(c)
    .insertInto('account_notice')
    .values({
      id: newId<'account-notice'>(),
      account_id: accountId,
      kind,
      params: JSON.stringify(params),
      created_at: c.now,
    })
    .execute()
}

/** What the actor was told of their account and has not marked as read, the latest first. */
export async function listAccountNotices(c: Context): Promise<readonly AccountNotice[]> {
  const rows = await identityDb(c)
    .selectFrom('account_notice')
    .select(['id', 'kind', 'params', 'created_at'])
    .where('account_id', '=', c.actor.accountId)
    .where('read_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(maxShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    params: row.params as AccountNotice['params'],
    createdAt: row.created_at,
  }))
}

export const readAccountNoticesInput = z.strictObject({ until: optionalId() })

/** Marks what was told of one's account as read, up to the one that was seen as the latest. */
export async function readAccountNotices(
  c: Context,
  { until }: z.output<typeof readAccountNoticesInput>,
): Promise<{ read: number }> {
  let update = identityDb(c)
    .updateTable('account_notice')
    .set({ read_at: c.now })
    .where('account_id', '=', c.actor.accountId)
    .where('read_at', 'is', null)
  if (until !== null) update = update.where('id', '<=', until)
  const read = Number((await update.executeTakeFirst()).numUpdatedRows)
  if (read > 0) await audit(c, 'account.read-notices', { kind: 'account', id: c.actor.accountId }, { read })
  return { read }
}
