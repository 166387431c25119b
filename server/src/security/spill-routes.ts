import type { Route } from '../platform/http/route.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import type { SpillSite } from '../platform/slices/spill-sites.ts'
import { eraseSpillForm, isolateForm } from './pages/spill-forms.tsx'
import { spillSection, spillsPage } from './pages/spills.tsx'
import { spillPaths } from './paths.ts'
import { spillApi } from './spill-api.ts'
import { eraseSpill, isolateSpill, isSecrecyOfficer } from './spills.ts'

/** What was stopped at the door, what spilled, and the two acts that deal with a spill; the same for machines. */
export function spillRoutes(sites: readonly SpillSite[]): readonly Route[] {
  const isolate = isolateSpill(sites)
  const erase = eraseSpill(sites)
  return [spillsPage, isolateForm(isolate), eraseSpillForm(erase), ...spillApi(isolate, erase)]
}

export const spillNavigation: NavigationEntry = {
  group: 'security.group',
  labelKey: 'security.spills',
  href: spillPaths.spills,
  icon: 'lock',
  section: spillSection,
  order: 120,
  visible: isSecrecyOfficer,
}
