import { page, pageRoute } from '../../../platform/http/route.ts'
import { formatLongDate } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type ProgrammeSummary, programmeSummary } from '../../figures/figures.ts'
import { paths } from '../../paths.ts'
import { AskBar } from '../ask-bar.tsx'
import { sections } from '../sections.ts'
import { filterOfYear, yearParam } from './address-params.ts'
import { UnitsPanel, unitChoices } from './overview-breakdowns.tsx'

/** All units directly below one, side by side: what the overview shows the first of. */
export const byUnitPage = pageRoute('/chuong-trinh/:nam/don-vi', async (c, { params, query }) => {
  const year = yearParam(params.nam)
  const summary = await programmeSummary(c, filterOfYear(year, query, c.today))
  return page(c.t('programme.by_unit'), <ByUnitBody summary={summary} />, { section: sections.overview })
})

function ByUnitBody({ summary }: { summary: ProgrammeSummary }) {
  const { t, language } = useWords()
  const { programme, filter } = summary
  return (
    <Stack>
      <PageHeader
        title={t('programme.by_unit')}
        lead={t('programme.overview_lead', {
          unit: summary.units.name,
          date: formatLongDate(summary.asOf, language),
        })}
        breadcrumbs={[{ label: programme.name, href: paths.programme(programme.year, filter) }]}
      />
      <AskBar
        action={paths.programmeUnits(programme.year)}
        filter={filter}
        units={unitChoices(summary)}
        allUnits={t('programme.whole_programme')}
      />
      <UnitsPanel summary={summary} />
    </Stack>
  )
}
