// NOTE FROM THE LEAD (take this out when read): to save time, two others now write (a) the pages of completion (hoan-thanh, kiem-tra,
// nghiem-thu) and adjustment (dieu-chinh, dieu-chinh/quyet), exported as `completionForms` from pages/completion-forms.ts; and (b) the tests
// acceptance.test.ts (scenarios), permission matrix, page–API twins, two writers at once. Yours remain: decision, add-work, report,
// evidence, settings. Commit often.
/** The pages of the programme that write; each has its twin in the API (`api-writes.ts`). */
import type { Route } from '../../platform/http/route.ts'
import { appraisalsPage } from './appraisals.tsx'
import { appraiseForm } from './appraise.tsx'
import { resumeForm, startForm, suspendForm } from './carrying-out.tsx'
import { completionForms } from './completion-forms.ts'
import { duplicatesForm } from './duplicates.tsx'
import { newsForm } from './news.tsx'
import { openAppraisalForm } from './open-appraisal.tsx'
import { recordDecisionForm } from './record-decision.tsx'
import { editForm, registerForm } from './register.tsx'
import { submitForm } from './submit.tsx'
import { withdrawForm } from './withdraw.tsx'

export const programmeForms: readonly Route[] = [
  newsForm,
  registerForm,
  editForm,
  submitForm,
  withdrawForm,
  appraisalsPage,
  openAppraisalForm,
  appraiseForm,
  duplicatesForm,
  recordDecisionForm,
  startForm,
  suspendForm,
  resumeForm,
  ...completionForms,
]
