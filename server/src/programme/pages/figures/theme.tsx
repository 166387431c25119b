import { page, pageRoute } from '../../../platform/http/route.ts'
import { formatLongDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { Chain, Quote } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type ProgrammeSummary, programmeSummary } from '../../figures/figures.ts'
import { listWorks, type WorksPage } from '../../lists/list-works.ts'
import { paths } from '../../paths.ts'
import { listPressSources } from '../../press/press-facts.ts'
import { getTheme, type ThemePage } from '../../year/guidance.ts'
import { AskBar } from '../ask-bar.tsx'
import { guidanceLevels } from '../guidance-levels.tsx'
import { WorksTable } from '../lists/works-table.tsx'
import { sections } from '../sections.ts'
import { filterOfYear, numberParam, yearParam } from './address-params.ts'
import { FirstUnits, unitChoices } from './overview-breakdowns.tsx'
import { StandingStats } from './overview-figures.tsx'
import { allOfPart, titleOfPart } from './part-words.ts'

interface Shown {
  readonly found: ThemePage
  readonly summary: ProgrammeSummary
  readonly works: WorksPage
  readonly citation: string | null
}

const worksShown = 20

/** A theme between the programme above it and the works below it. */
export const themePage = pageRoute('/chuong-trinh/:nam/nhom/:so', async (c, { params, query }) => {
  const year = yearParam(params.nam)
  const ord = numberParam(params.so, 'theme')
  const asked = filterOfYear(year, query, c.today)
  const found = await getTheme(c, year, ord, asked.asOf)
  const filter = { ...asked, theme: ord, standing: 'registered' as const }
  const [source] = await listPressSources(c)
  const shown: Shown = {
    found,
    summary: await programmeSummary(c, filter),
    works: await listWorks(c, { filter, limit: worksShown }),
    citation: source?.citation ?? null,
  }
  return page(found.theme.headline, <ThemeBody {...shown} />, { section: sections.overview })
})

function ThemeBody({ found, summary, works, citation }: Shown) {
  const { t, language } = useWords()
  const { theme, programme } = found
  const { filter } = summary
  return (
    <Stack>
      <PageHeader
        kicker={t('programme.theme_number', { number: theme.ord })}
        title={titleOfPart(theme.headline, summary.part, t)}
        lead={t('programme.overview_lead', {
          unit: theme.setByName,
          date: formatLongDate(summary.asOf, language),
        })}
        breadcrumbs={[{ label: programme.name, href: paths.programme(programme.year, filter) }]}
      />
      <AskBar
        action={paths.theme(programme.year, theme.ord)}
        filter={filter}
        units={unitChoices(summary)}
        allUnits={allOfPart(summary.part, t)}
      />
      <StandingStats summary={summary} />
      <Columns>
        <FirstUnits
          summary={summary}
          allHref={paths.works(summary.tally.assigned.filter, { sort: 'unit' })}
        />
        <Stack>
          <ThemeSource found={found} citation={citation} />
          <ThemeChain found={found} works={works} />
        </Stack>
      </Columns>
      <WorksTable
        caption={t('programme.nav.works')}
        rows={works.rows}
        asOf={summary.asOf}
        empty={<EmptyState title={t('programme.no_match')} />}
      />
    </Stack>
  )
}

function ThemeSource({ found, citation }: Pick<Shown, 'found' | 'citation'>) {
  const { t } = useWords()
  const { theme } = found
  return (
    <Panel title={t('programme.theme_says')} lead={t('programme.set_by', { body: theme.setByName })}>
      <Stack>
        {theme.parts.length > 0 && (
          <Prose>
            <ul>
              {theme.parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </Prose>
        )}
        {theme.sourceQuote !== null && citation !== null && (
          <Quote source={citation} href={paths.article()}>
            “{theme.sourceQuote}”
          </Quote>
        )}
      </Stack>
    </Panel>
  )
}

function ThemeChain({ found, works }: Pick<Shown, 'found' | 'works'>) {
  const { t } = useWords()
  const { theme, programme, guidance } = found
  return (
    <Panel title={t('programme.chain')}>
      <Chain
        levels={[
          ...guidanceLevels(guidance.basis, t),
          {
            label: t('programme.programme'),
            nodes: [{ key: 'programme', label: programme.name, href: paths.programme(programme.year) }],
          },
          {
            label: t('programme.theme'),
            nodes: [
              {
                key: 'theme',
                label: theme.headline,
                href: paths.theme(programme.year, theme.ord),
                current: true,
              },
            ],
          },
          {
            label: t('programme.nav.works'),
            nodes: [
              {
                key: 'works',
                label: t('programme.works_count', { count: works.total }),
                href: paths.works(works.filter),
              },
            ],
          },
        ]}
      />
    </Panel>
  )
}
