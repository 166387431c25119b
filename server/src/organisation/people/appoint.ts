import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { choice, date, id, text, version } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, type Reason, refuseIf } from '../../platform/refusal.ts'
import { isInvented } from '../invented.ts'
import { countUp, getPostForUpdate, reasonsOutside, requireVersion } from '../lock.ts'
import { authorizeUnits, gainsByOwnWord } from '../policy.ts'
import { capacities, type HoldingId, organisationDb } from '../tables.ts'

export const appointInput = z.strictObject({
  postId: id(),
  version: version(),
  personId: id(),
  fromOn: date(),
  capacity: choice(capacities),
  document: text(300),
})
export type AppointInput = z.output<typeof appointInput>

/**
 * Gives a person a post from a day on, by the document that says so. Nobody gives one to themselves: the rights of the post
 * would be their by their own word.
 */
export async function appoint(c: Context, input: AppointInput): Promise<{ holdingId: HoldingId }> {
  const post = await getPostForUpdate(c, input.postId)
  await authorizeUnits(c, 'post.appoint', [post.unit_id])
  requireVersion(post, input.version)
  const person = await organisationDb(c)
    .selectFrom('person')
    .select('full_name')
    .where('id', '=', input.personId)
    .executeTakeFirst()
  if (person === undefined) throw notFound('person')
  refuseIf([
    ...(gainsByOwnWord(c.actor).has(input.personId)
      ? [{ code: 'own_holding', field: 'personId' } as const]
      : []),
    ...reasonsOutside('post_not_there', { ...post, name: post.title }, input.fromOn, 'fromOn'),
    ...(await reasonsOfHolders(c, input, post)),
  ])

  const holdingId = newId<'holding'>()
  await organisationDb(c)
    .insertInto('post_holding')
    .values({
      id: holdingId,
      post_id: input.postId,
      person_id: input.personId,
      from_on: input.fromOn,
      capacity: input.capacity,
      document: input.document,
      begun_by: c.actor.accountId,
      begun_at: c.now,
      illustrative: await isInvented(c, { postId: input.postId, personId: input.personId }),
    })
    .execute()
  await countUp(c, 'post', input.postId)
  await audit(c, 'post.appoint', { kind: 'post', id: input.postId }, { ...input, holdingId })
  await publish(c, 'holding.begun', { holdingId, postId: input.postId, personId: input.personId })
  return { holdingId }
}

/** A unit has one head in full at a time; others may act for the head meanwhile, and other posts may have many holders. */
async function reasonsOfHolders(
  c: Context,
  input: AppointInput,
  post: { readonly is_head: boolean; readonly title: string },
): Promise<Reason[]> {
  const holders = await organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['held.person_id', 'held.capacity', 'held.from_on', 'person.full_name'])
    .where('held.post_id', '=', input.postId)
    .where(sql<boolean>`(held.to_on is null or held.to_on > ${input.fromOn}::date)`)
    .orderBy('held.from_on')
    .execute()
  const same = holders.find((held) => held.person_id === input.personId)
  if (same !== undefined) {
    const params = { person: same.full_name, post: post.title, from: same.from_on }
    return [{ code: 'already_holds', params, field: 'personId' }]
  }
  const head = holders.find((held) => held.capacity === 'full')
  if (post.is_head && input.capacity === 'full' && head !== undefined)
    return [
      { code: 'post_has_head', params: { person: head.full_name, post: post.title }, field: 'personId' },
    ]
  return []
}
