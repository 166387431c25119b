import { z } from 'zod'
import { getUnit } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { publish } from '../../platform/jobs/events.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { moveState } from '../move-state.ts'
import { paths } from '../paths.ts'
import {
  guardResubmit,
  guardSubmit,
  type RegistrationWindow,
  type SubmitFacts,
  type Tier,
} from '../rules/guards/registration.ts'
import { programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import type { LoadedWork } from '../work.ts'
import { readRegistration } from './registration.ts'
import { draftOf } from './registration-form.ts'

/** Whether it is handed in again after its return. */
export const isResubmission = ({ standing }: LoadedWork): boolean => standing.state === 'returned'

export const submitAct: ActOnWork = {
  name: 'submit',
  permission: 'submit',
  shownIn: ['draft', 'returned'],
  href: paths.submit,
  async against({ work, known }) {
    const facts = await known(submitFacts)
    return isResubmission(work) ? guardResubmit(facts) : guardSubmit(facts)
  },
}

/** Hands a registration in, or hands it in again after its return. It gets its code now, for ever (design 8.11). */
export const submitWork = endpoint({
  name: 'work.submit',
  input: z.strictObject({ ref: field.text(80), version: field.version() }),
  async run(c, input) {
    const work = await takeWork(c, submitAct, input)
    const again = isResubmission(work)
    const number = await keepVersion(c, work.row.id, again ? 'resubmitted' : 'submitted')
    // As late as possible: others of the unit wait from here to the commit.
    const code = work.row.code ?? (await takeCode(c, work))
    await moveState(c, work, {
      action: again ? 'resubmit' : 'submit',
      on: c.today,
      set: { code, submitted_version: number, return_by: null },
    })
    await audit(c, 'work.submit', { kind: 'work', id: work.row.id }, { code, number })
    await publish(c, 'work.submitted', { workId: work.row.id })
    return { id: work.row.id, ref: code, code }
  },
})

/** What the guards of submission need to know; the page asks the same to say "complete" or "incomplete" at once. */
export async function submitFacts(c: Context, work: LoadedWork): Promise<SubmitFacts> {
  const registration = await readRegistration(c, work.row.id)
  const tier = work.row.tier as Tier
  const window = await programmeDb(c)
    .selectFrom('registration_window')
    .select(['opens_on', 'closes_on'])
    .where('programme_id', '=', work.row.programme_id)
    .where('tier', '=', tier)
    .executeTakeFirst()
  return {
    standing: work.standing,
    tier,
    window:
      window === undefined
        ? null
        : ({ opensOn: window.opens_on, closesOn: window.closes_on } as RegistrationWindow),
    returnBy: work.row.return_by as PlainDate | null,
    today: c.today,
    draft: draftOf(registration, { ownerKind: work.record.ownerKind, year: work.standing.year }),
  }
}

/** The next code of the unit and year, `2022-tuky-003`: the row of the sequence is locked until the act is kept. */
export async function takeCode(c: Context, work: Pick<LoadedWork, 'row' | 'standing'>): Promise<string> {
  const unit = await getUnit(c, work.row.owner_unit_id, c.today)
  const { last } = await programmeDb(c)
    .insertInto('work_code_sequence')
    .values({ year: work.standing.year, unit_id: work.row.owner_unit_id, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['year', 'unit_id'])
        .doUpdateSet((eb) => ({ last: eb('work_code_sequence.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${work.standing.year}-${unit.code}-${String(last).padStart(3, '0')}`
}

/** Keeps the registration as it stands now. Returns the number of the version. */
export async function keepVersion(
  c: Context,
  workId: string,
  reason: 'submitted' | 'resubmitted' | 'added' | 'adjusted',
): Promise<number> {
  const registration = await readRegistration(c, workId)
  const { person_id, for_person_id } = doneBy(c)
  const { number } = await programmeDb(c)
    .insertInto('work_version')
    .columns([
      'work_id',
      'number',
      'reason',
      'content',
      'effective_on',
      'recorded_at',
      'account_id',
      'person_id',
      'for_person_id',
    ])
    .expression((eb) =>
      eb
        .selectFrom('work_version')
        .select((select) => [
          select.val(workId).as('work_id'),
          select(select.fn.coalesce(select.fn.max('number'), select.lit(0)), '+', 1).as('number'),
          select.val(reason).as('reason'),
          select.cast<string>(select.val(JSON.stringify(registration)), 'jsonb').as('content'),
          select.cast<string>(select.val(c.today), 'date').as('effective_on'),
          select.cast<Date>(select.val(c.now), 'timestamptz').as('recorded_at'),
          select.cast<string>(select.val(c.actor.accountId), 'uuid').as('account_id'),
          select.cast<string>(select.val(person_id), 'uuid').as('person_id'),
          select.cast<string>(select.val(for_person_id), 'uuid').as('for_person_id'),
        ])
        .where('work_id', '=', workId),
    )
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}
