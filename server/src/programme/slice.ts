import { filteredLists, subjectKinds, talkApi } from '../office/index.ts'
import { citations, unitDependants, unitPanels } from '../organisation/index.ts'
import { recordedFacts } from '../platform/audit/verify-facts.ts'
import { emergencyKinds } from '../platform/slices/emergency.ts'
import { offer } from '../platform/slices/extension-point.ts'
import { outwardEvents } from '../platform/slices/outward-events.ts'
import { recordedKinds } from '../platform/slices/recorded-kind.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { spillSites } from '../platform/slices/spill-sites.ts'
import { programmeApiReads } from './api/reads.ts'
import { programmeApiWrites } from './api/writes.ts'
import { outwardDecisions } from './decisions/outward-decisions.ts'
import { programmeMeasures } from './figures/programme-measures.ts'
import { emergencyWorks } from './for-others/emergency-works.ts'
import { outwardWorkEvents } from './for-others/outward-events.ts'
import { recordedWorkFacts } from './for-others/recorded-facts.ts'
import { recordedWorks } from './for-others/recorded-kinds.ts'
import { fileSpills, workSpills } from './for-others/spill-sites.ts'
import { unfinishedWorks } from './for-others/unit-dependants.ts'
import { workSubjects, workTalk } from './for-others/work-subjects.ts'
import { messages as actsEn } from './messages/acts.en.ts'
import { messages as actsVi } from './messages/acts.vi.ts'
import { messages as helpEn } from './messages/help.en.ts'
import { messages as helpVi } from './messages/help.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { unitWorksPanel } from './pages/figures/unit-works-panel.tsx'
import { programmeForms } from './pages/forms.ts'
import { programmeNavigation, programmePages } from './pages/index.ts'
import { filteredWorks } from './pages/lists/filtered-works.ts'
import { quoteCitation } from './press/quote-citation.ts'
import { programmeSearch } from './programme-search.ts'
import { findDuplicates } from './registration/duplicate-warnings.ts'
import { registrationTyping } from './registration/kept-typing.ts'
import { codeWords } from './rules/refusals.ts'
import { tellRegistrants } from './worklist/tell-registrants.ts'
import { programmeWorklist } from './worklist/worklist.ts'

export const programmeSlice: Slice = {
  messages: [
    { vi, en },
    { vi: helpVi, en: helpEn },
  ],
  acts: { vi: actsVi, en: actsEn },
  codeWords,
  help: [
    { slug: 'tong-quan', section: 'programme.overview', steps: 5 },
    { slug: 'viec-dot-pha', section: 'programme.works', steps: 7 },
    { slug: 'tham-dinh', section: 'programme.appraisals', steps: 4 },
    { slug: 'quyet-dinh', section: 'programme.decisions', steps: 4 },
    { slug: 'cai-dat', section: 'programme.settings', steps: 3 },
    { slug: 'chi-so', section: 'programme.measures', steps: 3 },
    { slug: 'can-cu', section: 'programme.guidance', steps: 2 },
    { slug: 'bai-bao', section: 'programme.article', steps: 2 },
  ],
  routes: () => [
    ...programmePages,
    ...programmeForms,
    ...programmeApiReads,
    ...programmeApiWrites,
    ...talkApi(workTalk, '/works'),
  ],
  navigation: programmeNavigation,
  worklist: () => programmeWorklist,
  search: programmeSearch,
  measures: programmeMeasures,
  subscribers: () => [findDuplicates, tellRegistrants],
  typing: [registrationTyping],
  offers: [
    ...offer(subjectKinds, workSubjects),
    ...offer(filteredLists, filteredWorks),
    ...offer(unitPanels, unitWorksPanel),
    ...offer(unitDependants, unfinishedWorks),
    ...offer(citations, quoteCitation),
    ...offer(emergencyKinds, emergencyWorks),
    ...offer(outwardEvents, outwardWorkEvents, outwardDecisions),
    ...offer(recordedKinds, recordedWorks),
    ...offer(recordedFacts, ...recordedWorkFacts),
    ...offer(spillSites, workSpills, fileSpills),
  ],
}
