import { z } from 'zod'
import { holdingsOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { id } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { offeredStandIns } from './stand-in-queries.ts'

export const switchPostInput = z.object({ postId: id(), returnTo: z.string().optional() })
export type SwitchPostInput = z.output<typeof switchPostInput>

/**
 * Goes on in another of the posts that one holds today, or on behalf of another: then `postId` is the id of the lending.
 * @throws Refusal `acting_post_not_held`, `session_needed`
 */
export async function switchPost(
  c: Context,
  input: SwitchPostInput,
): Promise<{ post: string; unit: string; returnTo: string | undefined }> {
  const sessionId = requireSession(c.actor)
  const holdings = await holdingsOf(c, c.actor.personId, c.today)
  const chosen = holdings.find((holding) => holding.postId === input.postId)
  if (chosen === undefined) return standIn(c, sessionId, input)
  await identityDb(c)
    .updateTable('session')
    .set({ holding_id: chosen.holdingId, stand_in_id: null, emergency_id: null })
    .where('id', '=', sessionId)
    .execute()
  await audit(
    c,
    'session.switch-post',
    { kind: 'session', id: sessionId },
    { before: { holdingId: c.actor.holdingId }, after: { holdingId: chosen.holdingId } },
  )
  return { post: chosen.postTitle, unit: chosen.unitName, returnTo: input.returnTo }
}

async function standIn(c: Context, sessionId: string, { postId, returnTo }: SwitchPostInput) {
  const offered = (await offeredStandIns(c)).find(({ id: standInId }) => standInId === postId)
  if (offered === undefined) throw new Refusal('acting_post_not_held')
  await identityDb(c)
    .updateTable('session')
    .set({ stand_in_id: offered.id, emergency_id: null })
    .where('id', '=', sessionId)
    .execute()
  const before = { holdingId: c.actor.holdingId }
  await audit(
    c,
    'session.switch-post',
    { kind: 'session', id: sessionId },
    { before, after: { standInId: postId } },
  )
  return { post: offered.postTitle, unit: offered.unitName, returnTo }
}
