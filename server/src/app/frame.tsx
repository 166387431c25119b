import { demonstrationDays } from '../demonstration/index.ts'
import { EmergencyNotice, identityPaths, offeredStandIns } from '../identity/index.ts'
import { holdingsOf } from '../organisation/index.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import type { FrameState } from '../platform/http/system.ts'
import type { PageView } from '../platform/http/view.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import type { Account } from '../ui/account-menu.tsx'
import type { DemoDay } from '../ui/demo-bar.tsx'
import { type AssetLinks, Document, renderPage } from '../ui/document.tsx'
import type { IconName } from '../ui/icons.gen.ts'
import { Notice } from '../ui/notice.tsx'
import { PlainShell } from '../ui/plain-shell.tsx'
import { type NavigationGroup, Shell } from '../ui/shell.tsx'
import { helpFor } from './help-topics.ts'
import { dayPath } from './move-day.tsx'
import { searchPath } from './search.tsx'

export interface FrameParts {
  readonly assets: AssetLinks
  readonly navigation: readonly NavigationEntry[]
}

/** Puts the frame around a page: menu, account, the day of the demonstration, and what the last act told. */
export async function framePage(
  parts: FrameParts,
  c: PublicContext,
  view: PageView,
  state: FrameState,
): Promise<string> {
  const document = {
    title: view.title,
    words: { t: c.t, language: c.language },
    assets: parts.assets,
    theme: state.identified.theme,
    layout: view.layout,
  }
  if (view.bare === true || c.actor === null) {
    const body = view.alone === true ? <PlainShell homeHref="/">{view.body}</PlainShell> : view.body
    return renderPage(<Document {...document}>{body}</Document>)
  }
  const known = c as Context
  const installation = await c.db
    .selectFrom('installation')
    .select(['name_vi', 'name_en', 'demonstration', 'demonstration_ends_on'])
    .executeTakeFirst()
  const shown = (
    <Document {...document}>
      <Shell
        homeHref="/"
        layout={view.layout}
        subtitle={c.language === 'vi' ? installation?.name_vi : installation?.name_en}
        navigation={await navigationOf(parts.navigation, known, view.section)}
        search={{ action: searchPath, value: searchedIn(state.url) }}
        helpHref={helpFor(view.section)}
        demo={installation?.demonstration ? demoDay(c, installation.demonstration_ends_on, state) : undefined}
        account={await accountOf(known, state)}
      >
        {known.actor.emergency && (
          <EmergencyNotice label={known.actor.emergency.objectLabel} endsAt={known.actor.emergency.endsAt} />
        )}
        {state.told && (
          <Notice kind="success" dismissible>
            <p>{c.t(state.told.key, state.told.params)}</p>
          </Notice>
        )}
        {view.body}
      </Shell>
    </Document>
  )
  return renderPage(shown)
}

/** The day of the demonstration, where its data ends, and days of it that are worth a look. */
function demoDay(c: PublicContext, endsOn: string | null, state: FrameState): DemoDay {
  return {
    today: c.today,
    endsOn: endsOn ?? undefined,
    days: demonstrationDays.filter((day) => endsOn === null || day <= endsOn),
    action: dayPath,
    returnTo: state.url,
  }
}

/** What was looked for stays in the field of its page. */
const searchedIn = (url: string): string | undefined =>
  url.startsWith(`${searchPath}?`)
    ? (new URLSearchParams(url.slice(searchPath.length + 1)).get('q') ?? undefined)
    : undefined

async function navigationOf(
  entries: readonly NavigationEntry[],
  c: Context,
  section: string | undefined,
): Promise<NavigationGroup[]> {
  const open: NavigationEntry[] = []
  for (const entry of entries) if (await entry.visible(c)) open.push(entry)
  open.sort((a, b) => a.order - b.order)
  const counts = new Map<string, number>()
  for (const entry of open) if (entry.count !== undefined) counts.set(entry.section, await entry.count(c))
  const groups = [...new Set(open.map((entry) => entry.group))]
  return groups.map((group) => ({
    label: c.t(group),
    items: open
      .filter((entry) => entry.group === group)
      .map((entry) => ({
        label: c.t(entry.labelKey),
        href: typeof entry.href === 'string' ? entry.href : entry.href(c),
        icon: entry.icon as IconName,
        count: counts.get(entry.section),
        current: entry.section === section,
        key: entry.key,
      })),
  }))
}

async function accountOf(c: Context, state: FrameState): Promise<Account> {
  const { personName, postTitle, unitName, personId, holdingId, standsFor, emergency } = c.actor
  const held = await holdingsOf(c, personId, c.today)
  const lent = await offeredStandIns(c)
  const inStead = (lender: string, post: string) => c.t('app.in_stead', { lender, post })
  const post = `${postTitle}, ${unitName}`
  return {
    name: personName,
    post: postTitle === null ? undefined : standsFor ? inStead(standsFor.personName, post) : post,
    posts: [
      ...held.map((one) => ({
        id: one.postId,
        label: `${one.postTitle}, ${one.unitName}`,
        current: standsFor === undefined && emergency === undefined && one.holdingId === holdingId,
      })),
      ...lent.map((one) => ({
        id: one.id,
        label: inStead(one.lenderName, `${one.postTitle}, ${one.unitName}`),
        current: one.id === standsFor?.standInId,
      })),
    ],
    switchAction: identityPaths.post,
    languageAction: identityPaths.language,
    signOutAction: identityPaths.signOut,
    returnTo: state.url,
    links: [
      { label: c.t('app.account'), href: identityPaths.account },
      { label: c.t('app.stand_ins'), href: identityPaths.standIns },
    ],
  }
}
