// NOTE FROM THE LEAD (take this line out when read): the directory (/don-vi), Việc của tôi (/, worklist.ts, app/my-work.tsx) and quick search
// (/tim-kiem) are being written by another helper; the pages of measures (/chi-so), decisions (/quyet-dinh list, one, annex) and
// the article (/bai-bao) by a third. Yours remain: overview, works list with export, work, guidance (/can-cu), theme.
/** The pages of the programme that are read, and their places in the menu. */
import type { Context } from '../../platform/context.ts'
import type { Route } from '../../platform/http/route.ts'
import type { NavigationEntry } from '../../platform/navigation.ts'
import { yearOf } from '../../platform/plain-date.ts'
import { paths } from '../paths.ts'
import { overviewPage } from './overview.tsx'
import { programmesPage } from './programmes.tsx'
import { mayAppraise } from './rights.ts'
import { sections } from './sections.ts'
import { workPage } from './work.tsx'
import { worksPage } from './works.tsx'
import { worksCsv, worksXlsx } from './works-export.ts'

export const programmePages: readonly Route[] = [
  programmesPage,
  overviewPage,
  worksPage,
  worksXlsx,
  worksCsv,
  workPage,
]

const everybody = (): boolean => true

const entry = (
  name: keyof typeof sections,
  place: { readonly order: number; readonly icon: string; readonly href: NavigationEntry['href'] },
  visible: (c: Context) => boolean = everybody,
): NavigationEntry => ({
  group: 'programme.group',
  labelKey: `programme.nav.${name}`,
  section: sections[name],
  visible,
  ...place,
})

export const programmeNavigation: readonly NavigationEntry[] = [
  entry('overview', {
    order: 10,
    icon: 'layout-dashboard',
    href: (c) => paths.programme(yearOf(c.today)),
  }),
  entry('works', { order: 20, icon: 'clipboard-list', href: paths.allWorks() }),
  entry('appraisals', { order: 30, icon: 'scale', href: paths.appraisals() }, mayAppraise),
]
