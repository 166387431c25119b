import type { Context } from '../../../platform/context.ts'
import { page, pageRoute, redirect } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatLongDate } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type ClaimView, listClaims } from '../../figures/claims.ts'
import { type ProgrammeSummary, programmeSummary } from '../../figures/figures.ts'
import { paths } from '../../paths.ts'
import { listPressFacts, listPressSources, type PressFactRow } from '../../press/press-facts.ts'
import { mayRegister } from '../../rights.ts'
import { guidanceOfProgramme, type ProgrammeGuidance } from '../../year/guidance.ts'
import { isYearToOpen, type ProgrammeCalendar, programmeCalendar } from '../../year/list-programmes.ts'
import { AskBar } from '../ask-bar.tsx'
import { PressPanels } from '../press/press-panel.tsx'
import { sections } from '../sections.ts'
import { filterOfYear, yearParam } from './address-params.ts'
import { ClaimsPanel } from './claims-panel.tsx'
import { DebtsPanel } from './debts-panel.tsx'
import { EmptyYear } from './empty-year.tsx'
import {
  ContentGroupsPanel,
  FirstUnits,
  ThemesPanel,
  TiersPanel,
  unitChoices,
} from './overview-breakdowns.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import { allOfPart, titleOfPart } from './part-words.ts'
import { ProgrammeChain } from './programme-chain.tsx'

interface Overview {
  readonly summary: ProgrammeSummary
  readonly claims: readonly ClaimView[]
  readonly facts: readonly PressFactRow[]
  readonly citation: string
  readonly calendar: ProgrammeCalendar
  readonly mayRegister: boolean
  readonly guidance: ProgrammeGuidance
}

/** A year's programme on one page, as of a day: what was promised, how it stands, and who owes what. */
export const overviewPage = pageRoute('/chuong-trinh/:nam', async (c, { params, query }) => {
  const year = yearParam(params.nam)
  if (await isYearToOpen(c, year)) return redirect(paths.programmes())
  const overview = await loadOverview(c, filterOfYear(year, query, c.today))
  return page(overview.summary.programme.name, <OverviewBody {...overview} />, { section: sections.overview })
})

async function loadOverview(c: Context, filter: Parameters<typeof programmeSummary>[1]): Promise<Overview> {
  const summary = await programmeSummary(c, filter)
  const [source] = await listPressSources(c)
  return {
    summary,
    claims: await listClaims(c, filter),
    facts: await listPressFacts(c, filter.year),
    citation: source?.citation ?? '',
    calendar: await programmeCalendar(c, summary.programme.id),
    mayRegister: mayRegister(c),
    guidance: await guidanceOfProgramme(c, summary.programme.id),
  }
}

function OverviewBody(props: Overview) {
  const { t, language } = useWords()
  const { summary } = props
  const { programme, filter, tally } = summary
  const isEmpty = tally.registered.count === 0 && filter.unit === null && filter.illustrative === 'include'
  return (
    <Stack>
      <PageHeader
        title={titleOfPart(programme.name, summary.part, t)}
        lead={t('programme.overview_lead', {
          unit: programme.unitName,
          date: formatLongDate(summary.asOf, language),
        })}
        breadcrumbs={[{ label: t('programme.programmes'), href: paths.programmes() }]}
        actions={<Actions {...props} />}
      />
      <AskBar
        action={paths.programme(programme.year)}
        filter={filter}
        units={unitChoices(summary)}
        allUnits={allOfPart(summary.part, t)}
      />
      {isEmpty ? (
        <EmptyYear calendar={props.calendar} mayRegister={props.mayRegister} />
      ) : (
        <Filled {...props} />
      )}
    </Stack>
  )
}

function Actions({ summary, mayRegister }: Overview) {
  const { t } = useWords()
  const { programme, tally } = summary
  return (
    <>
      <ButtonLink href={paths.works(tally.registered.filter)} icon="list-check">
        {t('programme.open_list')}
      </ButtonLink>
      {mayRegister && programme.status === 'open' && (
        <ButtonLink href={paths.register()} kind="primary" icon="plus">
          {t('programme.register_work')}
        </ButtonLink>
      )}
    </>
  )
}

// The whole lists are one step away.
const debtsAtOnce = 6

function Filled({ summary, claims, facts, citation, guidance }: Overview) {
  return (
    <>
      <OverviewFigures summary={summary} />
      <Columns>
        <Stack>
          <FirstUnits
            summary={summary}
            allHref={paths.programmeUnits(summary.programme.year, summary.filter)}
          />
          <ThemesPanel summary={summary} />
          <TiersPanel summary={summary} />
        </Stack>
        <Stack>
          <DebtsPanel
            debts={summary.debts.slice(0, debtsAtOnce)}
            lateHref={paths.works(summary.tally.late.filter)}
            silentHref={paths.works(summary.tally.silent.filter)}
            backdatedHref={paths.works({ ...summary.filter, reporting: 'backdated' })}
          />
          <ContentGroupsPanel groups={summary.contentGroups} />
        </Stack>
      </Columns>
      <ClaimsPanel claims={claims} citation={citation} />
      <ProgrammeChain summary={summary} guidance={guidance} />
      <PressPanels facts={facts} citation={citation} />
    </>
  )
}
