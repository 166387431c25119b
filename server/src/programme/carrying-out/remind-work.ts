import { sql } from 'kysely'
import { z } from 'zod'
import { personNameOf, unitNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { paths } from '../paths.ts'
import { guardRemind } from '../rules/guards/carrying-out.ts'
import { programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import { assignerOf, type LoadedWork, refOf } from '../work.ts'

/** Reminding: by the assigning body, once a day in all. */
export const remindAct: ActOnWork = {
  name: 'remind',
  permission: 'remind',
  shownIn: ['assigned', 'in_progress', 'suspended'],
  href: paths.remind,
  against: async ({ c, work, known }) =>
    guardRemind({
      standing: work.standing,
      assigner: assignerOf(c, work),
      remindedToday: await known(isRemindedToday),
    }),
}

/**
 * Reminds the owner of a work in force, for the body that assigned it. A reminder is a fact with its date and author, and
 * the owner is notified; it changes nothing about the work. At most one per day, by anyone.
 */
export const remindWork = endpoint({
  name: 'work.remind',
  input: z.strictObject({ ref: field.text(80), version: field.version(), message: field.optionalText(1000) }),
  async run(c, input) {
    const work = await takeWork(c, remindAct, input)
    const id = newId<'reminder'>()
    await programmeDb(c)
      .insertInto('reminder')
      .values({
        id,
        work_id: work.row.id,
        message: input.message,
        reminded_on: c.today,
        account_id: c.actor.accountId,
        ...doneBy(c),
        body_id: c.actor.unitId,
        recorded_at: c.now,
      })
      .execute()
    await audit(c, 'work.remind', { kind: 'work', id: work.row.id }, { message: input.message })
    await publish(c, 'work.reminded', { workId: work.row.id, reminderId: id })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})

/** Whether somebody has reminded of the work today; the work is locked, so that two do not do it at once. */
async function isRemindedToday(c: Context, work: Pick<LoadedWork, 'row'>): Promise<boolean> {
  const found = await programmeDb(c)
    .selectFrom('reminder')
    .select('id')
    .where('work_id', '=', work.row.id)
    .where('reminded_on', '=', c.today)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export interface ReminderView {
  readonly on: PlainDate
  readonly by: string | null
  readonly bodyName: string | null
  readonly message: string
}

/** The reminders of a work up to a day, the latest first. */
export async function remindersOf(
  c: Context,
  { workId, asOf }: { readonly workId: string; readonly asOf: PlainDate },
): Promise<readonly ReminderView[]> {
  const rows = await programmeDb(c)
    .selectFrom('reminder')
    .select(['reminded_on', 'message'])
    .select(personNameOf('reminder.person_id').as('by'))
    .select(sql<string | null>`${unitNameOf('reminder.body_id')}`.as('body_name'))
    .where('work_id', '=', workId)
    .where('reminded_on', '<=', asOf)
    .orderBy('reminded_on', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    on: row.reminded_on as PlainDate,
    by: row.by,
    bodyName: row.body_name,
    message: row.message,
  }))
}
