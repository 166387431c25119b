import type { Language, PublicContext } from '../../platform/context.ts'
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
