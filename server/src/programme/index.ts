/**
 * The year's programme of breakthrough works, from draft to accepted completion: guidance, themes, works and their
 * targets, appraisal, decisions, reports, evidence, figures and claims; what people say about a work, keep as
 * a filter and are told of. Which tables it alone writes is said in `tables.ts`.
 */

export { programmeApiReads } from './api.ts'
export { programmeApiWrites } from './api-writes.ts'
export {
  type DemonstrationAccount,
  demonstrationAccounts,
  loadDemonstration,
} from './demonstration/index.ts'
export { emergencyWorks } from './emergency-works.ts'
export { forgetOldTyping } from './kept-typing.ts'
export { messages as messagesEn } from './messages.en.ts'
export { messages as messagesVi } from './messages.vi.ts'
export { programmeForms } from './pages/forms.ts'
export { programmeNavigation, programmePages } from './pages/index.ts'
export { unitWorksPanel } from './pages/unit-works-panel.tsx'
export { programmeMeasures } from './programme-measures.ts'
export { quoteCitation } from './quote-citation.ts'
export { recordedWorks } from './recorded-kinds.ts'
export { spokenParams } from './rules/refusals.ts'
export { programmeSearch } from './search-works.tsx'
export { fileSpills, workSpills } from './spill-sites.ts'
export { tellCommented } from './tell-commented.ts'
export { tellRegistrants } from './tell-registrants.ts'
export { unfinishedWorks } from './unit-dependants.ts'
export { programmeWorklist } from './worklist.ts'
