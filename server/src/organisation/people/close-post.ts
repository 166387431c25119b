import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, text, version } from '../../platform/http/fields.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type Reason, refuseIf } from '../../platform/refusal.ts'
import { countUp, getPostForUpdate, requireVersion } from '../lock.ts'
import { authorizeUnits } from '../policy.ts'
import { organisationDb } from '../tables.ts'

export const closePostInput = z.strictObject({
  postId: id(),
  version: version(),
  /** The first day on which the post is no more. */
  endsOn: date(),
  document: text(300),
})
export type ClosePostInput = z.output<typeof closePostInput>

/** Closes a post that nobody holds from that day on; who held it stays readable. */
export async function closePost(c: Context, input: ClosePostInput): Promise<void> {
  const post = await getPostForUpdate(c, input.postId)
  await authorizeUnits(c, 'post.close', [post.unit_id])
  requireVersion(post, input.version)
  if (post.valid_to !== null) refuseIf([{ code: 'post_closed', params: { on: post.valid_to } }])
  if (input.endsOn <= post.valid_from)
    refuseIf([{ code: 'end_before_start', params: { from: post.valid_from }, field: 'endsOn' }])
  refuseIf(await reasonsOfUse(c, input, post.title))

  const db = organisationDb(c)
  await db.updateTable('post').set({ valid_to: input.endsOn }).where('id', '=', input.postId).execute()
  await db
    .updateTable('post_management')
    .set({ to_on: input.endsOn })
    .where('post_id', '=', input.postId)
    .where(sql<boolean>`(to_on is null or to_on > ${input.endsOn}::date)`)
    .execute()
  await countUp(c, 'post', input.postId)
  await audit(c, 'post.close', { kind: 'post', id: input.postId }, input)
  await publish(c, 'post.closed', { postId: input.postId, endsOn: input.endsOn })
}

async function reasonsOfUse(c: Context, { postId, endsOn }: ClosePostInput, name: string): Promise<Reason[]> {
  const { rows } = await sql<{ held: number; managed: number }>`select
    (select count(*) from post_holding where post_id = ${postId}::uuid
      and (to_on is null or to_on > ${endsOn}::date)) as held,
    (select count(*) from post_management where post_id = ${postId}::uuid and from_on >= ${endsOn}::date) as managed`.execute(
    c.db,
  )
  const { held, managed } = rows[0] ?? { held: 0, managed: 0 }
  return [
    ...(held > 0 ? [{ code: 'post_has_holders', params: { name, count: held, on: endsOn } } as const] : []),
    ...(managed > 0 ? [{ code: 'post_has_future', params: { name, on: endsOn } } as const] : []),
  ]
}
