import { page, pageRoute } from '../../../platform/http/route.ts'
import { IllustrativeTag, SignalBadge, StateBadge, Tag } from '../../../ui/badge.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, Panel, Stack, Tabs } from '../../../ui/panel.tsx'
import { DueList } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { readFilterAddress } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import type { Signal } from '../../rules/signals.ts'
import { type OpenAct, openActsOf } from '../../work/work-actions.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { RowDue } from '../lists/works-table.tsx'
import { sections } from '../sections.ts'
import { signalDetail } from './signal-words.ts'
import { ActsPanel, NextAct } from './work-acts.tsx'
import { WorkChain } from './work-chain.tsx'
import { DecisionsTab } from './work-decisions.tsx'
import { EvidencePanel } from './work-evidence.tsx'
import { HistoryPanel, HistoryTab, type Known, knownBy, knownName } from './work-history.tsx'
import { WorkPress } from './work-press.tsx'
import { PromisePanel, RegistrationPanel } from './work-promise.tsx'
import { ReportsTab } from './work-reports.tsx'
import { StepsPanel } from './work-steps.tsx'
import { tabOf, type WorkTab, workTab, workTabs } from './work-tabs.ts'
import { TargetPanels } from './work-targets.tsx'

interface Shown {
  readonly work: WorkPage
  readonly actions: readonly OpenAct[]
  readonly tab: WorkTab
  readonly isPast: boolean
  readonly known: Known | null
}

/** One work whole: what was promised, how far it is and on what proof, who decided what, and what can be done now. */
export const workPage = pageRoute('/cong-viec/:ref', async (c, { params, query }) => {
  const ref = params.ref ?? ''
  const { asOf } = readFilterAddress({ ngay: query.ngay ?? '' }, c.today)
  const work = await getWorkPage(c, ref, asOf)
  const shown: Shown = {
    work,
    // What can be done is of today; a page of the past only shows.
    actions: asOf === c.today ? await openActsOf(c, ref) : [],
    tab: tabOf(query.phan),
    isPast: asOf !== c.today,
    known: tabOf(query.phan) === 'history' ? await knownBy(c, ref, asOf, query[knownName]) : null,
  }
  return page(work.title, <WorkBody {...shown} />, { section: sections.works })
})

function WorkBody(props: Shown) {
  return (
    <>
      <Head {...props} />
      <WorkTabs {...props} />
      {props.isPast && <PastNotice work={props.work} />}
      <TabBody {...props} />
    </>
  )
}

function Head({ work, actions }: Shown) {
  const { t } = useWords()
  const { programme } = work
  return (
    <PageHeader
      breadcrumbs={[
        { label: programme.name, href: paths.programme(programme.year) },
        { label: t('programme.nav.works'), href: paths.works(work.siblings.filter) },
      ]}
      kicker={`${work.code ?? t('programme.no_code')} · ${t(`programme.owner.${work.owner.kind}`)}`}
      title={work.title}
      badges={
        <>
          <StateBadge state={work.state} />
          {work.signals.map((signal) => (
            <Signalled key={signal} work={work} signal={signal} />
          ))}
          {work.addedBySuperior && <Tag icon="plus">{t('programme.added_by_superior')}</Tag>}
          {work.illustrative && <IllustrativeTag />}
        </>
      }
      actions={<NextAct actions={actions} />}
    />
  )
}

function Signalled({ work, signal }: { work: WorkPage; signal: Signal }) {
  return <SignalBadge signal={signal} detail={signalDetail(work, signal, useWords())} />
}

function WorkTabs({ work, tab, isPast }: Shown) {
  const { t, language } = useWords()
  const counts: Partial<Record<WorkTab, number>> = {
    reports: work.reports.filter(({ current }) => current).length,
    evidence: work.evidence?.length ?? 0,
    decisions:
      work.decisions.length + work.appraisals.length + work.adjustments.length + work.completions.length,
  }
  const ref = work.code ?? work.id
  return (
    <Tabs
      label={t('programme.parts_of_work')}
      tabs={[
        ...(Object.keys(workTabs) as WorkTab[]).map((name) => ({
          label: t(`programme.tab.${name}`),
          href: workTab(ref, name, isPast ? work.asOf : null),
          count: counts[name] === undefined ? undefined : formatNumber(counts[name], language),
          current: name === tab,
        })),
        ...(work.comments === null
          ? []
          : [
              {
                label: t('programme.tab.talk'),
                href: paths.talk(ref),
                count: formatNumber(work.comments, language),
                current: false,
              },
            ]),
      ]}
    />
  )
}

function PastNotice({ work }: { work: WorkPage }) {
  const { t, language } = useWords()
  return (
    <Notice kind="info" title={t('programme.past_title', { date: formatDate(work.asOf, language) })}>
      <p>
        {t('programme.past_text')} <a href={paths.work(work.code ?? work.id)}>{t('programme.to_today')}</a>
      </p>
    </Notice>
  )
}

function TabBody({ work, actions, tab, known }: Shown) {
  switch (tab) {
    case 'work':
      return <MainTab work={work} actions={actions} />
    case 'reports':
      return <ReportsTab work={work} actions={actions} />
    case 'evidence':
      return <EvidencePanel work={work} actions={actions} />
    case 'decisions':
      return <DecisionsTab work={work} />
    case 'history':
      return <HistoryTab work={work} known={known} />
  }
}

function MainTab({ work, actions }: Pick<Shown, 'work' | 'actions'>) {
  return (
    <Columns>
      <Stack>
        <PromisePanel work={work} />
        <TargetPanels work={work} />
        <StepsPanel work={work} />
        <EvidencePanel work={work} actions={actions} />
        <RegistrationPanel work={work} />
        <WorkPress work={work} />
      </Stack>
      <Stack>
        <ActsPanel work={work} actions={actions} />
        <WorkChain work={work} />
        <HistoryPanel work={work} />
        <SiblingsPanel work={work} />
      </Stack>
    </Columns>
  )
}

/** The works of the same unit and of its heads, side by side: a person's own is no copy of the unit's. */
function SiblingsPanel({ work }: { work: WorkPage }) {
  const { t } = useWords()
  const { rows, filter } = work.siblings
  return (
    <Panel
      title={t('programme.siblings')}
      lead={t('programme.siblings_lead', { unit: work.owner.unitName })}
      action={<a href={paths.works(filter)}>{t('programme.all')}</a>}
    >
      {rows.length === 0 ? (
        <EmptyState title={t('programme.no_siblings')} />
      ) : (
        <DueList
          items={rows.slice(0, siblingsShown).map((row) => ({
            key: row.id,
            title: row.title,
            href: paths.work(row.code ?? row.id),
            who: row.owner.holderName ?? t('programme.owner.collective'),
            due: <RowDue row={row} asOf={work.asOf} />,
          }))}
        />
      )}
    </Panel>
  )
}

const siblingsShown = 5
