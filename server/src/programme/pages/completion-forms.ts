import type { FormRoute } from '../../platform/http/route.ts'
import { reportCompletionForm } from './report-completion.tsx'

/** The pages on which a result is reported, checked and accepted, and a promise is adjusted. */
export const completionForms: readonly FormRoute[] = [reportCompletionForm]
