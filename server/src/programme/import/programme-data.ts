import type { Insertable } from 'kysely'
import type { DB } from '../../platform/data/schema.gen.ts'

type Row<Table extends keyof DB, SetHere extends keyof Insertable<DB[Table]> = never> = Readonly<
  Omit<Insertable<DB[Table]>, SetHere>
>

/**
 * The rows of whole programmes, with ids given by the caller. What says when the system learnt of a fact is set here: it
 * is the server's clock, never back-dated (design 8.1).
 */
export interface ProgrammeData {
  readonly sources: readonly Row<'press_source'>[]
  readonly guidingDocuments: readonly Row<'guiding_document'>[]
  readonly programmes: readonly Row<'programme'>[]
  readonly basis: readonly Row<'programme_basis'>[]
  readonly themes: readonly Row<'theme_group'>[]
  readonly contentGroups: readonly Row<'content_group'>[]
  readonly windows: readonly Row<'registration_window'>[]
  readonly periods: readonly Row<'report_period'>[]
  readonly works: readonly Row<'work', 'recorded_at' | 'imported'>[]
  readonly workContentGroups: readonly Row<'work_content_group'>[]
  readonly supportingUnits: readonly Row<'work_supporting_unit'>[]
  readonly versions: readonly Row<'work_version', 'recorded_at'>[]
  readonly decisions: readonly Row<'decision', 'recorded_at'>[]
  readonly decisionItems: readonly Row<'decision_item'>[]
  /** Of one work in the order of its life. */
  readonly spans: readonly Row<'work_state_span', 'recorded_at' | 'closed_recorded_at'>[]
  readonly targets: readonly Row<'target'>[]
  readonly steps: readonly Row<'step', 'done_recorded_at' | 'done_recorded_on'>[]
  readonly appraisals: readonly Row<'appraisal', 'recorded_at'>[]
  /** Unless it says otherwise, each counts as sent on its own day: what is taken over whole is not judged for having come late. */
  readonly reports: readonly (Row<'report', 'recorded_at' | 'sent_on'> & { readonly sent_on?: string })[]
  readonly reportValues: readonly Row<'report_value'>[]
  readonly evidence: readonly Row<'evidence', 'offered_at' | 'decided_at'>[]
  readonly recognitions: readonly Row<'recognition'>[]
  readonly completions: readonly Row<'completion', 'recorded_at' | 'decided_at'>[]
  readonly adjustments: readonly Row<'adjustment', 'recorded_at'>[]
  readonly reminders: readonly Row<'reminder', 'recorded_at'>[]
  readonly claims: readonly Row<'count_claim'>[]
  readonly pressFacts: readonly Row<'press_fact'>[]
}

/** A kind of data that holds nothing: the ground on which callers lay theirs. */
export const noProgrammeData: ProgrammeData = {
  sources: [],
  guidingDocuments: [],
  programmes: [],
  basis: [],
  themes: [],
  contentGroups: [],
  windows: [],
  periods: [],
  works: [],
  workContentGroups: [],
  supportingUnits: [],
  versions: [],
  decisions: [],
  decisionItems: [],
  spans: [],
  targets: [],
  steps: [],
  appraisals: [],
  reports: [],
  reportValues: [],
  evidence: [],
  recognitions: [],
  completions: [],
  adjustments: [],
  reminders: [],
  claims: [],
  pressFacts: [],
}
