/** The pages of the programme that write; each has its twin in the API (`api-writes.ts`). */
import type { Route } from '../../platform/http/route.ts'
import { actOnManyForm, bulkActPage } from './act-on-many.tsx'
import { addDecisionFileForm, addEvidenceFileForm } from './add-file.tsx'
import { addWorkForm } from './add-work.tsx'
import { appraisalsPage } from './appraisals.tsx'
import { appraiseForm } from './appraise.tsx'
import { resumeForm, startForm, suspendForm } from './carrying-out.tsx'
import { compareVersionsPage } from './compare-versions.tsx'
import { completionForms } from './completion-forms.ts'
import { duplicatesForm } from './duplicates.tsx'
import { evidenceForm } from './evidence.tsx'
import { forgetTypingForm } from './kept-typing.tsx'
import { newsForm } from './news.tsx'
import { offerEvidenceForm } from './offer-evidence.tsx'
import { openAppraisalForm } from './open-appraisal.tsx'
import { recordDecisionForm } from './record-decision.tsx'
import { editForm, registerForm } from './register.tsx'
import { remindForm } from './remind.tsx'
import { reportForm } from './report.tsx'
import { changeFilterForm, filtersPage, removeFilterForm, saveFilterForm } from './saved-filters.tsx'
import { settingsPage } from './settings.tsx'
import {
  contentGroupForm,
  newContentGroupForm,
  openProgrammeForm,
  themeForm,
  windowsForm,
} from './settings-forms.tsx'
import { submitForm } from './submit.tsx'
import { talkForm, withdrawCommentForm } from './talk.tsx'
import { recordPolicyForm } from './unit-policies.tsx'
import { withdrawForm } from './withdraw.tsx'

export const programmeForms: readonly Route[] = [
  newsForm,
  registerForm,
  editForm,
  forgetTypingForm,
  submitForm,
  withdrawForm,
  talkForm,
  withdrawCommentForm,
  appraisalsPage,
  openAppraisalForm,
  appraiseForm,
  duplicatesForm,
  recordDecisionForm,
  addWorkForm,
  startForm,
  reportForm,
  offerEvidenceForm,
  evidenceForm,
  addEvidenceFileForm,
  addDecisionFileForm,
  remindForm,
  actOnManyForm,
  bulkActPage,
  suspendForm,
  resumeForm,
  compareVersionsPage,
  filtersPage,
  saveFilterForm,
  changeFilterForm,
  removeFilterForm,
  ...completionForms,
  settingsPage,
  openProgrammeForm,
  windowsForm,
  themeForm,
  newContentGroupForm,
  contentGroupForm,
  recordPolicyForm,
]
