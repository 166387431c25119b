import { sliceHandle } from '../platform/data/database.ts'
import type { Id } from '../platform/id.ts'

export type ProgrammeId = Id<'programme'>
export type WorkId = Id<'work'>
export type TargetId = Id<'target'>
export type DecisionId = Id<'decision'>
export type EvidenceId = Id<'evidence'>

/** The tiers of the cascade: who registers, and from whom. */
export const tiers = ['province', 'direct', 'district', 'grassroots'] as const
export type Tier = (typeof tiers)[number]

export const ownerKinds = ['collective', 'individual'] as const
export type OwnerKind = (typeof ownerKinds)[number]

/** The tables that this slice alone writes. */
export const programmeDb = sliceHandle<
  | 'press_source'
  | 'press_fact'
  | 'guiding_document'
  | 'programme'
  | 'programme_basis'
  | 'theme_group'
  | 'content_group'
  | 'registration_window'
  | 'report_period'
  | 'work'
  | 'work_search'
  | 'work_code_sequence'
  | 'work_content_group'
  | 'work_supporting_unit'
  | 'work_version'
  | 'work_state_span'
  | 'work_signal'
  | 'target'
  | 'step'
  | 'appraisal'
  | 'duplicate_warning'
  | 'decision'
  | 'decision_search'
  | 'decision_item'
  | 'report'
  | 'report_value'
  | 'evidence'
  | 'recognition'
  | 'completion'
  | 'adjustment'
  | 'count_claim'
  | 'unit_policy'
  | 'later_file'
  | 'bulk_act'
  | 'bulk_act_result'
  | 'reminder'
>()
