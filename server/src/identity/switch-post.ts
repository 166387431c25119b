import { z } from 'zod'
import { holdingsOf } from '../organisation/index.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireSession } from './sessions.ts'
import { identityDb } from './tables.ts'

export const switchPostInput = z.object({ postId: id(), returnTo: z.string().optional() })
export type SwitchPostInput = z.output<typeof switchPostInput>

/** Goes on in another of the posts that one holds today. @throws Refusal `acting_post_not_held`, `session_needed` */
export async function switchPost(
  c: Context,
  input: SwitchPostInput,
): Promise<{ post: string; unit: string; returnTo: string | undefined }> {
  const sessionId = requireSession(c.actor)
  const holdings = await holdingsOf(c, c.actor.personId, c.today)
  const chosen = holdings.find((holding) => holding.postId === input.postId)
  if (chosen === undefined) throw new Refusal('acting_post_not_held')
  await identityDb(c)
    .updateTable('session')
    .set({ holding_id: chosen.holdingId })
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
