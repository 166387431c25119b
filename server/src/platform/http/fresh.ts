import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

// Of an installation that does not say.
const usualMinutes = 10

/**
 * Asks whether the person proved who they are within the limit of this installation: a desk that was left must not decide.
 * A machine has proved nothing and can prove nothing; its scope was asked for before.
 * @throws Refusal `fresh_sign_in_needed`
 */
export async function requireFresh(c: Context): Promise<void> {
  if (c.actor.scopes !== null) return
  const row = await c.db.selectFrom('installation').select('fresh_minutes').executeTakeFirst()
  const minutes = row?.fresh_minutes ?? usualMinutes
  const provedAt = c.actor.authenticatedAt
  if (provedAt !== undefined && c.now.getTime() < provedAt.getTime() + minutes * 60_000) return
  throw new Refusal('fresh_sign_in_needed', { minutes }, { status: 403 })
}
