import type { Context } from '../platform/context.ts'
import { page, pageRoute } from '../platform/http/route.ts'
import type {
  NavigationEntry,
  Worklist,
  WorklistCount,
  WorklistItem,
  WorklistSection,
} from '../platform/navigation.ts'
import { daysBetween } from '../platform/plain-date.ts'
import { programmeWorklist } from '../programme/index.ts'
import { Badge, IllustrativeTag } from '../ui/badge.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { formatDate, formatDaysAway, formatDaysLeft, formatLongDate } from '../ui/format.ts'
import type { IconName } from '../ui/icons.gen.ts'
import { EmptyState } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Cluster, Columns, Panel, Stack } from '../ui/panel.tsx'
import { DueList } from '../ui/paths.tsx'
import { Due, Stat, Stats } from '../ui/stat.tsx'
import { useWords } from '../ui/words.tsx'

export const myWorkPath = '/'
const section = 'app.my_work'

/** Every slice that has something for a person. */
const worklists: readonly Worklist[] = [programmeWorklist]

/** The first place of the menu, with how many things press. */
export const myWorkNavigation: NavigationEntry = {
  group: 'app.group_work',
  labelKey: 'app.my_work',
  href: myWorkPath,
  icon: 'inbox',
  section,
  order: 0,
  visible: () => true,
  async count(c) {
    let pressing = 0
    for (const worklist of worklists) pressing += await worklist.count(c)
    return pressing
  },
}

async function showMyWork(c: Context) {
  const sections: WorklistSection[] = []
  for (const worklist of worklists) sections.push(...(await worklist.sections(c)))
  sections.sort((a, b) => a.order - b.order)
  return page(c.t('app.my_work'), <MyWork c={c} sections={sections} />, { section })
}

/** What waits for the one who has signed in, in the post in which he acts. */
export const myWorkPages = [pageRoute(myWorkPath, showMyWork), pageRoute('/viec-cua-toi', showMyWork)]

interface Shown {
  readonly c: Context
  readonly sections: readonly WorklistSection[]
}

function MyWork({ c, sections }: Shown) {
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
    <Stats>
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
      action={
        <Cluster>
          {pile.counts.map((count) => (
            <CountLink key={count.href} count={count} />
          ))}
        </Cluster>
      }
      footer={
        pile.clear === null ? undefined : (
          <Form action={pile.clear.action} hidden={pile.clear.hidden} layout="inline">
            <Button size="small" icon="check">
              {pile.clear.label}
            </Button>
          </Form>
        )
      }
    >
      <DueList
        items={pile.items.map((item) => ({
          key: item.key,
          title: item.title,
          href: item.href,
          who: (
            <>
              {item.note} {item.illustrative && <IllustrativeTag />}
            </>
          ),
          due: <When c={c} item={item} />,
        }))}
      />
    </Panel>
  )
}

function CountLink({ count }: { readonly count: WorklistCount }) {
  const { t } = useWords()
  return (
    <a href={count.href}>
      {count.label === null
        ? t('app.see_all', { total: count.total })
        : t('app.see_all_of', { total: count.total, label: count.label })}
    </a>
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
  if (item.since !== null)
    return (
      <Due
        date={t('app.since', { date: formatDate(item.since, language) })}
        relative={formatDaysAway(daysBetween(c.today, item.since), language)}
      />
    )
  return item.urgent ? (
    <Badge tone="given" icon="circle-dot">
      {t('app.unread')}
    </Badge>
  ) : null
}
