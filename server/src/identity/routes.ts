import type { Route } from '../platform/http/route.ts'
import type { DemonstrationAccount } from './demonstration-account.ts'
import { languagePage } from './pages/language.tsx'
import { signInPage } from './pages/sign-in.tsx'
import { signOutPage } from './pages/sign-out.tsx'

/** All addresses of this slice. The demonstration's accounts are shown on the sign-in page; elsewhere there are none. */
export function identityRoutes(options: {
  readonly demonstrationAccounts: readonly DemonstrationAccount[]
}): readonly Route[] {
  return [signInPage(options.demonstrationAccounts), signOutPage, languagePage]
}
