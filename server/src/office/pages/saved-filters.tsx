import type { Context } from '../../platform/context.ts'
import { type FormValues, shown } from '../../platform/http/form.ts'
import { namedProblems } from '../../platform/http/named-problems.ts'
import { type FormState, formRoute, page, pageRoute, type Route } from '../../platform/http/route.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionBar, Form, Hidden } from '../../ui/form.tsx'
import { EmptyState, ErrorSummary } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Cluster, Note, Panel, Sheet, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { type FilteredList, getListByKey } from '../list/filtered-list.ts'
import {
  getOwnFilter,
  listFilters,
  type SavedFilter,
  type SavedFilters,
  sharingsOpen,
} from '../list/saved-filters.ts'
import { listName, officePaths as paths } from '../paths.ts'

/** The filters that can be opened from a list, and the link to save the current one. */
export function SavedFilterLinks(props: {
  readonly list: FilteredList
  readonly filters: readonly SavedFilter[]
  /** The conditions and the order of the list that is shown, as the query part of its URL. */
  readonly query: string
  readonly narrowed: boolean
}) {
  const { t } = useWords()
  const { list, filters, query, narrowed } = props
  if (filters.length === 0 && !narrowed) return null
  const linked = filters.slice(0, linkedHere)
  return (
    <Cluster>
      {linked.map((one) => (
        <a key={one.id} href={`${list.href}?${one.query}`}>
          {one.name}
        </a>
      ))}
      {narrowed && (
        <ButtonLink href={paths.saveFilter(list, query)} size="small" kind="quiet" icon="bookmark">
          {t('office.filters.save')}
        </ButtonLink>
      )}
      {filters.length > 0 && (
        <ButtonLink href={paths.filters(list)} size="small" kind="quiet">
          {t('office.filters.all', { count: filters.length })}
        </ButtonLink>
      )}
    </Cluster>
  )
}

const linkedHere = 8

/** The pages of saved filters: those of a list, and the forms that save, change and remove one. */
export const filterPages = (filters: SavedFilters): readonly Route[] => [
  filtersPage(filters.lists),
  saveFilterForm(filters),
  changeFilterForm(filters),
  removeFilterForm(filters),
]

interface Described extends SavedFilter {
  readonly conditions: readonly string[]
}

/** The actor's own filters of a list, and those that were shared with them. */
const filtersPage = (lists: readonly FilteredList[]) =>
  pageRoute('/bo-loc', async (c, { query }) => {
    const list = getListByKey(lists, query[listName])
    const filters = await listFilters(c, list)
    const conditions = await list.conditions(
      c,
      filters.map((one) => one.query),
    )
    const title = c.t('office.filters.title')
    const body = (
      <Stack>
        <PageHeader
          breadcrumbs={[{ label: c.t(list.words.name), href: list.href }]}
          title={title}
          lead={c.t('office.filters.lead')}
        />
        <FiltersTable
          list={list}
          filters={filters.map((one, index) => ({ ...one, conditions: conditions[index] ?? [] }))}
        />
      </Stack>
    )
    return page(title, body, { section: list.section })
  })

function FiltersTable({
  list,
  filters,
}: {
  readonly list: FilteredList
  readonly filters: readonly Described[]
}) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('office.filters.title')}
      rows={filters}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon="bookmark"
          title={t('office.filters.none')}
          action={<ButtonLink href={list.href}>{t(list.words.back)}</ButtonLink>}
        >
          {t('office.filters.none_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          header: t('office.filters.name'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={`${list.href}?${row.query}`}>{row.name}</a>
              <Small block>{row.conditions.join(' · ')}</Small>
            </>
          ),
        },
        {
          key: 'sharing',
          header: t('office.filters.sharing'),
          cell: (row) => (
            <>
              {t(`office.filters.sharing.${row.sharing}`, { unit: row.unitName ?? '' })}
              {row.by !== null && <Small block>{t('office.filters.by', { name: row.by })}</Small>}
            </>
          ),
        },
        {
          key: 'act',
          header: t('office.filters.row_actions'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) =>
            row.isOwn && (
              <Cluster>
                <ButtonLink href={paths.changeFilter(row.id)} size="small" icon="pencil">
                  {t('office.filters.edit')}
                </ButtonLink>
                <ButtonLink href={paths.removeFilter(row.id)} size="small" kind="quiet" icon="trash">
                  {t('office.filters.remove')}
                </ButtonLink>
              </Cluster>
            ),
        },
      ]}
    />
  )
}

const labels = { name: 'office.filters.name', sharing: 'office.filters.sharing' } as const

async function filterForm(
  c: Context,
  state: FormState,
  form: {
    readonly list: FilteredList
    readonly title: string
    readonly action: string
    readonly query: string
    readonly first: Pick<SavedFilter, 'name' | 'sharing'>
    readonly version?: number
  },
) {
  const { list } = form
  const [conditions = []] = await list.conditions(c, [form.query])
  const body = (
    <Sheet>
      <PageHeader
        breadcrumbs={[{ label: c.t('office.filters.title'), href: paths.filters(list) }]}
        title={form.title}
      />
      <ErrorSummary problems={namedProblems(state, c.t, labels)} />
      <Form action={form.action} version={form.version} idempotencyKey={state.idempotencyKey}>
        <Panel>
          {form.version === undefined && <Hidden name="list" value={list.key} />}
          <Hidden name="query" value={form.query} />
          <Note>{conditions.join(' · ')}</Note>
          <TextField
            name="name"
            label={c.t('office.filters.name')}
            hint={c.t(list.words.example)}
            value={shown(state, 'name', form.first.name)}
            error={state.errors.name}
            maxLength={100}
            autoFocus
          />
          <RadioGroup
            name="sharing"
            label={c.t('office.filters.sharing')}
            hint={c.t('office.filters.sharing_hint')}
            value={shown(state, 'sharing', form.first.sharing)}
            error={state.errors.sharing}
            choices={sharingsOpen(c, list).map((value) => ({
              value,
              label: c.t(`office.filters.sharing.${value}`, { unit: c.actor.unitName ?? '' }),
            }))}
          />
        </Panel>
        <ActionBar>
          <Button kind="primary" icon="bookmark">
            {c.t('office.filters.keep')}
          </Button>
          <ButtonLink href={`${list.href}?${form.query}`} kind="quiet">
            {c.t('office.cancel')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
  return page(form.title, body, { section: list.section })
}

const asPosted = ({ idempotencyKey: _ofForm, ...values }: FormValues): FormValues => values

/** Saves the conditions in the URL under a name. */
const saveFilterForm = ({ lists, save }: SavedFilters) =>
  formRoute({
    path: '/bo-loc/moi',
    endpoint: save,
    told: 'office.told.filter_saved',
    input: asPosted,
    done: ({ list }) => paths.filters(getListByKey(lists, list)),
    async show(c, state) {
      const { [listName]: named, ...carried } = state.query
      const list = getListByKey(lists, shown(state, 'list', named ?? ''))
      const query = shown(state, 'query', new URLSearchParams(carried).toString())
      return filterForm(c, state, {
        list,
        title: c.t('office.filters.save'),
        action: paths.saveFilter(list, query),
        query,
        first: { name: '', sharing: 'own' },
      })
    },
  })

/** Another name or other readers for an own filter. */
const changeFilterForm = ({ lists, change }: SavedFilters) =>
  formRoute({
    path: '/bo-loc/:id/sua',
    endpoint: change,
    told: 'office.told.filter_saved',
    input: (values, { id }) => ({ ...asPosted(values), id }),
    done: ({ list }) => paths.filters(getListByKey(lists, list)),
    async show(c, state) {
      const one = await getOwnFilter(c, state.params.id ?? '')
      return filterForm(c, state, {
        list: getListByKey(lists, one.list),
        title: c.t('office.filters.change'),
        action: paths.changeFilter(one.id),
        query: one.query,
        first: one,
        version: one.version,
      })
    },
  })

/** Asks before a filter is removed. */
const removeFilterForm = ({ lists, remove }: SavedFilters) =>
  formRoute({
    path: '/bo-loc/:id/xoa',
    endpoint: remove,
    told: 'office.told.filter_removed',
    input: (_values, { id }) => ({ id }),
    done: ({ list }) => paths.filters(getListByKey(lists, list)),
    async show(c, state) {
      const one = await getOwnFilter(c, state.params.id ?? '')
      const list = getListByKey(lists, one.list)
      const title = c.t('office.filters.remove')
      const body = (
        <Sheet>
          <PageHeader
            breadcrumbs={[{ label: c.t('office.filters.title'), href: paths.filters(list) }]}
            title={title}
            lead={one.name}
          />
          <Form action={paths.removeFilter(one.id)} idempotencyKey={state.idempotencyKey}>
            <Panel>
              <Note>
                {c.t(one.sharing === 'own' ? 'office.filters.remove_own' : 'office.filters.remove_shared')}
              </Note>
            </Panel>
            <ActionBar>
              <Button kind="danger" icon="trash">
                {title}
              </Button>
              <ButtonLink href={paths.filters(list)} kind="quiet">
                {c.t('office.cancel')}
              </ButtonLink>
            </ActionBar>
          </Form>
        </Sheet>
      )
      return page(title, body, { section: list.section })
    },
  })
