import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { invariant, Refusal } from '../refusal.ts'

/**
 * Runs an act at most once for an account and key. A second call with the same input gets the first one's result; the
 * row is written before the act and in its transaction, so that a twin that comes at the same moment waits for it. Of a
 * secret act nothing is kept but that it was done.
 * @throws Refusal `done_before` where a secret act comes again
 * @throws Refusal `idempotency_key_reused` where the key was used for another act or other input
 */
export async function once<Result>(
  c: Context,
  use: { key: string; endpoint: string; input: unknown; secret?: boolean },
  act: () => Promise<Result>,
): Promise<{ result: Result; replayed: boolean }> {
  const secret = use.secret === true
  // // A hash that is fast to compute would reveal a password to anyone who reads the table.
  const inputSha256 = secret ? 'secret' : createHash('sha256').update(JSON.stringify(use.input)).digest('hex')
  const inserted = await c.db
    .insertInto('idempotency_key')
    .values({
      account_id: c.actor.accountId,
      key: use.key,
      endpoint: use.endpoint,
      input_sha256: inputSha256,
      result: JSON.stringify(null),
      created_at: c.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n)
    return { result: (await recall(c, use, inputSha256)) as Result, replayed: true }

  const result = await act()
  await c.db
    .updateTable('idempotency_key')
    .set({ result: JSON.stringify(secret ? null : (result ?? null)) })
    .where('account_id', '=', c.actor.accountId)
    .where('key', '=', use.key)
    .execute()
  return { result, replayed: false }
}

async function recall(
  c: Context,
  use: { key: string; endpoint: string; secret?: boolean },
  inputSha256: string,
): Promise<unknown> {
  const first = await c.db
    .selectFrom('idempotency_key')
    .select(['endpoint', 'input_sha256', 'result'])
    .where('account_id', '=', c.actor.accountId)
    .where('key', '=', use.key)
    .executeTakeFirst()
  invariant(first !== undefined, 'an idempotency key that conflicts can be read')
  if (first.endpoint !== use.endpoint || first.input_sha256 !== inputSha256) {
    throw new Refusal('idempotency_key_reused', {}, { status: 422 })
  }
  if (use.secret === true) throw new Refusal('done_before', {}, { status: 409 })
  return first.result
}
