import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { text } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountRecord, getAdministeredAccount } from '../account.ts'
import { tellOwner } from '../account-notices.ts'
import { forgiveName } from '../passwords/attempts.ts'
import { tellInspectors, whoAndBy } from '../second-person/tell-inspectors.ts'
import { recordWaysIn } from '../second-person/ways-in.ts'
import { endSessions } from '../sessions/sessions.ts'
import { removeFactors } from './factors.ts'

export const removeFactorsInput = z.strictObject({ username: text(100), reason: text(500) })
export type RemoveFactorsInput = z.output<typeof removeFactorsInput>

/**
 * Takes the lost factors of another person's account away, ends its sessions and tells its owner, who sets up new ones
 * when they next signs in with their password. Nobody does it for themselves: a session that was taken over would.
 * @throws Refusal `own_factors`, `no_factor`
 */
export async function removeFactorsFrom(
  c: Context,
  input: RemoveFactorsInput,
): Promise<{ username: string }> {
  const account = await getAdministeredAccount(c, 'account.remove-factors', input.username)
  if (account.id === c.actor.accountId) throw new Refusal('own_factors', {}, { status: 403 })
  await takeFactors(c, account, { reason: input.reason, by: c.actor.personName })
  return { username: account.username }
}

/** The same without a permission check: for the operator of the server. @throws Refusal `no_factor` */
export async function takeFactors(
  c: Pick<PublicContext, 'db' | 'now' | 'today' | 'origin' | 'actor'>,
  account: AccountRecord,
  why: { readonly reason: string; readonly by: string },
): Promise<void> {
  const removed = await removeFactors(c, account.id)
  if (removed === 0) throw new Refusal('no_factor')
  await forgiveName(c, account.username)
  const endedSessions = await endSessions(c, account.id)
  await recordWaysIn(c, [account.id], 'factors')
  const payload = { reason: why.reason, removed, endedSessions }
  await audit(c, 'account.remove-factors', { kind: 'account', id: account.id }, payload)
  await tellOwner(c, account.id, 'factors_removed', why)
  await tellInspectors(c, account.personId, 'seen_factors_removed', whoAndBy(c, account))
}
