/** What a loader of a whole register needs: the rows that it fills, the rules that they follow, and the import itself. */

export { appraisalCriteria } from '../appraisal/appraise-work.ts'
export { type PeriodKey, reportPeriods } from '../rules/periods.ts'
export { type EvidenceState, isInForce, nextState, type Transition, type WorkState } from '../rules/states.ts'
export type { Modality } from '../rules/targets.ts'
export { tierOf } from '../rules/tier.ts'
export { type ProgrammeId, type TargetId, type Tier, tiers, type WorkId } from '../tables.ts'
export {
  continueProgramme,
  importProgramme,
  lockVersions,
  type ProgrammeChanges,
} from './import-programme.ts'
export { noProgrammeData, type ProgrammeData } from './programme-data.ts'
