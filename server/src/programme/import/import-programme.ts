import { sql } from 'kysely'
import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { programmeDb } from '../tables.ts'
import { refuseInconsistent } from './import-consistency.ts'
import { changeRows, insertRows } from './import-rows.ts'
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
  reminders: 'reminder',
  claims: 'count_claim',
  pressFacts: 'press_fact',
} as const satisfies Record<keyof ProgrammeData, keyof DB>

type Importing = Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>

/**
 * Loads whole programmes in bulk, all or nothing: the demo, seeds, the generator. It checks no permission, because it
 * runs before there are accounts; no route may call it. Every work is flagged as imported, the signals are recomputed,
 * and one audit entry per kind records the count.
 * @throws Failure `import_inconsistent`, naming each fact that contradicts the others; nothing is written then
 */
export async function importProgramme(c: Importing, data: ProgrammeData): Promise<void> {
  refuseInconsistent(data)
  await addRows(c, data)
  await insertRows(c.db, 'work_code_sequence', codeSequences(data))
  await refreshSignals(
    c,
    data.works.map(({ id }) => id),
  )
}

async function addRows(c: Importing, data: ProgrammeData): Promise<void> {
  const stamped = stamp(data, c.now)
  for (const kind of Object.keys(tables) as (keyof ProgrammeData)[]) {
    const rows = stamped[kind]
    if (rows.length === 0) continue
    await insertRows(c.db, tables[kind], rows)
    await audit(c, 'programme.import', null, { kind, count: rows.length })
  }
}

type Change<Row extends object> = { readonly id: string } & Partial<Row>

/** What later facts change in rows that are there: the columns that each row names, by its id. */
export interface ProgrammeChanges {
  readonly works: readonly Change<ProgrammeData['works'][number]>[]
  readonly spans: readonly Change<ProgrammeData['spans'][number]>[]
  readonly steps: readonly Change<ProgrammeData['steps'][number]>[]
  readonly evidence: readonly Change<ProgrammeData['evidence'][number]>[]
  readonly completions: readonly Change<ProgrammeData['completions'][number]>[]
  readonly adjustments: readonly Change<ProgrammeData['adjustments'][number]>[]
}

/**
 * Goes on with programmes that were loaded in bulk: adds what happened since, and changes what it changed. As with
 * `importProgramme` no permission is checked, the signals of these works are recomputed, and one audit entry per kind
 * records the count. The caller sees to it that the facts agree with those that are there.
 */
export async function continueProgramme(
  c: Importing,
  facts: {
    readonly added: ProgrammeData
    readonly changed: ProgrammeChanges
    readonly workIds: readonly string[]
  },
): Promise<void> {
  const stamped = stampChanges(facts.changed, c.now)
  // Before anything is added: of the states of a work only one may be open.
  for (const kind of Object.keys(stamped) as (keyof ProgrammeChanges)[]) {
    const rows = stamped[kind]
    if (rows.length === 0) continue
    await changeRows(c.db, tables[kind], rows)
    await audit(c, 'programme.import', null, { kind, changed: rows.length })
  }
  await addRows(c, facts.added)
  await refreshSignals(c, facts.workIds)
}

/** The versions at which works stand; nobody changes them until the end of the transaction. */
export async function lockVersions(
  c: Pick<PublicContext, 'db'>,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const works = await programmeDb(c)
    .selectFrom('work')
    .select(['id', 'version'])
    .where('id', '=', sql<string>`any(${[...workIds]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(works.map(({ id, version }) => [id, version]))
}

function stampChanges(
  changed: ProgrammeChanges,
  now: Date,
): Record<keyof ProgrammeChanges, readonly object[]> {
  const decided = <Row extends { readonly decided_on?: string | null }>(rows: readonly Row[]) =>
    rows.map((row) => (row.decided_on == null ? row : { ...row, decided_at: now }))
  return {
    works: changed.works,
    spans: changed.spans.map((row) => ({ ...row, closed_recorded_at: now })),
    steps: changed.steps.map((row) => ({ ...row, done_recorded_on: row.done_on, done_recorded_at: now })),
    evidence: decided(changed.evidence),
    completions: decided(changed.completions),
    adjustments: changed.adjustments,
  }
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
    reports: recorded(data.reports).map((row) => ({ sent_on: row.effective_on, ...row })),
    evidence: data.evidence.map((row) => ({ ...row, offered_at: now, decided_at: ifDated(row.decided_on) })),
    completions: recorded(data.completions).map((row) => ({ ...row, decided_at: ifDated(row.decided_on) })),
    adjustments: recorded(data.adjustments),
    reminders: recorded(data.reminders),
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
