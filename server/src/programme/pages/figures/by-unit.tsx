import type { Page } from '../../../platform/http/paging.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { formatLongDate } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type UnitRow, unitRowsPage } from '../../figures/breakdowns.ts'
import { type ProgrammeSummary, programmeSummary } from '../../figures/figures.ts'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { AskBar } from '../ask-bar.tsx'
import { sections } from '../sections.ts'
import { filterOfYear, yearParam } from './address-params.ts'
import { UnitsPanel, unitChoices } from './overview-breakdowns.tsx'
import { allOfPart, titleOfPart } from './part-words.ts'

const rowsAPage = 40

/** All units directly below one, side by side, by pages: what the overview shows the first of. */
export const byUnitPage = pageRoute('/chuong-trinh/:nam/don-vi', async (c, { params, query }) => {
  const year = yearParam(params.nam)
  const summary = await programmeSummary(c, filterOfYear(year, query, c.today))
  const cursor = query[addressNames.cursor]
  const shown = unitRowsPage(summary.units, { cursor: cursor || null, limit: rowsAPage })
  return page(c.t('programme.by_unit'), <ByUnitBody summary={summary} shown={shown} isFirst={!cursor} />, {
    section: sections.overview,
  })
})

function ByUnitBody({
  summary,
  shown,
  isFirst,
}: {
  summary: ProgrammeSummary
  shown: Page<UnitRow>
  isFirst: boolean
}) {
  const { t, language } = useWords()
  const { programme, filter, units } = summary
  const pageAt = (cursor: string | null) => paths.programmeUnits(programme.year, filter, cursor)
  const first = shown.items[0]
  const from = first === undefined ? 0 : units.rows.indexOf(first) + 1
  return (
    <Stack>
      <PageHeader
        title={titleOfPart(t('programme.by_unit'), summary.part, t)}
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
        allUnits={allOfPart(summary.part, t)}
      />
      <UnitsPanel summary={summary} rows={shown.items}>
        {units.rows.length > rowsAPage && (
          <Pagination
            firstHref={isFirst ? undefined : pageAt(null)}
            nextHref={shown.next === null ? undefined : pageAt(shown.next)}
            from={from}
            to={from + shown.items.length - 1}
            total={units.rows.length}
          />
        )}
      </UnitsPanel>
    </Stack>
  )
}
