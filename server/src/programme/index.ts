/**
 * The year's programme of breakthrough works, from draft to accepted completion: guidance, themes, works and their
 * targets, appraisal, decisions, reports, evidence, figures and claims; what people say about a work, keep as
 * a filter and are told of. Which tables it alone writes is said in `tables.ts`.
 */

export { programmeApiReads } from './api/reads.ts'
export { programmeApiWrites } from './api/writes.ts'
export { outwardDecisions } from './decisions/outward-decisions.ts'
export {
  type DemonstrationAccount,
  demonstrationAccounts,
  loadDemonstration,
} from './demonstration/index.ts'
export { programmeMeasures } from './figures/programme-measures.ts'
export { emergencyWorks } from './for-others/emergency-works.ts'
export { outwardWorkEvents } from './for-others/outward-events.ts'
export { recordedWorkFacts } from './for-others/recorded-facts.ts'
export { recordedWorks } from './for-others/recorded-kinds.ts'
export { fileSpills, workSpills } from './for-others/spill-sites.ts'
export { unfinishedWorks } from './for-others/unit-dependants.ts'
export { programmeSearch } from './lists/search-works.tsx'
export { messages as messagesEn } from './messages.en.ts'
export { messages as messagesVi } from './messages.vi.ts'
export { unitWorksPanel } from './pages/figures/unit-works-panel.tsx'
export { programmeForms } from './pages/forms.ts'
export { programmeNavigation, programmePages } from './pages/index.ts'
export { quoteCitation } from './press/quote-citation.ts'
export { findDuplicates } from './registration/duplicate-warnings.ts'
export { registrationTyping } from './registration/kept-typing.ts'
export { spokenParams } from './rules/refusals.ts'
export { tellCommented } from './talk/tell-commented.ts'
export { tellRegistrants } from './worklist/tell-registrants.ts'
export { programmeWorklist } from './worklist/worklist.ts'
