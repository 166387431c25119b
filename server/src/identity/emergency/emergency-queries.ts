import { sql } from 'kysely'
import { personNameOf, unitNameOf } from '../../organisation/index.ts'
import type { Context, EmergencyReading } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { type EmergencyId, identityDb } from '../tables.ts'
import { decidableEmergencies, decidesEmergencies } from './emergency-policy.ts'

/** What an account was let into and may still read at this moment. */
export async function findEmergencyReading(
  c: { readonly db: DatabaseTransaction },
  accessId: string,
  accountId: string,
  now: Date,
): Promise<EmergencyReading | undefined> {
  const row = await identityDb(c)
    .selectFrom('emergency_access')
    .select(['id', 'object_kind', 'object_id', 'object_label', 'ends_at'])
    .where('id', '=', accessId)
    .where('asked_by', '=', accountId)
    .where('ends_at', '>', now)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || row.ends_at === null) return undefined
  return {
    accessId: row.id,
    objectKind: row.object_kind,
    objectId: row.object_id,
    objectLabel: row.object_label,
    endsAt: row.ends_at,
  }
}

export interface EmergencyRow {
  readonly id: EmergencyId
  readonly objectKind: string
  readonly objectId: string
  readonly objectLabel: string
  readonly unitId: string
  readonly unitName: string
  readonly reason: string
  readonly minutes: number
  readonly askedBy: string
  readonly askedPersonId: string
  readonly askedName: string
  readonly askedAt: Date
  readonly decidedName: string | null
  readonly endsAt: Date | null
  readonly refusedReason: string | null
  readonly state: 'waiting' | 'open' | 'over' | 'refused'
}

/** One request; the caller has checked permission. */
export async function findEmergency(c: Context, accessId: string): Promise<EmergencyRow | undefined> {
  const row = await selectEmergencies(c).where('id', '=', accessId).executeTakeFirst()
  return row === undefined ? undefined : rowOf(row, c.now)
}

const maxListed = 100

export interface ListedEmergency extends EmergencyRow {
  /** Asked by another person, and within what the actor decides on. */
  readonly mayDecide: boolean
  readonly isOwn: boolean
}

/** What one has asked for, and what one decides or decided on; the latest first. */
export async function listEmergencies(c: Context): Promise<readonly ListedEmergency[]> {
  const rows = await selectEmergencies(c)
    .select(decidableEmergencies(c).as('mayDecide'))
    .where((is) =>
      is.or([
        is('asked_by', '=', c.actor.accountId),
        is.and([
          decidableEmergencies(c),
          is.or([
            is('decided_at', 'is', null),
            is('ends_at', '>', c.now),
            is('decided_by', '=', c.actor.accountId),
          ]),
        ]),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map((row) => ({
    ...rowOf(row, c.now),
    mayDecide: row.mayDecide,
    isOwn: row.asked_by === c.actor.accountId,
  }))
}

/** How many wait for the actor's word, and how many they could close. Asked with every page; the table stays small. */
export async function countEmergenciesToDecide(c: Context): Promise<{ waiting: number; open: number }> {
  if (!decidesEmergencies(c)) return { waiting: 0, open: 0 }
  const found = await identityDb(c)
    .selectFrom('emergency_access')
    .select([
      sql<number>`(count(*) filter (where decided_at is null))::int`.as('waiting'),
      sql<number>`(count(*) filter (where ends_at > ${c.now}))::int`.as('open'),
    ])
    .where('ended_at', 'is', null)
    .where(decidableEmergencies(c))
    .where((is) => is.or([is('decided_at', 'is', null), is('ends_at', '>', c.now)]))
    .executeTakeFirst()
  return found ?? { waiting: 0, open: 0 }
}

function selectEmergencies(c: Context) {
  return identityDb(c)
    .selectFrom('emergency_access')
    .select(['id', 'object_kind', 'object_id', 'object_label', 'unit_id', 'reason', 'minutes', 'asked_by'])
    .select(['asked_person_id', 'asked_at', 'decided_at', 'ends_at', 'refused_reason', 'ended_at'])
    .select([
      unitNameOf('emergency_access.unit_id').as('unitName'),
      personNameOf('emergency_access.asked_person_id').as('askedName'),
      personNameOf('emergency_access.decided_person_id').as('decidedName'),
    ])
}

function rowOf(
  row: Awaited<ReturnType<ReturnType<typeof selectEmergencies>['execute']>>[number],
  now: Date,
): EmergencyRow {
  const isOpen = row.ends_at !== null && row.ends_at > now && row.ended_at === null
  return {
    id: row.id as EmergencyId,
    objectKind: row.object_kind,
    objectId: row.object_id,
    objectLabel: row.object_label,
    unitId: row.unit_id,
    unitName: row.unitName,
    reason: row.reason,
    minutes: row.minutes,
    askedBy: row.asked_by,
    askedPersonId: row.asked_person_id,
    askedName: row.askedName,
    askedAt: row.asked_at,
    decidedName: row.decidedName,
    endsAt: row.ends_at,
    refusedReason: row.refused_reason,
    state:
      row.decided_at === null
        ? row.ended_at === null
          ? 'waiting'
          : 'over'
        : row.ends_at === null
          ? 'refused'
          : isOpen
            ? 'open'
            : 'over',
  }
}
