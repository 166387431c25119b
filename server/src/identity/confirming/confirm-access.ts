import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { many, text } from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getAccountForUpdate } from '../account.ts'
import { tellOwner } from '../account-notices.ts'
import { makePassword } from '../passwords/passwords.ts'
import { tellInspectorsOfMany } from '../second-person/tell-inspectors.ts'
import { sha256 } from '../sessions/secrets.ts'
import { requireSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { mayConfirmSome } from './confirm-policy.ts'
import { findUnconfirmed, listUnconfirmed, type UnconfirmedThing } from './unconfirmed.ts'

/** The owner has so long to type in the code. */
export const activationDays = 14
const dayMs = 86_400_000

/** Of a crowd of new accounts as many as fit on some sheets of paper. */
export const confirmedAtOnce = 200

export const confirmAccessInput = z.strictObject({
  /** Each a user name, a space, and the fingerprint of what was seen to wait. */
  accesses: many(text(200), confirmedAtOnce).refine((list) => list.length > 0, 'error.nothing_chosen'),
})
export type ConfirmAccessInput = z.output<typeof confirmAccessInput>

export interface ConfirmedAccess {
  readonly username: string
  readonly personId: string
  readonly personName: string
  /** What the owner types in, shown once; null where their account was their beyond doubt before. */
  readonly code: string | null
}

/**
 * Confirms as a second person what others did alone: that these people hold these posts, with these rights, and that
 * these accounts are theirs. If someone else opened an account, the second person gets a code for its owner, so that the
 * person who opened it never has everything that is needed.
 * @throws Refusal `forbidden`, `second_person_involved`, `confirmation_changed`
 */
export async function confirmAccess(
  c: Context,
  { accesses }: ConfirmAccessInput,
): Promise<{ confirmed: readonly ConfirmedAccess[] }> {
  requireSession(c.actor)
  if (!mayConfirmSome(c)) throw new Refusal('forbidden', { act: 'access.confirm' }, { status: 403 })
  const confirmed: ConfirmedAccess[] = []
  // In one order, so that two who confirm the same crowd wait for each other and do not lock each other out.
  for (const access of [...new Set(accesses)].sort()) {
    const [username = '', fingerprint] = access.split(' ')
    await getAccountForUpdate(c, username)
    const found = await findUnconfirmed(c, username)
    if (found?.involved) throw new Refusal('second_person_involved', { username }, { status: 403 })
    if (found !== undefined && !found.mayConfirm)
      throw new Refusal('forbidden', { act: 'access.confirm' }, { status: 403 })
    if (found === undefined || found.fingerprint !== fingerprint)
      throw new Refusal('confirmation_changed', { username }, { status: 409 })
    const code = await saveConfirmation(c, found.id, found.things)
    const { personId, personName } = found
    confirmed.push({ username, personId, personName, code })
  }
  await tellInspectorsOfMany(c, confirmed, 'seen_access_confirmed', 'seen_accesses_confirmed')
  return { confirmed }
}

export const confirmAccessEndpoint = endpoint({
  name: 'access.confirm',
  input: confirmAccessInput,
  scope: 'admin',
  fresh: true,
  secret: true,
  run: confirmAccess,
})

/** What waits for the actor as the second person. @throws Refusal `forbidden` for who can be none */
export async function listConfirmable(c: Context, query: Parameters<typeof listUnconfirmed>[1]) {
  if (!mayConfirmSome(c)) throw new Refusal('forbidden', { act: 'access.list' }, { status: 403 })
  return listUnconfirmed(c, query)
}

/** The same without a permission check: for the operator of the server. @returns the code, if the account needs one */
export async function saveConfirmation(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  accountId: string,
  things: readonly UnconfirmedThing[],
): Promise<string | null> {
  const by = { confirmed_by: c.actor?.accountId ?? null, confirmed_at: c.now }
  const idsOf = (kind: UnconfirmedThing['kind']) =>
    things.filter((one) => one.kind === kind).map(({ id }) => id)
  const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
  const held = idsOf('holding')
  if (held.length > 0)
    await identityDb(c)
      .insertInto('holding_confirmation')
      .values(held.map((id) => ({ holding_id: id, ...by })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await identityDb(c)
    .updateTable('role_grant')
    .set(by)
    .where('id', '=', among(idsOf('grant')))
    .execute()
  await identityDb(c)
    .updateTable('stand_in')
    .set(by)
    .where('id', '=', among(idsOf('lending')))
    .execute()
  const code = idsOf('way-in').length === 0 ? null : makePassword()
  if (code !== null)
    await identityDb(c)
      .updateTable('account')
      .set({
        activation_sha256: sha256(code),
        activation_by: c.actor?.accountId ?? null,
        activation_expires_at: new Date(c.now.getTime() + activationDays * dayMs),
      })
      .where('id', '=', accountId)
      .execute()
  const payload = { things: things.map(({ kind, id }) => ({ kind, id })), code: code !== null }
  await audit(c, 'access.confirm', { kind: 'account', id: accountId }, payload)
  await tellOwner(c, accountId, 'access_confirmed', { by: c.actor?.personName ?? 'dotpha' })
  return code
}
