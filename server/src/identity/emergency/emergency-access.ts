import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { choice, id, optionalText, text, whole } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { byDifferentPeople, doerOf } from '../../platform/permission/two-people.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { EmergencyKind } from '../../platform/slices/emergency.ts'
import { tellOwner } from '../account-notices.ts'
import { requireSession } from '../sessions/sessions.ts'
import { type EmergencyId, identityDb } from '../tables.ts'
import { mayAskEmergency, mayDecideEmergency } from './emergency-policy.ts'
import { type EmergencyRow, findEmergency } from './emergency-queries.ts'

/** The maximum duration of one access; a longer need requires another request. */
export const emergencyMaxMinutes = 60

const forbidden = (act: string) => new Refusal('forbidden', { act }, { status: 403 })

export const askEmergencyInput = z.strictObject({
  /** What is to be read, as people call it: the code of a work. */
  object: text(100),
  reason: text(1000),
  minutes: whole(1, emergencyMaxMinutes),
})
export type AskEmergencyInput = z.output<typeof askEmergencyInput>

/** Asks to read one named thing that is closed to the actor; a second person decides. */
export async function askEmergency(
  c: Context,
  kinds: readonly EmergencyKind[],
  input: AskEmergencyInput,
): Promise<{ accessId: EmergencyId }> {
  requireSession(c.actor)
  if (!mayAskEmergency(c)) throw forbidden('emergency.ask')
  const thing = await firstFound(c, kinds, input.object)
  if (thing === null)
    throw new Refusal('emergency_nothing', {}, { reasons: [{ code: 'emergency_nothing', field: 'object' }] })
  const accessId = newId<'emergency'>()
  await identityDb(c)
    .insertInto('emergency_access')
    .values({
      id: accessId,
      object_kind: thing.kind,
      object_id: thing.id,
      object_label: thing.label,
      unit_id: thing.unitId,
      reason: input.reason,
      minutes: input.minutes,
      asked_by: c.actor.accountId,
      asked_person_id: c.actor.personId,
      asked_at: c.now,
    })
    .execute()
  const { reason, minutes } = input
  await audit(c, 'emergency.ask', { kind: thing.kind, id: thing.id }, { accessId, reason, minutes })
  return { accessId }
}

async function firstFound(c: Context, kinds: readonly EmergencyKind[], words: string) {
  for (const kind of kinds) {
    const thing = await kind.find(c, words)
    if (thing !== null) return thing
  }
  return null
}

export const decideEmergencyInput = z.strictObject({
  accessId: id(),
  outcome: choice(['approve', 'refuse']),
  /** Needed where it is refused. */
  reason: optionalText(1000),
})
export type DecideEmergencyInput = z.output<typeof decideEmergencyInput>

/**
 * Grants the access for the requested minutes, or refuses it. The requester cannot decide, whatever account they use; a
 * database constraint enforces this too. The owners of the thing are notified in the same transaction.
 */
export async function decideEmergency(
  c: Context,
  kinds: readonly EmergencyKind[],
  input: DecideEmergencyInput,
): Promise<{ accessId: string }> {
  requireSession(c.actor)
  const asked = await getEmergencyForUpdate(c, input.accessId)
  if (!(await mayDecideEmergency(c, asked.unitId))) throw forbidden('emergency.decide')
  const asker = { personId: asked.askedPersonId, forPersonId: null }
  if (!byDifferentPeople(doerOf(c.actor), asker))
    throw new Refusal('emergency_two_persons', {}, { status: 403 })
  if (asked.state !== 'waiting') throw new Refusal('emergency_decided', {}, { status: 409 })
  const approved = input.outcome === 'approve'
  if (!approved && input.reason === '')
    throw new Refusal('error.required', {}, { reasons: [{ code: 'error.required', field: 'reason' }] })
  const endsAt = new Date(c.now.getTime() + asked.minutes * 60_000)
  await identityDb(c)
    .updateTable('emergency_access')
    .set({
      decided_by: c.actor.accountId,
      decided_person_id: c.actor.personId,
      decided_at: c.now,
      ...(approved ? { ends_at: endsAt } : { refused_reason: input.reason }),
    })
    .where('id', '=', asked.id)
    .execute()
  const target = { kind: asked.objectKind, id: asked.objectId }
  const payload = { accessId: asked.id, outcome: input.outcome, minutes: asked.minutes, reason: input.reason }
  await audit(c, 'emergency.decide', target, payload)
  if (approved) await tellOwners(c, kinds, asked)
  return { accessId: asked.id }
}

async function tellOwners(c: Context, kinds: readonly EmergencyKind[], asked: EmergencyRow): Promise<void> {
  const persons =
    (await kinds.find(({ kind }) => kind === asked.objectKind)?.ownersOf(c, asked.objectId)) ?? []
  const accounts = await identityDb(c)
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', sql<string>`any(${[...new Set(persons)]}::uuid[])`)
    .where('person_id', '!=', asked.askedPersonId)
    .limit(50)
    .execute()
  const { objectLabel, askedName, minutes, reason } = asked
  for (const { id: accountId } of accounts)
    await tellOwner(c, accountId, 'emergency_read', {
      object: objectLabel,
      reader: askedName,
      approver: c.actor.personName,
      minutes,
      reason: reason.slice(0, 300),
    })
}

async function getEmergencyForUpdate(c: Context, accessId: string): Promise<EmergencyRow> {
  await identityDb(c)
    .selectFrom('emergency_access')
    .select('id')
    .where('id', '=', accessId)
    .forUpdate()
    .execute()
  const found = await findEmergency(c, accessId)
  if (found === undefined) throw notFound('emergency')
  return found
}

export const enterEmergencyInput = z.strictObject({ accessId: id() })
export type EnterEmergencyInput = z.output<typeof enterEmergencyInput>

/** Begins to read what was opened, in this session: from here on nothing can be done but that. */
export async function enterEmergency(
  c: Context,
  { accessId }: EnterEmergencyInput,
): Promise<{ object: string; kind: string }> {
  const sessionId = requireSession(c.actor)
  const found = await findEmergency(c, accessId)
  if (found === undefined || found.askedBy !== c.actor.accountId) throw notFound('emergency')
  if (found.state !== 'open') throw new Refusal('emergency_over', {}, { status: 409 })
  await identityDb(c)
    .updateTable('session')
    .set({ emergency_id: accessId, stand_in_id: null })
    .where('id', '=', sessionId)
    .execute()
  const target = { kind: found.objectKind, id: found.objectId }
  await audit(c, 'emergency.enter', target, { accessId })
  return { object: found.objectLabel, kind: found.objectKind }
}

export const endEmergencyInput = z.strictObject({ accessId: id() })
export type EndEmergencyInput = z.output<typeof endEmergencyInput>

/** Closes it before its time: by who asked, or by a decider above. */
export async function endEmergency(
  c: Context,
  { accessId }: EndEmergencyInput,
): Promise<{ accessId: string }> {
  const found = await getEmergencyForUpdate(c, accessId)
  const isOwn = found.askedBy === c.actor.accountId
  if (!isOwn && !(await mayDecideEmergency(c, found.unitId))) throw notFound('emergency')
  if (found.state === 'waiting' || found.state === 'open') {
    await identityDb(c)
      .updateTable('emergency_access')
      .set({ ended_at: c.now })
      .where('id', '=', accessId)
      .execute()
    if (isOwn && c.actor.sessionId !== undefined)
      await identityDb(c)
        .updateTable('session')
        .set({ emergency_id: null })
        .where('id', '=', c.actor.sessionId)
        .execute()
  } else throw new Refusal('emergency_over', {}, { status: 409 })
  await audit(c, 'emergency.end', { kind: found.objectKind, id: found.objectId }, { accessId })
  return { accessId }
}
