/** The pages of the programme that write; each has its twin in the API (`api/writes.ts`). */
import type { Route } from '../../platform/http/route.ts'
import { appraisalsPage } from './appraisal/appraisals.tsx'
import { appraiseForm } from './appraisal/appraise.tsx'
import { duplicatesForm } from './appraisal/duplicates.tsx'
import { openAppraisalForm } from './appraisal/open-appraisal.tsx'
import { resumeForm, startForm, suspendForm } from './carrying-out/carrying-out.tsx'
import { remindForm } from './carrying-out/remind.tsx'
import { reportForm } from './carrying-out/report.tsx'
import { completionForms } from './completion-forms.ts'
import { addWorkForm } from './decisions/add-work.tsx'
import { recordDecisionForm } from './decisions/record-decision.tsx'
import { addDecisionFileForm, addEvidenceFileForm } from './evidence/add-file.tsx'
import { evidenceForm } from './evidence/evidence.tsx'
import { offerEvidenceForm } from './evidence/offer-evidence.tsx'
import { actOnManyForm, bulkActPage } from './lists/act-on-many.tsx'
import { editForm, registerForm } from './registration/register.tsx'
import { submitForm } from './registration/submit.tsx'
import { withdrawForm } from './registration/withdraw.tsx'
import { workTalkPages } from './talk/talk.tsx'
import { compareVersionsPage } from './work/compare-versions.tsx'
import { settingsPage } from './year/settings.tsx'
import {
  contentGroupForm,
  newContentGroupForm,
  openProgrammeForm,
  themeForm,
  windowsForm,
} from './year/settings-forms.tsx'
import { recordPolicyForm } from './year/unit-policies.tsx'

export const programmeForms: readonly Route[] = [
  registerForm,
  editForm,
  submitForm,
  withdrawForm,
  ...workTalkPages,
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
  ...completionForms,
  settingsPage,
  openProgrammeForm,
  windowsForm,
  themeForm,
  newContentGroupForm,
  contentGroupForm,
  recordPolicyForm,
]
