import type { FormRoute } from '../../platform/http/route.ts'
import { askAdjustmentForm } from './ask-adjustment.tsx'
import { decideAdjustmentForm } from './decide-adjustment.tsx'
import { checkCompletionForm, decideCompletionForm } from './judge-completion.tsx'
import { reportCompletionForm } from './report-completion.tsx'

/** The pages on which a result is reported, checked and accepted, and a promise is adjusted. */
export const completionForms: readonly FormRoute[] = [
  reportCompletionForm,
  checkCompletionForm,
  decideCompletionForm,
  askAdjustmentForm,
  decideAdjustmentForm,
]
