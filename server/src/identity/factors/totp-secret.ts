import { sql } from 'kysely'
import type { PublicContext } from '../../platform/context.ts'
import { Failure, Refusal } from '../../platform/refusal.ts'
import type { SecretKeys, SecretPlace } from '../../platform/secret-keys/secret-keys.ts'
import { identityDb } from '../tables.ts'

type Keyed = Pick<PublicContext, 'secretKeys'>

const placeOf = (accountId: string): SecretPlace => ({ purpose: 'totp', id: accountId })

/** The secret of an authenticator as the database keeps it, readable for this account alone. */
export const encryptTotpSecret = (c: Keyed, accountId: string, secret: string): string =>
  c.secretKeys.encrypt(placeOf(accountId), secret)

/** @throws Refusal `factor_unreadable` where the key is another one, or the text was changed */
export function readTotpSecret(c: Keyed, accountId: string, encrypted: string): string {
  try {
    return c.secretKeys.decrypt(placeOf(accountId), encrypted)
  } catch (error) {
    if (error instanceof Failure) throw new Refusal('factor_unreadable')
    throw error
  }
}

/** The update stored with an accepted code: re-encrypts the secret, so that an older key is no longer needed. */
export function underCurrentKey(
  c: Keyed,
  accountId: string,
  { secret, encrypted }: { readonly secret: string; readonly encrypted: string },
): { readonly secret_encrypted?: string } {
  return c.secretKeys.isOld(encrypted) ? { secret_encrypted: encryptTotpSecret(c, accountId, secret) } : {}
}

/** How many authenticators are encrypted under the current key, under an older one, and under none that is here. */
export interface TotpByKey {
  readonly current: number
  readonly old: number
  readonly unreadable: number
}

/** Counts by the name of the key alone; nothing is decrypted. */
export async function countTotpByKey(
  c: Pick<PublicContext, 'db'>,
  keys: SecretKeys | undefined,
): Promise<TotpByKey> {
  const rows = await identityDb(c)
    .selectFrom('totp_factor')
    .select((eb) => [
      sql<string>`split_part(secret_encrypted, '.', 2)`.as('keyId'),
      eb.fn.countAll<string>().as('count'),
    ])
    .groupBy('keyId')
    .execute()
  const [current, ...older] = keys?.ids ?? []
  const sum = (isOne: (keyId: string) => boolean) =>
    rows.reduce((all, { keyId, count }) => all + (isOne(keyId) ? Number(count) : 0), 0)
  const [underCurrent, underOld] = [sum((id) => id === current), sum((id) => older.includes(id))]
  return { current: underCurrent, old: underOld, unreadable: sum(() => true) - underCurrent - underOld }
}
