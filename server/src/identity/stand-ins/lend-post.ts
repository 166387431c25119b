import { z } from 'zod'
import { getHoldingFacts, type HoldingView, holdingsOf, mayChangeUnit } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, many, text } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { notFound, type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import { addDays, laterOf } from '../../platform/time/plain-date.ts'
import { identityDb, type StandInId } from '../tables.ts'
import { findStandIn, lendableGrants } from './stand-in-queries.ts'

/** Longer than a year is no standing in but a new holder. */
export const standInMaxDays = 366

export const lendPostInput = z.strictObject({
  /** Whose post, and for how long at most: it ends with this holding. */
  holdingId: id(),
  personId: id(),
  grantIds: many(id(), 50).refine((list) => list.length > 0, 'error.required'),
  fromOn: date(),
  lastOn: date(),
  document: text(300),
})
export type LendPostInput = z.output<typeof lendPostInput>

/**
 * Lends rights of a post to another person for some days. The holder does it in their own post, or who keeps the directory of
 * its unit; never who themselves stands in, and never to themselves.
 */
export async function lendPost(c: Context, input: LendPostInput): Promise<{ standInId: StandInId }> {
  const holding = await getHoldingFacts(c, input.holdingId, laterOf(input.fromOn, c.today))
  await authorizeLender(c, 'stand-in.lend', holding)
  refuseIf(await reasonsAgainst(c, input, holding))
  const standInId = newId<'stand-in'>()
  await identityDb(c)
    .insertInto('stand_in')
    .values({
      id: standInId,
      lender_holding_id: holding.holdingId,
      person_id: input.personId,
      from_on: input.fromOn,
      last_on: input.lastOn,
      document: input.document,
      made_by: c.actor.accountId,
      made_at: c.now,
    })
    .execute()
  const grantIds = [...new Set(input.grantIds)]
  await identityDb(c)
    .insertInto('stand_in_grant')
    .values(grantIds.map((grantId) => ({ stand_in_id: standInId, grant_id: grantId })))
    .execute()
  await audit(
    c,
    'stand-in.lend',
    { kind: 'stand-in', id: standInId },
    { ...input, grantIds, lenderPersonId: holding.personId },
  )
  return { standInId }
}

async function reasonsAgainst(c: Context, input: LendPostInput, holding: HoldingView): Promise<Reason[]> {
  const reasons: Reason[] = []
  if (!holding.active) reasons.push({ code: 'stand_in_not_holding' })
  if (input.fromOn < c.today) reasons.push({ code: 'stand_in_past', field: 'fromOn' })
  if (input.lastOn < input.fromOn) reasons.push({ code: 'stand_in_span', field: 'lastOn' })
  else if (input.lastOn > addDays(input.fromOn, standInMaxDays - 1))
    reasons.push({ code: 'stand_in_too_long', params: { days: standInMaxDays }, field: 'lastOn' })
  if (input.personId === c.actor.personId) reasons.push({ code: 'stand_in_own_gain', field: 'personId' })
  else if (input.personId === holding.personId) reasons.push({ code: 'stand_in_self', field: 'personId' })
  else if ((await holdingsOf(c, input.personId, c.today)).length === 0)
    reasons.push({ code: 'stand_in_without_post', field: 'personId' })
  const own = new Set((await lendableGrants(c, holding.postId)).map((grant) => grant.id))
  if (input.grantIds.some((grantId) => !own.has(grantId)))
    reasons.push({ code: 'stand_in_beyond', field: 'grantIds' })
  return reasons
}

/** @throws Refusal `stand_in_lends`, `stand_in_own_gain`, `forbidden` */
export async function authorizeLender(c: Context, act: string, holding: HoldingView): Promise<void> {
  if (c.actor.standsFor !== undefined) throw new Refusal('stand_in_lends', {}, { status: 403 })
  if (c.actor.holdingId === holding.holdingId && c.actor.scopes === null) return
  const keepsDirectory = c.actor.grants.some(({ role }) => role === 'directory-admin')
  if (keepsDirectory && (await mayChangeUnit(c, holding.unitId))) return
  throw new Refusal('forbidden', { act }, { status: 403 })
}

export const endStandInInput = z.strictObject({ standInId: id() })
export type EndStandInInput = z.output<typeof endStandInInput>

/** Ends a lending at once: by the lender, by who stands in, or by who keeps the directory. */
export async function endStandIn(c: Context, { standInId }: EndStandInInput): Promise<{ standInId: string }> {
  const found = await findStandIn(c, standInId)
  if (found === undefined) throw notFound('stand-in')
  const isOwn = found.personId === c.actor.personId
  if (!isOwn) {
    const holding = await getHoldingFacts(c, found.lenderHoldingId, c.today)
    await authorizeLender(c, 'stand-in.end', holding)
  }
  if (found.state === 'over') throw new Refusal('stand_in_over', {}, { status: 409 })
  await identityDb(c)
    .updateTable('stand_in')
    .set({ ended_at: c.now })
    .where('id', '=', standInId)
    .where('ended_at', 'is', null)
    .execute()
  await audit(c, 'stand-in.end', { kind: 'stand-in', id: standInId })
  return { standInId }
}
