import type { Route } from '../platform/http/route.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import { organisationApi } from './api.ts'
import { endUnitActFor } from './directory-acts.ts'
import { section } from './pages/looks.tsx'
import { personPage } from './pages/person.tsx'
import { personsPage } from './pages/persons.tsx'
import { postForms } from './pages/post-forms.tsx'
import { type DirectoryParts, unitPage } from './pages/unit.tsx'
import { unitForms } from './pages/unit-forms.tsx'
import { unitPaperFile } from './pages/unit-paper.ts'
import { unitsPage } from './pages/units.tsx'
import { organisationPaths } from './paths.ts'
import { exportPages } from './workbook/export-pages.ts'
import { importActsFor, importApi } from './workbook/import-acts.ts'
import { importForm } from './workbook/import-page.tsx'
import { previewForm } from './workbook/preview-page.tsx'

/** All addresses of the directory; upper slices may add to its pages. */
export function organisationRoutes(parts: DirectoryParts): readonly Route[] {
  const endUnit = endUnitActFor(parts.unitDependants)
  const imports = importActsFor(parts.unitDependants)
  return [
    unitsPage,
    unitPage(parts),
    personsPage,
    personPage(parts),
    unitPaperFile,
    ...exportPages,
    importForm(imports),
    previewForm(imports),
    ...unitForms({ endUnit }),
    ...postForms,
    ...organisationApi({ endUnit }),
    ...importApi(imports),
  ]
}

export const organisationNavigation: readonly NavigationEntry[] = [
  {
    group: 'organisation.group',
    labelKey: 'organisation.nav',
    href: organisationPaths.units(),
    icon: 'sitemap',
    section,
    order: 90,
    visible: () => true,
  },
]
