/** The pages of the programme that are read, and their places in the menu. */

import type { Route } from '../../platform/http/route.ts'
import type { MessageKey } from '../../platform/message-key.ts'
import type { NavigationEntry } from '../../platform/slices/navigation.ts'
import { yearOf } from '../../platform/time/plain-date.ts'
import { paths } from '../paths.ts'
import { isArticleThere } from '../press/press-facts.ts'
import { mayAdminister, mayAppraise } from '../rights.ts'
import { deskPage } from './desk/desk-page.tsx'
import { byUnitPage } from './figures/by-unit.tsx'
import { overviewPage } from './figures/overview.tsx'
import { themePage } from './figures/theme.tsx'
import { evidenceFile } from './files.ts'
import { worksPage } from './lists/works.tsx'
import { worksCsv, worksXlsx } from './lists/works-export.ts'
import { programmeRecordPages } from './records.ts'
import { sections } from './sections.ts'
import { workPage } from './work/work.tsx'
import { guidancePage } from './year/guidance.tsx'
import { guidingDocumentPage } from './year/guiding-document.tsx'
import { programmesPage } from './year/programmes.tsx'

export const programmePages: readonly Route[] = [
  programmesPage,
  overviewPage,
  byUnitPage,
  themePage,
  worksPage,
  worksXlsx,
  worksCsv,
  workPage,
  deskPage,
  evidenceFile,
  guidancePage,
  guidingDocumentPage,
  ...programmeRecordPages,
]

const everybody = (): boolean => true

const beside = 'programme.group_beside'

const entry = (
  name: keyof typeof sections,
  place: {
    readonly order: number
    readonly icon: string
    readonly href: NavigationEntry['href']
    readonly group?: MessageKey
    readonly key?: string
  },
  visible: NavigationEntry['visible'] = everybody,
): NavigationEntry => ({
  group: place.group ?? 'programme.group',
  labelKey: `programme.nav.${name}`,
  section: sections[name],
  visible,
  order: place.order,
  icon: place.icon,
  href: place.href,
  ...(place.key === undefined ? {} : { key: place.key }),
})

export const programmeNavigation: readonly NavigationEntry[] = [
  entry('overview', {
    key: 't',
    order: 10,
    icon: 'layout-dashboard',
    href: (c) => paths.programme(yearOf(c.today)),
  }),
  entry('works', { key: 'd', order: 20, icon: 'clipboard-list', href: paths.allWorks() }),
  entry('appraisals', { key: 'h', order: 30, icon: 'scale', href: paths.appraisals() }, mayAppraise),
  entry('decisions', { key: 'q', order: 40, icon: 'gavel', href: paths.decisions() }),
  entry(
    'settings',
    { order: 45, icon: 'settings', href: (c) => paths.settings(yearOf(c.today)) },
    mayAdminister,
  ),
  entry('measures', { key: 's', order: 50, icon: 'chart-bar', href: paths.measures(), group: beside }),
  entry('guidance', { key: 'c', order: 60, icon: 'books', href: paths.guidance(), group: beside }),
  entry('article', { order: 70, icon: 'quote', href: paths.article(), group: beside }, isArticleThere),
]
