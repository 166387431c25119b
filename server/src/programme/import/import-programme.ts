import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { refuseInconsistent } from './import-consistency.ts'
import { insertRows } from './import-rows.ts'
import type { ProgrammeData } from './programme-data.ts'

// In the order in which rows may point to others.
const tables = {
  sources: 'press_source',
  guidingDocuments: 'guiding_document',
  programmes: 'programme',
  basis: 'programme_basis',
  themes: 'theme_group',
  contentGroups: 'content_group',
  windows: 'registration_window',
  periods: 'report_period',
  works: 'work',
  workContentGroups: 'work_content_group',
  supportingUnits: 'work_supporting_unit',
  versions: 'work_version',
  decisions: 'decision',
  decisionItems: 'decision_item',
  spans: 'work_state_span',
  targets: 'target',
  steps: 'step',
  appraisals: 'appraisal',
  reports: 'report',
  reportValues: 'report_value',
  evidence: 'evidence',
  recognitions: 'recognition',
  completions: 'completion',
  adjustments: 'adjustment',
  claims: 'count_claim',
  pressFacts: 'press_fact',
} as const satisfies Record<keyof ProgrammeData, keyof DB>

/**
 * Loads whole programmes in bulk, all or nothing: the demo, seeds, the generator. It checks no permission, because it
 * runs before there are accounts; no route may call it. Every work is flagged as imported, the signals are recomputed,
 * and one audit entry per kind records the count.
 * @throws Failure `import_inconsistent`, naming each fact that contradicts the others; nothing is written then
 */
export async function importProgramme(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  data: ProgrammeData,
): Promise<void> {
  refuseInconsistent(data)
  const stamped = stamp(data, c.now)
  for (const kind of Object.keys(tables) as (keyof ProgrammeData)[]) {
    const rows = stamped[kind]
    if (rows.length === 0) continue
    await insertRows(c.db, tables[kind], rows)
    await audit(c, 'programme.import', null, { kind, count: rows.length })
  }
  await insertRows(c.db, 'work_code_sequence', codeSequences(data))
  await refreshSignals(
    c,
    data.works.map(({ id }) => id),
  )
}

function stamp(data: ProgrammeData, now: Date): Record<keyof ProgrammeData, readonly object[]> {
  const recorded = <Kind extends object>(rows: readonly Kind[]) =>
    rows.map((row) => ({ ...row, recorded_at: now }))
  const ifDated = (date: unknown) => (date == null ? null : now)
  return {
    ...data,
    works: recorded(data.works).map((row) => ({ ...row, imported: true })),
    versions: recorded(data.versions),
    decisions: recorded(data.decisions),
    spans: recorded(data.spans).map((row) => ({ ...row, closed_recorded_at: ifDated(row.to_on) })),
    steps: data.steps.map((row) => ({
      ...row,
      done_recorded_on: row.done_on,
      done_recorded_at: ifDated(row.done_on),
    })),
    appraisals: recorded(data.appraisals),
    reports: recorded(data.reports).map((row) => ({ ...row, sent_on: row.effective_on })),
    evidence: data.evidence.map((row) => ({ ...row, offered_at: now, decided_at: ifDated(row.decided_on) })),
    completions: recorded(data.completions).map((row) => ({ ...row, decided_at: ifDated(row.decided_on) })),
    adjustments: recorded(data.adjustments),
  }
}

/** Where the next code of a unit and year goes on, so that no code is given twice (design 8.11). */
function codeSequences(data: ProgrammeData): readonly object[] {
  const yearOf = new Map(data.programmes.map(({ id, year }) => [id, year]))
  const last = new Map<string, { year: number | undefined; unit_id: string; last: number }>()
  for (const work of data.works) {
    const number = Number(work.code?.split('-').at(-1) ?? 0)
    const year = yearOf.get(work.programme_id)
    const key = `${year} ${work.owner_unit_id}`
    if (number > (last.get(key)?.last ?? 0))
      last.set(key, { year, unit_id: work.owner_unit_id, last: number })
  }
  return [...last.values()]
}
