import { sql } from 'kysely'
import type { UnitOnDay } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Panel as PagePanel } from '../../../platform/slices/panels.ts'
import { yearOf } from '../../../platform/time/plain-date.ts'
import { StateBadge } from '../../../ui/badge.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { allWorks, type WorkFilter } from '../../filter/filter.ts'
import { worksWithin } from '../../filter/filter-sql.ts'
import { resolveWorkFilter } from '../../filter/work-scope.ts'
import { stateOf } from '../../filter/works-on-day.ts'
import { paths } from '../../paths.ts'
import { type WorkState, workStates } from '../../rules/states.ts'
import { listProgrammes } from '../../year/list-programmes.ts'

/** The works of a unit in one state: its own, and with those of the units below it. */
interface StateRow {
  readonly state: WorkState
  readonly own: number
  readonly all: number
}

/** "Việc đột phá của đơn vị" on the unit's page: how many in which state, each a link to exactly these. */
export const unitWorksPanel: PagePanel<UnitOnDay> = {
  order: 10,
  async load(c, { unit, on }) {
    const year = yearOf(on)
    if (!(await listProgrammes(c)).some((programme) => programme.year === year)) return null
    const filter: WorkFilter = { ...allWorks(year, on), unit: unit.code }
    const rows = await countByState(c, filter, unit.id)
    return rows.length === 0 ? null : <UnitWorks key="works" filter={filter} rows={rows} />
  },
}

async function countByState(c: Context, filter: WorkFilter, unitId: string): Promise<readonly StateRow[]> {
  const scope = await resolveWorkFilter(c, filter)
  const rows = await worksWithin(c, scope)
    .select([
      stateOf(scope).as('state'),
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where work.custodian_unit_id = ${unitId}::uuid)`.as('own'),
    ])
    .groupBy(sql`1`)
    .execute()
  return workStates.flatMap((state) => rows.filter((row) => row.state === state))
}

function UnitWorks({ filter, rows }: { readonly filter: WorkFilter; readonly rows: readonly StateRow[] }) {
  const { t } = useWords()
  const own = { ...filter, subordinates: false }
  const sum = (of: (row: StateRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const figure = (value: number, of: WorkFilter) =>
    value === 0 ? '–' : <Figure value={value} href={paths.works(of)} />
  return (
    <Panel
      flush
      title={t('programme.works_of_unit')}
      lead={t('programme.works_of_unit_lead', { year: filter.year })}
      action={<a href={paths.works(filter)}>{t('programme.open_list')}</a>}
    >
      <DataTable
        caption={t('programme.works_of_unit')}
        compact
        rows={rows}
        rowKey={(row) => row.state}
        columns={[
          { key: 'state', header: t('programme.state'), cell: (row) => <StateBadge state={row.state} /> },
          {
            key: 'own',
            header: t('programme.of_unit_itself'),
            kind: 'number',
            cell: (row) => figure(row.own, { ...own, states: [row.state] }),
          },
          {
            key: 'all',
            header: t('programme.with_those_below'),
            kind: 'number',
            cell: (row) => figure(row.all, { ...filter, states: [row.state] }),
          },
        ]}
        totals={{
          state: t('programme.total'),
          own: figure(
            sum((row) => row.own),
            own,
          ),
          all: figure(
            sum((row) => row.all),
            filter,
          ),
        }}
      />
    </Panel>
  )
}
