/** The pages of the programme that write; each has its twin in the API (`api-writes.ts`). */
import type { Route } from '../../platform/http/route.ts'
import { resumeForm, startForm, suspendForm } from './carrying-out.tsx'
import { editForm, registerForm } from './register.tsx'
import { submitForm } from './submit.tsx'
import { withdrawForm } from './withdraw.tsx'

export const programmeForms: readonly Route[] = [
  registerForm,
  editForm,
  submitForm,
  withdrawForm,
  startForm,
  suspendForm,
  resumeForm,
]
