import type { Route } from '../platform/http/route.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import { securityApi } from './api.ts'
import { recordExports } from './export-entries.ts'
import { entryPage } from './pages/entry.tsx'
import { eraseForm } from './pages/erase.tsx'
import { acknowledgeFaultForm, confirmFaultForm, faultsPage } from './pages/known-faults.tsx'
import { recordPage, recordSection } from './pages/record.tsx'
import { securityPaths } from './paths.ts'
import { mayReadRecord } from './policy.ts'
import type { Recorded } from './words.ts'

/** All addresses of this slice. `recorded`: what the slices let the record say. */
export function securityRoutes(recorded: Recorded): readonly Route[] {
  return [
    recordPage(recorded),
    eraseForm,
    faultsPage,
    acknowledgeFaultForm,
    confirmFaultForm,
    entryPage(recorded),
    ...recordExports(recorded),
    ...securityApi(recorded),
  ]
}

export const securityNavigation: readonly NavigationEntry[] = [
  {
    group: 'security.group',
    labelKey: 'security.record',
    href: securityPaths.record,
    icon: 'list-search',
    section: recordSection,
    order: 110,
    visible: mayReadRecord,
  },
]
