import { listFilters, type SavedFilter, SavedFilterLinks } from '../../../office/index.ts'
import { childrenOf, unitsByCodes } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { page, pageRoute, redirect } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { Chips, Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack, Tabs } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { readingScope } from '../../figures/reading-scope.ts'
import { type WorkFilter, type WorkRelation, workRelations } from '../../filter/filter.ts'
import { filterParams, readWorksAddress, sortParam, type WorksAddress } from '../../filter/filter-address.ts'
import type { WorkSort } from '../../filter/sorts.ts'
import { listWorks, type WorksPage } from '../../lists/list-works.ts'
import { paths } from '../../paths.ts'
import { mayFollow, mayJudge, mayRegister } from '../../rights.ts'
import { isYearToOpen, listProgrammes, listThemes } from '../../year/list-programmes.ts'
import { titleOfPart } from '../figures/part-words.ts'
import { sections } from '../sections.ts'
import { type ChosenActs, ChosenForm, chosenActs, chosenSelection } from './chosen-works.tsx'
import { filteredWorks } from './filtered-works.ts'
import { type Chip, chipsOf } from './works-chips.tsx'
import { type FilterChoices, WorksFilterBar } from './works-filter-bar.tsx'
import { WorksTable } from './works-table.tsx'

interface Shown {
  readonly list: WorksPage
  readonly address: WorksAddress
  readonly choices: FilterChoices
  readonly chips: readonly Chip[]
  readonly views: readonly WorkRelation[]
  readonly mayRegister: boolean
  readonly chosen: ChosenActs
  readonly filters: readonly SavedFilter[]
  readonly isPast: boolean
}

// So many fill a screen or two, and stay below ten kilobytes on a slow phone.
const pageSize = 30

/** The works that the address names: whatever a figure counts, this lists. */
export const worksPage = pageRoute('/cong-viec', async (c, { query }) => {
  const address = readWorksAddress(query, c.today)
  if (await isYearToOpen(c, address.filter.year)) return redirect(paths.programmes())
  const shown: Shown = {
    address,
    list: await listWorks(c, { ...address, limit: pageSize }),
    choices: await choicesOf(c, address.filter),
    chips: await chipsOf(c, address.filter, address.sort),
    views: workRelations.filter((relation) => viewOpen[relation](c)),
    mayRegister: mayRegister(c),
    chosen: chosenActs(c),
    filters: await listFilters(c, filteredWorks),
    isPast: address.filter.asOf < c.today,
  }
  return page(c.t('programme.nav.works'), <WorksBody {...shown} />, { section: sections.works })
})

const viewOpen: Readonly<Record<WorkRelation, (c: Context) => boolean>> = {
  mine: mayRegister,
  given_out: mayFollow,
  to_judge: mayJudge,
}

async function choicesOf(c: Context, filter: WorkFilter): Promise<FilterChoices> {
  const programmes = await listProgrammes(c)
  const programme = programmes.find(({ year }) => year === filter.year)
  const chosen = filter.unit === null ? [] : [...(await unitsByCodes(c, [filter.unit])).values()]
  const below =
    programme === undefined
      ? []
      : (await childrenOf(c, { unitId: programme.unitId, on: filter.asOf, limit: 200 })).items
  const units = [...chosen, ...below.filter(({ code }) => code !== filter.unit)]
  const themes = programme === undefined ? [] : await listThemes(c, programme.year)
  return {
    part: programme === undefined ? null : await readingScope(c, programme.unitId, filter.asOf),
    years: programmes.map(({ year }) => year),
    units: units.map(({ code, name }) => ({ value: code, label: name })),
    themes: themes.map(({ ord, headline }) => ({ value: String(ord), label: `${ord}. ${headline}` })),
  }
}

function WorksBody(props: Shown) {
  const { t, language } = useWords()
  const { list, address, chips } = props
  const { filter, sort } = address
  return (
    <Stack>
      <PageHeader
        title={titleOfPart(t('programme.works_title', { year: filter.year }), props.choices.part, t)}
        lead={t('programme.works_lead', { date: formatDate(filter.asOf, language) })}
        breadcrumbs={[
          { label: t('programme.programmes'), href: paths.programmes() },
          {
            label: t('programme.programme_of', { year: filter.year }),
            href: paths.programme(filter.year, { asOf: filter.asOf, illustrative: filter.illustrative }),
          },
        ]}
        actions={<Actions {...props} />}
      />
      <Views {...props} />
      <WorksFilterBar filter={filter} sort={sort} choices={props.choices} />
      <SavedFilterLinks
        list={filteredWorks}
        filters={props.filters}
        query={new URLSearchParams({ ...filterParams(filter), ...sortParam(sort) }).toString()}
        narrowed={chips.length > 0}
      />
      {chips.length > 0 && <Chips label={t('programme.conditions')} chips={chips} />}
      {props.isPast && (filter.text !== null || filter.theme !== null) && (
        <Small block>{t('programme.works_past_words')}</Small>
      )}
      <ChosenForm query={new URLSearchParams(filterParams(filter)).toString()} />
      <WorksTable
        selection={chosenSelection(props.chosen, t)}
        caption={t('programme.nav.works')}
        rows={list.rows}
        asOf={filter.asOf}
        sorts={sortLinks(filter, sort)}
        empty={<NoWorks narrowed={chips.length > 0} {...props} />}
      />
      {list.total > 0 && (
        <Pagination
          total={list.total}
          nextHref={list.next === null ? undefined : paths.works(filter, { sort, cursor: list.next })}
          firstHref={address.cursor === null ? undefined : paths.works(filter, { sort })}
        />
      )}
    </Stack>
  )
}

function Actions({ address, list, mayRegister }: Shown) {
  const { t } = useWords()
  const { filter, sort } = address
  return (
    <>
      {list.total > 0 && (
        <>
          <ButtonLink href={paths.worksExport('xlsx', filter, sort)} icon="file-spreadsheet" download>
            {t('programme.export_xlsx')}
          </ButtonLink>
          <ButtonLink href={paths.worksExport('csv', filter, sort)} icon="download" download>
            {t('programme.export_csv')}
          </ButtonLink>
        </>
      )}
      {mayRegister && (
        <ButtonLink href={paths.register()} icon="plus" kind="primary">
          {t('programme.register_work')}
        </ButtonLink>
      )}
    </>
  )
}

/** The lists that one comes back to every day, by what the works are to the one who asks. */
function Views({ address, views }: Shown) {
  const { t } = useWords()
  const { filter, sort } = address
  if (views.length === 0) return null
  const tab = (relation: WorkRelation | null, label: string) => ({
    label,
    href: paths.works({ ...filter, relation }, { sort }),
    current: filter.relation === relation,
  })
  return (
    <Tabs
      label={t('programme.views')}
      tabs={[
        tab(null, t('programme.view.all')),
        ...views.map((relation) => tab(relation, t(`programme.view.${relation}`))),
      ]}
    />
  )
}

function NoWorks({ narrowed, address, mayRegister }: Shown & { readonly narrowed: boolean }) {
  const { t } = useWords()
  const { year } = address.filter
  if (narrowed)
    return (
      <EmptyState
        icon="zoom-question"
        title={t('programme.no_match')}
        action={<ButtonLink href={`${paths.allWorks()}?nam=${year}`}>{t('programme.show_all')}</ButtonLink>}
      >
        {t('programme.no_match_text')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon="flag"
      title={t('programme.empty_year')}
      action={
        mayRegister && (
          <ButtonLink href={paths.register()} kind="primary" icon="plus">
            {t('programme.register_work')}
          </ButtonLink>
        )
      }
    >
      {t('programme.empty_list_text')}
    </EmptyState>
  )
}

/** A click on the head of a column sorts by it, a second one the other way round. */
function sortLinks(filter: WorkFilter, sort: WorkSort) {
  const link = (column: 'code' | 'title' | 'unit' | 'due' | 'state') => {
    const next: WorkSort = sort === column ? `-${column}` : column
    return {
      href: paths.works(filter, { sort: next }),
      direction:
        sort === column
          ? ('ascending' as const)
          : sort === `-${column}`
            ? ('descending' as const)
            : undefined,
    }
  }
  return {
    code: link('code'),
    title: link('title'),
    unit: link('unit'),
    due: link('due'),
    state: link('state'),
  }
}
