import { personNameOf } from '../../organisation/index.ts'
import type { Actor, Language, PublicContext } from '../../platform/context.ts'
import { loadActor } from '../sign-in/actor.ts'
import { identityDb } from '../tables.ts'

/** Somebody who wants the letter of the morning. */
export interface DigestReader {
  readonly accountId: string
  readonly address: string
  readonly language: Language
}

/** Those who want it, by account, so many after one. */
export async function listDigestReaders(
  c: Pick<PublicContext, 'db'>,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly DigestReader[]> {
  let query = identityDb(c)
    .selectFrom('account')
    .select(['id', 'mail_address', 'language'])
    .where('digest', '=', true)
    .where('disabled_at', 'is', null)
  if (after !== null) query = query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map((row) => ({
    accountId: row.id,
    address: row.mail_address ?? '',
    language: row.language === 'en' ? 'en' : 'vi',
  }))
}

/** The account's person in his first post, as he would sign in this morning. */
export async function actorOfAccount(
  c: Pick<PublicContext, 'db' | 'today'>,
  accountId: string,
): Promise<Actor> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select(['id', 'username', 'person_id', personNameOf('account.person_id').as('person_name')])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const bearer = {
    accountId: row.id,
    username: row.username,
    personId: row.person_id,
    personName: row.person_name,
    holdingId: null,
    sessionId: null,
    scopes: null,
  }
  return loadActor(c, bearer, c.today)
}
