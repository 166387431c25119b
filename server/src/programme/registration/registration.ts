import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import type { ReasonCode } from '../../platform/message-key.ts'
import { becauseOf, Refusal } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { readableWorks } from '../policy.ts'
import type { Modality, Operator } from '../rules/targets.ts'
import { programmeDb } from '../tables.ts'
import type { Registration } from './registration-form.ts'

/**
 * The columns of `work` that a registration fills.
 * @throws Refusal by the name of what it points to and is not there, or is of another year
 */
export async function registrationColumns(c: Context, programmeId: string, given: Registration) {
  await requireOfProgramme(c, programmeId, given)
  return {
    title: given.title,
    rationale: given.rationale,
    baseline: given.baseline,
    product: given.product,
    resources: given.resources,
    risks: given.risks,
    requests: given.requests,
    proof: given.proof,
    minutes_reference: given.minutesReference,
    due_on: given.dueOn,
    first_due_on: given.dueOn,
    theme_group_id: given.themeGroupId,
    continues_work_id: await continuedWork(c, given.continuesCode),
    continues_unlinked: given.continuesUnlinked,
  }
}

/** To somebody who may not see the earlier work it does not exist: a code cannot be tried out. */
async function continuedWork(c: Context, code: string): Promise<string | null> {
  if (code === '') return null
  const earlier = await programmeDb(c)
    .selectFrom('work')
    .select('id')
    .where('code', '=', code)
    .where(readableWorks(c))
    .executeTakeFirst()
  if (earlier === undefined) {
    throw new Refusal(
      'continued_work_unknown',
      { code },
      { reasons: [{ code: 'continued_work_unknown', params: { code }, field: 'continuesCode' }] },
    )
  }
  return earlier.id
}

/** Replaces the dependent rows of a registration. Only before submission, while nothing refers to them yet. */
export async function saveRegistrationRows(c: Context, workId: string, given: Registration): Promise<void> {
  const db = programmeDb(c)
  for (const table of ['work_content_group', 'work_supporting_unit', 'target', 'step'] as const) {
    await db.deleteFrom(table).where('work_id', '=', workId).execute()
  }
  if (given.contentGroupIds.length > 0) {
    await db
      .insertInto('work_content_group')
      .values([...new Set(given.contentGroupIds)].map((id) => ({ work_id: workId, content_group_id: id })))
      .execute()
  }
  if (given.supportingUnitIds.length > 0) {
    await db
      .insertInto('work_supporting_unit')
      .values([...new Set(given.supportingUnitIds)].map((id) => ({ work_id: workId, unit_id: id })))
      .execute()
  }
  if (given.targets.length > 0)
    await db
      .insertInto('target')
      .values(given.targets.map((target, index) => targetRow(workId, target, index)))
      .execute()
  if (given.steps.length > 0) {
    await db
      .insertInto('step')
      .values(
        given.steps.map((step, index) => ({
          id: newId<'step'>(),
          work_id: workId,
          ord: index + 1,
          name: step.name,
          due_on: step.dueOn,
        })),
      )
      .execute()
  }
}

function targetRow(workId: string, target: Registration['targets'][number], index: number) {
  const orNull = (text: string) => (text === '' ? null : text)
  return {
    id: newId<'target'>(),
    work_id: workId,
    ord: index + 1,
    measure: target.measure,
    unit: orNull(target.unit),
    operator: target.operator,
    value: target.value,
    min: target.min,
    max: target.max,
    baseline: target.baseline,
    modality: target.modality,
    exceptions: target.exceptions,
    recognition_required: target.recognitionRequired,
    recognition_by: orNull(target.recognitionBy),
    measure_key: orNull(target.measureKey),
  }
}

/** Themes and content groups of another year, units that do not exist and measures that nobody counts are refused by name. */
async function requireOfProgramme(c: Context, programmeId: string, given: Registration): Promise<void> {
  const wrong = (code: ReasonCode, field: string, params = {}) => becauseOf({ code, field, params })
  const db = programmeDb(c)
  if (given.themeGroupId !== null) {
    const theme = await db
      .selectFrom('theme_group')
      .select('id')
      .where('id', '=', given.themeGroupId)
      .where('programme_id', '=', programmeId)
      .executeTakeFirst()
    if (theme === undefined) throw wrong('theme_of_other_year', 'themeGroupId')
  }
  if (given.contentGroupIds.length > 0) {
    const groups = await db
      .selectFrom('content_group')
      .select('id')
      .where('id', 'in', given.contentGroupIds)
      .where('programme_id', '=', programmeId)
      .execute()
    if (groups.length !== new Set(given.contentGroupIds).size)
      throw wrong('content_group_of_other_year', 'contentGroupIds')
  }
  if (given.supportingUnitIds.length > 0) {
    const units = await c.db
      .selectFrom('unit')
      .select('id')
      .where('id', 'in', given.supportingUnitIds)
      .execute()
    if (units.length !== new Set(given.supportingUnitIds).size)
      throw wrong('unit_unknown', 'supportingUnitIds')
  }
  for (const [index, target] of given.targets.entries()) {
    if (target.measureKey !== '' && c.measures.find(target.measureKey) === undefined) {
      throw wrong('measure_unknown', `targets.${index}.measureKey`, { key: target.measureKey })
    }
  }
}

/** The registration as it stands in the register. */
export async function readRegistration(c: Context, workId: string): Promise<Registration> {
  const db = programmeDb(c)
  const work = await db
    .selectFrom('work')
    .leftJoin('work as earlier', 'earlier.id', 'work.continues_work_id')
    .selectAll('work')
    .select('earlier.code as continues_code')
    .where('work.id', '=', workId)
    .executeTakeFirstOrThrow()
  const [targets, steps, groups, units] = [
    await db.selectFrom('target').selectAll().where('work_id', '=', workId).orderBy('ord').execute(),
    await db.selectFrom('step').selectAll().where('work_id', '=', workId).orderBy('ord').execute(),
    await db
      .selectFrom('work_content_group')
      .select('content_group_id')
      .where('work_id', '=', workId)
      .execute(),
    await db.selectFrom('work_supporting_unit').select('unit_id').where('work_id', '=', workId).execute(),
  ]
  const number = (value: string | null) => (value === null ? null : Number(value))
  return {
    title: work.title,
    rationale: work.rationale,
    baseline: work.baseline,
    product: work.product,
    resources: work.resources,
    risks: work.risks,
    requests: work.requests,
    proof: work.proof,
    minutesReference: work.minutes_reference,
    dueOn: work.due_on as PlainDate | null,
    themeGroupId: work.theme_group_id,
    contentGroupIds: groups.map((group) => group.content_group_id),
    supportingUnitIds: units.map((unit) => unit.unit_id),
    continuesCode: work.continues_code ?? '',
    continuesUnlinked: work.continues_unlinked,
    targets: targets.map((target) => ({
      measure: target.measure,
      unit: target.unit ?? '',
      operator: target.operator as Operator | null,
      value: number(target.value),
      min: number(target.min),
      max: number(target.max),
      baseline: number(target.baseline),
      modality: target.modality as Modality,
      exceptions: target.exceptions,
      recognitionRequired: target.recognition_required,
      recognitionBy: target.recognition_by ?? '',
      measureKey: target.measure_key ?? '',
    })),
    steps: steps.map((step) => ({ name: step.name, dueOn: step.due_on as PlainDate | null })),
  }
}
