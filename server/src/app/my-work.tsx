import { Fragment } from 'preact'
import type { Context } from '../platform/context.ts'
import { page, pageRoute } from '../platform/http/route.ts'
import type {
  NavigationEntry,
  Worklist,
  WorklistCount,
  WorklistItem,
  WorklistSection,
} from '../platform/slices/navigation.ts'
import { daysBetween } from '../platform/time/plain-date.ts'
import { Badge, IllustrativeTag } from '../ui/badge.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { formatDate, formatDaysLeft, formatLongDate, formatNumber } from '../ui/format.ts'
import type { IconName } from '../ui/icons.gen.ts'
import { EmptyState } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Cluster, Columns, Note, Panel, Small, Stack } from '../ui/panel.tsx'
import { DueList } from '../ui/paths.tsx'
import { Due, Stat, Stats } from '../ui/stat.tsx'
import { useWords } from '../ui/words.tsx'
import { slices, surroundings } from './slices.ts'

export const myWorkPath = '/'
const section = 'app.my_work'

/** Every slice that has something for a person. */
export const worklists: readonly Worklist[] = slices.flatMap(
  (slice) => slice.worklist?.(surroundings()) ?? [],
)

/** The first place of the menu, with how many things press. */
export const myWorkNavigation: NavigationEntry = {
  group: 'app.group_work',
  labelKey: 'app.my_work',
  href: myWorkPath,
  icon: 'inbox',
  section,
  key: 'v',
  order: 0,
  visible: () => true,
  count: countPressing,
}

async function countPressing(c: Context): Promise<number> {
  let pressing = 0
  for (const worklist of worklists) pressing += await worklist.count(c)
  return pressing
}

/** Everything that slices have for the actor, in order. */
export async function myWorkSections(c: Context): Promise<readonly WorklistSection[]> {
  const sections: WorklistSection[] = []
  for (const worklist of worklists) sections.push(...(await worklist.sections(c)))
  return sections.sort((a, b) => a.order - b.order)
}

async function showMyWork(c: Context) {
  const sections = await myWorkSections(c)
  const pressing = await countPressing(c)
  return page(c.t('app.my_work'), <MyWork c={c} sections={sections} pressing={pressing} />, { section })
}

/** What waits for the one who has signed in, in the post in which they act. */
export const myWorkPages = [pageRoute(myWorkPath, showMyWork), pageRoute('/viec-cua-toi', showMyWork)]

interface Shown {
  readonly c: Context
  readonly sections: readonly WorklistSection[]
}

function MyWork({ c, sections, pressing }: Shown & { readonly pressing: number }) {
  const { t, language } = useWords()
  const { personName, postTitle, unitName } = c.actor
  const full = sections.filter(({ items }) => items.length > 0)
  const tasks = full.filter(({ kind }) => kind === 'task')
  const watched = full.filter(({ kind }) => kind === 'watch')
  return (
    <Stack>
      <PageHeader
        kicker={formatLongDate(c.today, language)}
        title={t('app.my_work_of', { name: personName })}
        lead={postTitle === null ? t('app.my_work_no_post') : `${postTitle}, ${unitName}`}
      />
      <Glance sections={sections} />
      {pressing > 0 && <Note>{t('app.my_work_pressing', { count: formatNumber(pressing, language) })}</Note>}
      {tasks.length === 0 && <NothingWaits />}
      {watched.length === 0 ? (
        <Piles c={c} sections={tasks} />
      ) : tasks.length === 0 ? (
        <Columns shape="halves">
          <Piles c={c} sections={watched} />
        </Columns>
      ) : (
        <Columns>
          <Stack>
            <Piles c={c} sections={tasks} />
          </Stack>
          <Stack>
            <Piles c={c} sections={watched} />
          </Stack>
        </Columns>
      )}
    </Stack>
  )
}

/** The piles as figures, each a link to its list. */
function Glance({ sections }: { readonly sections: readonly WorklistSection[] }) {
  const figures = sections.flatMap((one) => one.counts.map((count) => ({ section: one, count })))
  if (figures.length === 0) return null
  return (
    <Stats columns={[3, 5, 6, 9].includes(figures.length) ? 3 : 4}>
      {figures.map(({ section: one, count }) => (
        <Stat
          key={count.href}
          label={one.title}
          value={count.total}
          href={count.href}
          icon={one.icon as IconName}
          tone={one.items.some(({ urgent }) => urgent) ? 'bad' : 'given'}
          note={count.label}
        />
      ))}
    </Stats>
  )
}

function NothingWaits() {
  const { t } = useWords()
  return (
    <Panel>
      <EmptyState
        icon="circle-check"
        title={t('app.nothing_waits')}
        action={<ButtonLink href="/cong-viec">{t('app.see_works')}</ButtonLink>}
      >
        {t('app.nothing_waits_text')}
      </EmptyState>
    </Panel>
  )
}

function Piles({ c, sections }: Shown) {
  return (
    <>
      {sections.map((one) => (
        <Pile key={one.key} c={c} section={one} />
      ))}
    </>
  )
}

function Pile({ c, section: pile }: { readonly c: Context; readonly section: WorklistSection }) {
  return (
    <Panel
      id={pile.key}
      title={pile.title}
      lead={pile.lead}
      action={pile.kind === 'task' && <CountLinks pile={pile} />}
      footer={hasFooter(pile) && <PileFooter pile={pile} />}
    >
      <DueList
        items={pile.items.map((item) => ({
          key: item.key,
          title: item.title,
          href: item.href,
          who: (
            <>
              {item.note} {isMarked(item) && <IllustrativeTag />}
            </>
          ),
          due: <When c={c} item={item} />,
        }))}
      />
    </Panel>
  )
}

// What the demonstration made up mostly says so in its very name; a second mark would only be noise.
const isMarked = ({ illustrative, title }: WorklistItem) => illustrative && !title.includes('minh hoạ')

function CountLinks({ pile }: { readonly pile: WorklistSection }) {
  return (
    <>
      {pile.counts.map((count, index) => (
        <Fragment key={count.href}>
          {index > 0 && ' · '}
          <CountLink count={count} isCut={count.total > pile.items.length} />
        </Fragment>
      ))}
    </>
  )
}

function CountLink({ count, isCut }: { readonly count: WorklistCount; readonly isCut: boolean }) {
  const { t, language } = useWords()
  const total = formatNumber(count.total, language)
  if (count.label !== null)
    return <a href={count.href}>{t('app.see_all_of', { total, label: count.label })}</a>
  return <a href={count.href}>{t(isCut ? 'app.see_all' : 'app.see_list', { total })}</a>
}

const hasFooter = (pile: WorklistSection) => pile.kind === 'watch' || pile.act !== null || pile.clear !== null

/** Next to the main column there is no room for the counts at the head. */
function PileFooter({ pile }: { readonly pile: WorklistSection }) {
  return (
    <Cluster>
      {pile.kind === 'watch' && (
        <span>
          <CountLinks pile={pile} />
        </span>
      )}
      {pile.act !== null && (
        <ButtonLink href={pile.act.href} size="small" icon="gavel">
          {pile.act.label}
        </ButtonLink>
      )}
      {pile.clear !== null && (
        <Form action={pile.clear.action} hidden={pile.clear.hidden} layout="inline">
          <Button size="small" icon="check">
            {pile.clear.label}
          </Button>
        </Form>
      )}
    </Cluster>
  )
}

/** Until when, with the days left; or since when it waits. */
function When({ c, item }: { readonly c: Context; readonly item: WorklistItem }) {
  const { t, language } = useWords()
  if (item.dueOn !== null) {
    const days = daysBetween(c.today, item.dueOn)
    return (
      <Due
        date={formatDate(item.dueOn, language)}
        relative={formatDaysLeft(days, language)}
        tone={days < 0 ? 'late' : days <= 7 ? 'soon' : 'plain'}
      />
    )
  }
  if (item.since !== null) {
    const days = daysBetween(item.since, c.today)
    return (
      <Small>
        {days === 0 ? t('app.waits_today') : t('app.waits_days', { days: formatNumber(days, language) })}
      </Small>
    )
  }
  return item.urgent ? (
    <Badge tone="given" icon="circle-dot">
      {t('app.unread')}
    </Badge>
  ) : null
}
