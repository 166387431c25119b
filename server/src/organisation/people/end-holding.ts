import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, text, version } from '../../platform/http/fields.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, refuseIf } from '../../platform/refusal.ts'
import { countUp, getPostForUpdate, requireVersion } from '../lock.ts'
import { authorizeUnits } from '../policy.ts'
import { organisationDb } from '../tables.ts'

export const endHoldingInput = z.strictObject({
  holdingId: id(),
  /** Of the post. */
  version: version(),
  /** The first day on which the person no longer holds the post. */
  endsOn: date(),
  document: text(300),
})
export type EndHoldingInput = z.output<typeof endHoldingInput>

/** Ends what a person holds, by the document that says so. The rights of the post stay with the post. */
export async function endHolding(c: Context, input: EndHoldingInput): Promise<void> {
  const postId = await postOf(c, input.holdingId)
  const post = await getPostForUpdate(c, postId)
  await authorizeUnits(c, 'holding.end', [post.unit_id])
  requireVersion(post, input.version)
  // Read under the lock of the post: before it, another writer might still have ended it.
  const held = await organisationDb(c)
    .selectFrom('post_holding')
    .select(['from_on', 'to_on'])
    .where('id', '=', input.holdingId)
    .executeTakeFirstOrThrow()
  if (held.to_on !== null) refuseIf([{ code: 'holding_ended', params: { on: held.to_on } }])
  if (input.endsOn <= held.from_on)
    refuseIf([{ code: 'end_before_start', params: { from: held.from_on }, field: 'endsOn' }])

  await organisationDb(c)
    .updateTable('post_holding')
    .set({ to_on: input.endsOn, end_document: input.document })
    .where('id', '=', input.holdingId)
    .execute()
  await countUp(c, 'post', postId)
  await audit(c, 'holding.end', { kind: 'holding', id: input.holdingId }, input)
  await publish(c, 'holding.ended', { holdingId: input.holdingId, postId, endsOn: input.endsOn })
}

async function postOf(c: Context, holdingId: string): Promise<string> {
  const held = await organisationDb(c)
    .selectFrom('post_holding')
    .select('post_id')
    .where('id', '=', holdingId)
    .executeTakeFirst()
  if (held === undefined) throw notFound('holding')
  return held.post_id
}
