/** The pages of the programme that write; each has its twin in the API (`api-writes.ts`). */
import type { Route } from '../../platform/http/route.ts'
import { appraisalsPage } from './appraisals.tsx'
import { appraiseForm } from './appraise.tsx'
import { resumeForm, startForm, suspendForm } from './carrying-out.tsx'
import { duplicatesForm } from './duplicates.tsx'
import { openAppraisalForm } from './open-appraisal.tsx'
import { editForm, registerForm } from './register.tsx'
import { submitForm } from './submit.tsx'
import { withdrawForm } from './withdraw.tsx'

export const programmeForms: readonly Route[] = [
  registerForm,
  editForm,
  submitForm,
  withdrawForm,
  appraisalsPage,
  openAppraisalForm,
  appraiseForm,
  duplicatesForm,
  startForm,
  suspendForm,
  resumeForm,
]
