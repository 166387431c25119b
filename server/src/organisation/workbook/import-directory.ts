import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { findUpload, getOwnUpload } from '../../platform/files/uploads.ts'
import { date, id, many, text, version } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { codeKey } from '../../platform/message-key.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import {
  authorizeDirectory,
  changeableUnits,
  gainsByOwnWord,
  mayCorrectPersons,
  mayFoundRoot,
} from '../policy.ts'
import { lockDirectoryAlone, lockTree } from '../relations/closure.ts'
import { organisationDb } from '../tables.ts'
import { dependantsElsewhere, type UnitDependants } from '../units/end-unit.ts'
import { applyPlan } from './apply-plan.ts'
import { BadCells, badCellOf } from './bad-cell.ts'
import { keepChanges } from './import-changes.ts'
import { inPlanThread, type PlanThread } from './plan-thread.ts'
import type { PlanSummary } from './planner.ts'
import { getOwnImport } from './prepared-import.ts'
import { loadPresent } from './present.ts'
import type { ImportReport } from './report.ts'

export const prepareImportInput = z.strictObject({
  /** The id of the handed-in workbook. */
  workbook: many(z.uuid('error.choice'), 1).refine((ids) => ids.length === 1, 'error.required'),
  /** From when a change counts that has no day of its own in the workbook. */
  effectiveOn: date(),
  document: text(300),
})
export type PrepareImportInput = z.output<typeof prepareImportInput>

export const applyImportInput = z.strictObject({ importId: id(), version: version() })
export type ApplyImportInput = z.output<typeof applyImportInput>

/** Reads a workbook and says what it would change and which of its cells are bad. It changes nothing in the directory. */
export async function prepareImport(
  c: Context,
  input: PrepareImportInput,
  others: readonly UnitDependants[],
): Promise<{ importId: string; report: ImportReport }> {
  authorizeDirectory(c, 'directory.import')
  const upload = await getOwnUpload(c, input.workbook[0] ?? '')
  const importId = newId()
  const report = await inPlanThread(async (thread) => {
    const handed = { sha256: upload.sha256, effectiveOn: input.effectiveOn }
    const summary = await planIn(thread, c, handed, others)
    await saveImport(c, { ...input, importId, uploadId: upload.id }, summary)
    await keepChanges(c, importId, thread.changes())
    return summary.report
  })
  const counts = countsOf(report)
  await audit(
    c,
    'directory.import_prepared',
    { kind: 'directory_import', id: importId },
    { ...input, ...counts },
  )
  return { importId, report }
}

const countsOf = (report: ImportReport) => ({
  badCells: report.badCellsTotal,
  changes: report.changesTotal,
})

async function saveImport(
  c: Context,
  prepared: { importId: string; uploadId: string; effectiveOn: PlainDate; document: string },
  { report, digest }: PlanSummary,
): Promise<void> {
  const { badCells, changes } = countsOf(report)
  await organisationDb(c)
    .insertInto('directory_import')
    .values({
      id: prepared.importId,
      upload_id: prepared.uploadId,
      prepared_by: c.actor.accountId,
      prepared_at: c.now,
      effective_on: prepared.effectiveOn,
      document: prepared.document,
      report: JSON.stringify(report),
      plan_digest: digest,
      bad_cells: badCells,
      changes,
    })
    .execute()
}

/**
 * Carries out a prepared import: all of it or nothing, and only what was shown. The workbook is planned again behind all
 * other writers; where that is no longer what was shown, something has changed in between, and nothing is done.
 * @throws Refusal `import_stale`, `import_has_bad_cells`, `import_changes_nothing`, `import_already_applied`
 */
export async function applyImport(
  c: Context,
  input: ApplyImportInput,
  others: readonly UnitDependants[],
): Promise<{ importId: string; changes: number }> {
  await lockDirectoryAlone(c)
  await lockTree(c)
  authorizeDirectory(c, 'directory.import')
  const prepared = await getOwnImport(c, input.importId, 'for update')
  if (prepared.appliedAt !== null) throw new Refusal('import_already_applied', {}, { status: 409 })
  if (prepared.version !== input.version)
    throw new Refusal('version_conflict', { version: prepared.version }, { status: 409 })
  const upload = await findUpload(c, prepared.uploadId)
  if (upload === undefined) throw notFound('file')

  const changes = await inPlanThread(async (thread) => {
    const summary = await planIn(thread, c, { ...prepared, sha256: upload.sha256 }, others)
    const { badCellsTotal: bad, changesTotal } = summary.report
    if (summary.digest !== prepared.digest || bad !== prepared.badCells)
      throw new Refusal('import_stale', {}, { status: 409 })
    if (bad > 0) throw new Refusal('import_has_bad_cells', { count: bad })
    if (changesTotal === 0) throw new Refusal('import_changes_nothing')
    const { importId } = input
    await applyPlan(c, await thread.whole(summary), { importId, document: prepared.document })
    return changesTotal
  })
  await organisationDb(c)
    .updateTable('directory_import')
    .set({ applied_at: c.now, applied_by: c.actor.accountId, version: prepared.version + 1 })
    .where('id', '=', input.importId)
    .execute()
  await publish(c, 'directory.imported', { importId: input.importId })
  return { importId: input.importId, changes }
}

interface Handed {
  readonly sha256: string
  readonly effectiveOn: PlainDate
}

/** Has the workbook read and planned against the directory in another thread, so that everybody else is answered meanwhile. */
async function planIn(
  thread: PlanThread,
  c: Context,
  { sha256, effectiveOn }: Handed,
  others: readonly UnitDependants[],
): Promise<PlanSummary> {
  const marks = await thread.read(await buffer(await c.blobs.read(sha256)))
  const present = await loadPresent(c, marks)
  const units = await changeableUnits(
    c,
    present.units.map((unit) => unit.id),
  )
  const persons = await mayCorrectPersons(
    c,
    present.persons.map((person) => person.id),
  )
  const access = { units, persons, mayFoundRoot: mayFoundRoot(c), notAppointed: gainsByOwnWord(c.actor) }
  const summary = await thread.plan(present, { access, today: c.today, effectiveOn })
  const bad = await askOthers(c, summary, others)
  return { ...summary, report: { ...summary.report, badCells: bad.shown, badCellsTotal: bad.count } }
}

/** Units that would end may have things of other slices hanging on them. */
async function askOthers(
  c: Context,
  { ending, bad: found }: PlanSummary,
  others: readonly UnitDependants[],
): Promise<BadCells> {
  const bad = new BadCells(found)
  if (ending.length === 0) return bad
  const units = ending.flatMap(({ unitId, name, to }) =>
    to === null ? [] : [{ unitId, name, endsOn: plainDate(to) }],
  )
  const reasons = await dependantsElsewhere(c, others, units)
  for (const reason of reasons) {
    const row = ending.length === 1 ? ending[0] : ending.find(({ unitId }) => unitId === reason.subject)
    if (row === undefined) continue
    const said = c.t(codeKey('refusal', reason.code), reason.params ?? {})
    bad.add(badCellOf(row.place, 'validTo', 'depends_elsewhere', { said }))
  }
  return bad
}
