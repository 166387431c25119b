import type { FormRoute } from '../../platform/http/route.ts'
import { askAdjustmentForm } from './carrying-out/ask-adjustment.tsx'
import { decideAdjustmentForm } from './carrying-out/decide-adjustment.tsx'
import { checkCompletionForm, decideCompletionForm } from './completion/judge-completion.tsx'
import { reportCompletionForm } from './completion/report-completion.tsx'

/** The pages on which a result is reported, checked and accepted, and a promise is adjusted. */
export const completionForms: readonly FormRoute[] = [
  reportCompletionForm,
  checkCompletionForm,
  decideCompletionForm,
  askAdjustmentForm,
  decideAdjustmentForm,
]
