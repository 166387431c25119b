/** The pages of the programme that are read, and their places in the menu. */
import type { Context } from '../../platform/context.ts'
import type { Route } from '../../platform/http/route.ts'
import type { NavigationEntry } from '../../platform/navigation.ts'
import { yearOf } from '../../platform/plain-date.ts'
import { paths } from '../paths.ts'
import { overviewPage } from './overview.tsx'
import { programmesPage } from './programmes.tsx'
import { sections } from './sections.ts'
import { workPage } from './work.tsx'

export const programmePages: readonly Route[] = [programmesPage, overviewPage, workPage]

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
]
