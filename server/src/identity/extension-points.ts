import { extensionPoint } from '../platform/slices/extension-point.ts'
import type { Panel } from '../platform/slices/panels.ts'
import type { DemonstrationAccount } from './accounts/demonstration-account.ts'

/** What upper slices show on the page of one's own account. */
export const accountPanels = extensionPoint<Panel<null>>()

/** Accounts whose passwords the sign-in page shows; only a demonstration has any. */
export const shownAccounts = extensionPoint<DemonstrationAccount>()
