import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, flag, id, nameText, optionalId, text } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, type Reason, refuseIf } from '../../platform/refusal.ts'
import { isInvented } from '../invented.ts'
import { getUnitForUpdate, reasonsOutside } from '../lock.ts'
import { authorizeUnits } from '../policy.ts'
import { organisationDb, type PostId } from '../tables.ts'

export const openPostInput = z.strictObject({
  unitId: id(),
  title: nameText(200),
  isHead: flag(),
  validFrom: date(),
  managingUnitId: optionalId(),
  document: text(300),
})
export type OpenPostInput = z.output<typeof openPostInput>

/** Opens a post in a unit from a day, with the body that manages it, which may stand anywhere. */
export async function openPost(c: Context, input: OpenPostInput): Promise<{ postId: PostId }> {
  // The lock keeps the unit from ending while it gets a post.
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'post.open', [input.unitId])
  refuseIf([
    ...reasonsOutside('unit_not_there', unit, input.validFrom, 'validFrom'),
    ...(input.managingUnitId === null
      ? []
      : await reasonsOfManager(c, input.managingUnitId, input.validFrom)),
  ])

  const postId = newId<'post'>()
  await organisationDb(c)
    .insertInto('post')
    .values({
      id: postId,
      unit_id: input.unitId,
      title: input.title,
      is_head: input.isHead,
      valid_from: input.validFrom,
      illustrative: await isInvented(c, { unitIds: [input.unitId] }),
    })
    .execute()
  if (input.managingUnitId !== null) {
    await organisationDb(c)
      .insertInto('post_management')
      .values({ id: newId(), post_id: postId, unit_id: input.managingUnitId, from_on: input.validFrom })
      .execute()
  }
  await audit(c, 'post.open', { kind: 'post', id: postId }, input)
  await publish(c, 'post.opened', { postId, unitId: input.unitId })
  return { postId }
}

/** Why a body cannot manage a post from a day on. The row is locked, so that it does not end meanwhile. */
export async function reasonsOfManager(
  c: Context,
  managingUnitId: string,
  on: OpenPostInput['validFrom'],
): Promise<Reason[]> {
  const manager = await organisationDb(c)
    .selectFrom('unit')
    .select(['name', 'valid_from', 'valid_to'])
    .where('id', '=', managingUnitId)
    .forShare()
    .executeTakeFirst()
  if (manager === undefined) throw notFound('unit')
  return reasonsOutside('unit_not_there', manager, on, 'managingUnitId')
}
