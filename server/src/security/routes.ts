import type { Route } from '../platform/http/route.ts'
import type { NavigationEntry } from '../platform/navigation.ts'
import type { RecordedKind } from '../platform/recorded-kind.ts'
import { securityApi } from './api.ts'
import { recordExports } from './export-entries.ts'
import { entryPage } from './pages/entry.tsx'
import { eraseForm } from './pages/erase.tsx'
import { acknowledgeFaultForm, confirmFaultForm, faultsPage } from './pages/known-faults.tsx'
import { recordPage, recordSection } from './pages/record.tsx'
import { securityPaths } from './paths.ts'
import { mayReadRecord } from './policy.ts'

/** All addresses of this slice. `kinds`: how the slices make the things readable of which the record speaks. */
export function securityRoutes(kinds: readonly RecordedKind[]): readonly Route[] {
  return [
    recordPage(kinds),
    eraseForm,
    faultsPage,
    acknowledgeFaultForm,
    confirmFaultForm,
    entryPage(kinds),
    ...recordExports(kinds),
    ...securityApi(kinds),
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
