import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, text, version } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type Reason, refuseIf } from '../../platform/refusal.ts'
import { countUp, getPostForUpdate, reasonsOutside, requireVersion } from '../lock.ts'
import { authorizeUnits } from '../policy.ts'
import { organisationDb } from '../tables.ts'
import { reasonsOfManager } from './open-post.ts'

export const changePostManagementInput = z.strictObject({
  postId: id(),
  version: version(),
  managingUnitId: id(),
  fromOn: date(),
  document: text(300),
})
export type ChangePostManagementInput = z.output<typeof changePostManagementInput>

/** Puts a post under the management of another body from a day on. Who manages it until then must be in the actor's reach. */
export async function changePostManagement(c: Context, input: ChangePostManagementInput): Promise<void> {
  const post = await getPostForUpdate(c, input.postId)
  const spans = await organisationDb(c)
    .selectFrom('post_management')
    .select(['id', 'unit_id', 'from_on', 'to_on'])
    .where('post_id', '=', input.postId)
    .where(sql<boolean>`(to_on is null or to_on > ${input.fromOn}::date)`)
    .orderBy('from_on')
    .execute()
  await authorizeUnits(c, 'post.manage', [post.unit_id, ...spans.map((span) => span.unit_id)])
  requireVersion(post, input.version)
  refuseIf([
    ...reasonsOutside('post_not_there', { ...post, name: post.title }, input.fromOn, 'fromOn'),
    ...(await reasonsOfManager(c, input.managingUnitId, input.fromOn)),
    ...reasonsOfSpans(spans, post.title, input),
  ])

  const old = spans[0]
  if (old !== undefined)
    await organisationDb(c)
      .updateTable('post_management')
      .set({ to_on: input.fromOn })
      .where('id', '=', old.id)
      .execute()
  await organisationDb(c)
    .insertInto('post_management')
    .values({
      id: newId(),
      post_id: input.postId,
      unit_id: input.managingUnitId,
      from_on: input.fromOn,
      to_on: old?.to_on ?? null,
    })
    .execute()
  await countUp(c, 'post', input.postId)
  await audit(c, 'post.manage', { kind: 'post', id: input.postId }, { ...input, before: old ?? null })
  await publish(c, 'post.management_changed', { postId: input.postId, fromOn: input.fromOn })
}

interface Span {
  readonly unit_id: string
  readonly from_on: string
}

function reasonsOfSpans(spans: readonly Span[], name: string, input: ChangePostManagementInput): Reason[] {
  if (spans.some((span) => span.from_on >= input.fromOn))
    return [{ code: 'management_overlaps', params: { name, on: input.fromOn }, field: 'fromOn' }]
  if (spans[0]?.unit_id === input.managingUnitId)
    return [{ code: 'management_unchanged', params: { name, on: input.fromOn }, field: 'managingUnitId' }]
  return []
}
