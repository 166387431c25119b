import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { moveState } from '../move-state.ts'
import { paths } from '../paths.ts'
import { warnOfDuplicates } from '../registration/duplicate-warnings.ts'
import { guardAppraise, guardDismissDuplicate, guardOpenAppraisal } from '../rules/guards/appraisal.ts'
import { programmeDb } from '../tables.ts'
import { actorRelationOf, doneBy } from '../two-people.ts'
import { type LoadedWork, refOf } from '../work.ts'
import { openDuplicatesOf } from './work-duplicates.ts'

/** The criteria of an appraisal (spec/programme.md, 3.3), each scored 0 (no), 1 (partly) or 2 (yes). */
export const appraisalCriteria = [
  'fits_theme',
  'breakthrough',
  'specific',
  'finishable',
  'within_power',
  'resources',
  'not_duplicate',
  'proof_defined',
  'no_secret',
] as const

const appraiserOf = (c: Context, work: LoadedWork) => actorRelationOf(c, work, 'appraise')

export const openAppraisalAct: ActOnWork = {
  name: 'open_appraisal',
  permission: 'appraise',
  shownIn: ['submitted'],
  href: paths.openAppraisal,
  against: async ({ work, known }) => guardOpenAppraisal(work.standing, await known(appraiserOf)),
}

/** Opens the appraisal of what was submitted: from now on the registrant can no longer take it back. */
export const openAppraisal = endpoint({
  name: 'work.open_appraisal',
  input: z.strictObject({ ref: field.text(80), version: field.version() }),
  async run(c, input) {
    const work = await takeWork(c, openAppraisalAct, input)
    await moveState(c, work, { action: 'open_appraisal', on: c.today })
    // The job has long done so, except where it is behind: nothing is approved before works alike were looked for.
    await warnOfDuplicates(c, work.row.id)
    await audit(c, 'work.open_appraisal', { kind: 'work', id: work.row.id })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})

const score = field.whole(0, 2)
const appraiseInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  scores: z.strictObject(
    Object.fromEntries(appraisalCriteria.map((criterion) => [criterion, score])) as Record<
      (typeof appraisalCriteria)[number],
      typeof score
    >,
  ),
  comment: field.optionalText(4000),
  outcome: field.choice(['approve', 'return', 'reject']),
})

export const appraiseAct: ActOnWork = {
  name: 'appraise',
  permission: 'appraise',
  shownIn: ['submitted', 'appraising'],
  href: paths.appraise,
  against: async ({ work, known }) => guardAppraise(work.standing, await known(appraiserOf)),
}

/** Concludes an appraisal: scores by criterion and a proposal, which a body then decides on. */
export const appraiseWork = endpoint({
  name: 'work.appraise',
  input: appraiseInput,
  async run(c, input) {
    const lacksReason = input.outcome !== 'approve' && input.comment === ''
    const work = await takeWork(
      c,
      appraiseAct,
      input,
      lacksReason ? [{ code: 'reason_missing', field: 'comment' }] : [],
    )
    const id = await keepAppraisal(c, work, input)
    await audit(
      c,
      'work.appraise',
      { kind: 'work', id: work.row.id },
      { appraisalId: id, outcome: input.outcome, scores: input.scores },
    )
    return { id: work.row.id, ref: refOf(work.row) }
  },
})

async function keepAppraisal(
  c: Context,
  work: LoadedWork,
  input: z.output<typeof appraiseInput>,
): Promise<string> {
  if (c.actor.unitId === null) throw new Refusal('no_post', {}, { status: 403 })
  const id = newId<'appraisal'>()
  await programmeDb(c)
    .insertInto('appraisal')
    .values({
      id,
      work_id: work.row.id,
      work_version: work.row.submitted_version ?? 0,
      opened_on: work.row.state_since,
      account_id: c.actor.accountId,
      ...doneBy(c),
      appraiser_unit_id: c.actor.unitId,
      for_unit_id: appraisedFor(c, work) ?? c.actor.unitId,
      scores: JSON.stringify(input.scores),
      comment: input.comment,
      outcome: input.outcome,
      concluded_on: c.today,
      recorded_at: c.now,
    })
    .execute()
  await programmeDb(c)
    .updateTable('work')
    .set({ version: work.row.version + 1 })
    .where('id', '=', work.row.id)
    .execute()
  return id
}

/** The body for which the actor appraises this work: of their rights as an appraiser the one that reaches it. */
function appraisedFor(c: Context, { record }: LoadedWork): string | undefined {
  const reaches = (unitId: string) =>
    record.managingRootId === unitId || record.ancestors.some(({ ancestorId }) => ancestorId === unitId)
  return c.actor.grants.find(({ role, unitId }) => role === 'appraiser' && reaches(unitId))?.unitId
}

/** Dismissing the warning about one other work, named by its code. */
export const dismissDuplicateAct: ActOnWork = {
  name: 'dismiss_duplicate',
  permission: 'appraise',
  shownIn: ['submitted', 'appraising'],
  subject: {
    find: async ({ c, work: { row } }) => (await openDuplicatesOf(c, [row.id])).get(row.id)?.[0] ?? null,
    missing: () => notFound('duplicate_warning'),
  },
  href: paths.dismissDuplicate,
  against: async ({ work, known }) => guardDismissDuplicate(work.standing, await known(appraiserOf)),
}

/** Says why two works that look alike are two: without a reason the warning stays open and nothing is approved. */
export const dismissDuplicate = endpoint({
  name: 'work.dismiss_duplicate',
  input: z.strictObject({ ref: field.text(80), otherCode: field.text(80), reason: field.text(2000) }),
  async run(c, input) {
    const work = await takeWork(c, dismissDuplicateAct, { ref: input.ref, subjectId: input.otherCode })
    const { person_id, for_person_id } = doneBy(c)
    const dismissed = await programmeDb(c)
      .updateTable('duplicate_warning')
      .set({
        dismissed_at: c.now,
        dismissed_by: person_id,
        dismissed_for_person_id: for_person_id,
        reason: input.reason,
      })
      .where('work_id', '=', work.row.id)
      .where('dismissed_at', 'is', null)
      .where('other_work_id', 'in', (eb) =>
        eb.selectFrom('work').select('id').where('code', '=', input.otherCode),
      )
      .executeTakeFirst()
    if (dismissed.numUpdatedRows === 0n)
      throw new Refusal('duplicate_warning_unknown', { code: input.otherCode })
    await audit(
      c,
      'work.dismiss_duplicate',
      { kind: 'work', id: work.row.id },
      { otherCode: input.otherCode, reason: input.reason },
    )
    return { id: work.row.id, ref: refOf(work.row) }
  },
})
