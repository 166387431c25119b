import { extensionPoint } from '../platform/extension-point.ts'
import type { Panel } from '../platform/panels.ts'
import type { DemonstrationAccount } from './accounts/demonstration-account.ts'

/** What upper slices show on the page of one's own account. */
export const accountPanels = extensionPoint<Panel<null>>()

/** Accounts whose passwords the sign-in page shows; only a demonstration has any. */
export const shownAccounts = extensionPoint<DemonstrationAccount>()
