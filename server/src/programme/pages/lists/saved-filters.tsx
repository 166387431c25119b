import type { Context } from '../../../platform/context.ts'
import { shown } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page, pageRoute } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form, Hidden } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Cluster, Note, Panel, Sheet, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { WorkFilter } from '../../filter/filter.ts'
import { filterParams, readWorksAddress, sortParam } from '../../filter/filter-address.ts'
import type { WorkSort } from '../../filter/sorts.ts'
import {
  changeFilter,
  getOwnFilter,
  listFilters,
  removeFilter,
  type SavedFilter,
  saveFilter,
  sharingsOpen,
} from '../../lists/saved-filters.ts'
import { paths } from '../../paths.ts'
import { actValues } from '../act-values.ts'
import { sections } from '../sections.ts'
import { chipsOf } from './works-chips.tsx'

/** The filters that can be opened from the list, and the way to keep the one that is on. */
export function SavedFilterLinks(props: {
  readonly filters: readonly SavedFilter[]
  readonly filter: WorkFilter
  readonly sort: WorkSort
  readonly narrowed: boolean
}) {
  const { t } = useWords()
  const { filters, filter, sort, narrowed } = props
  if (filters.length === 0 && !narrowed) return null
  const here = new URLSearchParams({ ...filterParams(filter), ...sortParam(sort) }).toString()
  const linked = filters.slice(0, linkedHere)
  return (
    <Cluster>
      {linked.map((one) => (
        <a key={one.id} href={`${paths.allWorks()}?${one.query}`}>
          {one.name}
        </a>
      ))}
      {narrowed && (
        <ButtonLink href={paths.saveFilter(here)} size="small" kind="quiet" icon="bookmark">
          {t('programme.filters.save')}
        </ButtonLink>
      )}
      {filters.length > 0 && (
        <ButtonLink href={paths.filters()} size="small" kind="quiet">
          {t('programme.filters.all', { count: filters.length })}
        </ButtonLink>
      )}
    </Cluster>
  )
}

const linkedHere = 8

interface Described extends SavedFilter {
  readonly conditions: readonly string[]
}

/** What a filter says, in words. A unit or theme that is no more is left as its code; the list says so when opened. */
async function described(c: Context, one: SavedFilter): Promise<Described> {
  const address = readWorksAddress(Object.fromEntries(new URLSearchParams(one.query)), c.today)
  const chips = await chipsOf(c, address.filter, address.sort)
  const year = c.t('programme.programme_of', { year: address.filter.year })
  return { ...one, conditions: [year, ...chips.map(({ text }) => text)] }
}

/** The actor's own filters and those that were shared with them. */
export const filtersPage = pageRoute('/bo-loc', async (c) => {
  const filters: Described[] = []
  for (const one of await listFilters(c)) filters.push(await described(c, one))
  const title = c.t('programme.filters.title')
  const body = (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: c.t('programme.nav.works'), href: paths.allWorks() }]}
        title={title}
        lead={c.t('programme.filters.lead')}
      />
      <FiltersTable filters={filters} />
    </Stack>
  )
  return page(title, body, { section: sections.works })
})

function FiltersTable({ filters }: { filters: readonly Described[] }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('programme.filters.title')}
      rows={filters}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon="bookmark"
          title={t('programme.filters.none')}
          action={<ButtonLink href={paths.allWorks()}>{t('programme.chosen.to_list')}</ButtonLink>}
        >
          {t('programme.filters.none_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          header: t('programme.filters.name'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={`${paths.allWorks()}?${row.query}`}>{row.name}</a>
              <Small block>{row.conditions.join(' · ')}</Small>
            </>
          ),
        },
        {
          key: 'sharing',
          header: t('programme.filters.sharing'),
          cell: (row) => (
            <>
              {t(`programme.filters.sharing.${row.sharing}`, { unit: row.unitName ?? '' })}
              {row.by !== null && <Small block>{t('programme.filters.by', { name: row.by })}</Small>}
            </>
          ),
        },
        {
          key: 'act',
          header: t('programme.form.row_actions'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) =>
            row.isOwn && (
              <Cluster>
                <ButtonLink href={paths.changeFilter(row.id)} size="small" icon="pencil">
                  {t('programme.settings.edit')}
                </ButtonLink>
                <ButtonLink href={paths.removeFilter(row.id)} size="small" kind="quiet" icon="trash">
                  {t('programme.filters.remove')}
                </ButtonLink>
              </Cluster>
            ),
        },
      ]}
    />
  )
}

const labels = { name: 'programme.filters.name', sharing: 'programme.filters.sharing' } as const

async function filterForm(
  c: Context,
  state: FormState,
  form: {
    readonly title: string
    readonly action: string
    readonly query: string
    readonly first: Pick<SavedFilter, 'name' | 'sharing'>
    readonly version?: number
  },
) {
  const { conditions } = await described(c, {
    id: '',
    query: form.query,
    version: 1,
    isOwn: true,
    by: null,
    unitName: null,
    ...form.first,
  })
  const body = (
    <Sheet>
      <PageHeader
        breadcrumbs={[{ label: c.t('programme.filters.title'), href: paths.filters() }]}
        title={form.title}
      />
      <ErrorSummary problems={namedProblems(state, c.t, labels)} />
      <Form action={form.action} version={form.version} idempotencyKey={state.idempotencyKey}>
        <Panel>
          <Hidden name="query" value={form.query} />
          <Note>{conditions.join(' · ')}</Note>
          <TextField
            name="name"
            label={c.t('programme.filters.name')}
            hint={c.t('programme.filters.name_hint')}
            value={shown(state, 'name', form.first.name)}
            error={state.errors.name}
            maxLength={100}
            autoFocus
          />
          <RadioGroup
            name="sharing"
            label={c.t('programme.filters.sharing')}
            hint={c.t('programme.filters.sharing_hint')}
            value={shown(state, 'sharing', form.first.sharing)}
            error={state.errors.sharing}
            choices={sharingsOpen(c).map((value) => ({
              value,
              label: c.t(`programme.filters.sharing.${value}`, { unit: c.actor.unitName ?? '' }),
            }))}
          />
        </Panel>
        <ActionBar>
          <Button kind="primary" icon="bookmark">
            {c.t('programme.settings.save')}
          </Button>
          <ButtonLink href={`${paths.allWorks()}?${form.query}`} kind="quiet">
            {c.t('programme.form.cancel')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
  return page(form.title, body, { section: sections.works })
}

/** Keeps the conditions that the address carries under a name. */
export const saveFilterForm = formRoute({
  path: '/bo-loc/moi',
  endpoint: saveFilter,
  told: 'programme.told.filter_saved',
  input: (values) => actValues(values),
  done: () => paths.filters(),
  async show(c, state) {
    const carried = new URLSearchParams(state.query).toString()
    const query = shown(state, 'query', carried)
    return filterForm(c, state, {
      title: c.t('programme.filters.save'),
      action: paths.saveFilter(query),
      query,
      first: { name: '', sharing: 'own' },
    })
  },
})

/** Another name or other readers for an own filter. */
export const changeFilterForm = formRoute({
  path: '/bo-loc/:id/sua',
  endpoint: changeFilter,
  told: 'programme.told.filter_saved',
  input: (values, { id }) => ({ ...actValues(values), id }),
  done: () => paths.filters(),
  async show(c, state) {
    const one = await getOwnFilter(c, state.params.id ?? '')
    return filterForm(c, state, {
      title: c.t('programme.filters.change'),
      action: paths.changeFilter(one.id),
      query: one.query,
      first: one,
      version: one.version,
    })
  },
})

/** Asks before a filter is taken off. */
export const removeFilterForm = formRoute({
  path: '/bo-loc/:id/xoa',
  endpoint: removeFilter,
  told: 'programme.told.filter_removed',
  input: (_values, { id }) => ({ id }),
  done: () => paths.filters(),
  async show(c, state) {
    const one = await getOwnFilter(c, state.params.id ?? '')
    const title = c.t('programme.filters.remove')
    const body = (
      <Sheet>
        <PageHeader
          breadcrumbs={[{ label: c.t('programme.filters.title'), href: paths.filters() }]}
          title={title}
          lead={one.name}
        />
        <Form action={paths.removeFilter(one.id)} idempotencyKey={state.idempotencyKey}>
          <Panel>
            <Note>
              {c.t(
                one.sharing === 'own' ? 'programme.filters.remove_own' : 'programme.filters.remove_shared',
              )}
            </Note>
          </Panel>
          <ActionBar>
            <Button kind="danger" icon="trash">
              {title}
            </Button>
            <ButtonLink href={paths.filters()} kind="quiet">
              {c.t('programme.form.cancel')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>
    )
    return page(title, body, { section: sections.works })
  },
})
