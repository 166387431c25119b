import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import type { Page } from '../../platform/http/paging.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatDate } from '../../ui/format.ts'
import { Chips, FilterBar, Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Small, Stack, Tabs } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import {
  addressNames,
  levelWords,
  organisationPaths as paths,
  systemWords,
  type UnitsAddress,
} from '../paths.ts'
import { keepsDirectory, mayFoundRoot } from '../policy.ts'
import { levels, systems } from '../relations/systems.ts'
import { countUnits, listUnits } from '../units/list-units.ts'
import { getUnitByCode } from '../units/unit-page.ts'
import type { UnitView } from '../units/unit-view.ts'
import { InventedTag, SystemTag, section, useKindLine } from './looks.tsx'
import { unitsAsked } from './units-address.ts'

interface Shown {
  readonly c: Context
  readonly asked: ReturnType<typeof unitsAsked>
  readonly parent: UnitView | null
  readonly list: Page<UnitView>
  readonly total: number
}

/** The units that exist on a day, narrowed by what the address says. */
export const unitsPage = pageRoute('/don-vi', async (c, { query }) => {
  const asked = unitsAsked(query, c.today)
  const parent = asked.parent ? await getUnitByCode(c, asked.parent, asked.on) : null
  const filter = {
    text: asked.text ?? null,
    system: asked.system ?? null,
    level: asked.level ?? null,
    parentId: parent?.id ?? null,
    illustrative: asked.illustrative ?? 'include',
  }
  const shown: Shown = {
    c,
    asked,
    parent,
    list: await listUnits(c, { on: asked.on, filter, order: 'level', cursor: asked.cursor ?? null }),
    total: await countUnits(c, { on: asked.on, filter }),
  }
  return page(c.t('organisation.units'), <UnitsBody {...shown} />, { section })
})

function UnitsBody(props: Shown) {
  const { t, language } = useWords()
  const { c, asked, parent, list, total } = props
  return (
    <Stack>
      <PageHeader
        title={
          parent === null ? t('organisation.units') : t('organisation.units_below', { name: parent.name })
        }
        lead={t('organisation.units_lead', { date: formatDate(asked.on, language) })}
        breadcrumbs={
          parent === null
            ? undefined
            : [
                { label: t('organisation.units'), href: paths.units({ on: askedDay(props) }) },
                { label: parent.name, href: paths.unit(parent.code, { on: askedDay(props) }) },
              ]
        }
        actions={
          mayFoundRoot(c) && (
            <ButtonLink href={paths.foundUnit()} icon="plus">
              {t('organisation.found_root')}
            </ButtonLink>
          )
        }
      />
      <DirectoryTabs current="units" keeps={keepsDirectory(c)} />
      <UnitsFilter {...props} />
      {parent !== null && (
        <Chips
          label={t('organisation.narrowed')}
          chips={[
            {
              key: 'parent',
              text: t('organisation.below', { name: parent.name }),
              withoutHref: paths.units({ ...asked, on: askedDay(props), parent: null, cursor: null }),
            },
          ]}
        />
      )}
      <UnitsTable
        units={list.items}
        on={askedDay(props)}
        caption={t('organisation.units')}
        empty={<NoUnits />}
      />
      {total > 0 && (
        <Pagination
          total={total}
          firstHref={asked.cursor ? paths.units({ ...asked, on: askedDay(props), cursor: null }) : undefined}
          nextHref={
            list.next === null ? undefined : paths.units({ ...asked, on: askedDay(props), cursor: list.next })
          }
        />
      )}
    </Stack>
  )
}

/** Addresses of today say no day, so that they stay those of today tomorrow. */
const askedDay = ({ c, asked }: Shown) => (asked.on === c.today ? null : asked.on)

/** Units and persons: the two sides of the directory. */
export function DirectoryTabs({
  current,
  keeps,
}: {
  readonly current: 'units' | 'persons' | 'workbook'
  /** The reader keeps a directory, and may take it out and hand it in. */
  readonly keeps: boolean
}) {
  const { t } = useWords()
  return (
    <Tabs
      label={t('organisation.directory')}
      tabs={[
        { label: t('organisation.units_tab'), href: paths.units(), current: current === 'units' },
        { label: t('organisation.persons_tab'), href: paths.persons(), current: current === 'persons' },
        ...(keeps
          ? [{ label: t('workbook.tab'), href: paths.importDirectory(), current: current === 'workbook' }]
          : []),
      ]}
    />
  )
}

function UnitsFilter({ asked }: Shown) {
  const { t } = useWords()
  return (
    <FilterBar
      action={paths.units()}
      clearHref={paths.units()}
      hidden={{ [addressNames.parent]: asked.parent ?? undefined }}
      moreOpen={asked.illustrative === 'exclude'}
      more={
        <Select
          name={addressNames.illustrative}
          label={t('organisation.illustrative')}
          value={asked.illustrative === 'exclude' ? 'khong' : ''}
          empty={t('organisation.illustrative_with')}
          options={[{ value: 'khong', label: t('organisation.illustrative_without') }]}
          width="half"
          optional
        />
      }
    >
      <TextField
        name={addressNames.text}
        label={t('organisation.find')}
        hint={t('organisation.find_hint')}
        type="search"
        value={asked.text}
        optional
      />
      <Select
        name={addressNames.system}
        label={t('organisation.system')}
        value={asked.system ? systemWords[asked.system] : ''}
        empty={t('organisation.any')}
        options={systems.map((system) => ({
          value: systemWords[system],
          label: t(`organisation.system.${system}`),
        }))}
        width="half"
        optional
      />
      <Select
        name={addressNames.level}
        label={t('organisation.level')}
        value={asked.level ? levelWords[asked.level] : ''}
        empty={t('organisation.any')}
        options={levels.map((level) => ({
          value: levelWords[level],
          label: t(`organisation.level.${level}`),
        }))}
        width="half"
        optional
      />
      <DateField
        name={addressNames.on}
        label={t('organisation.on')}
        value={asked.on}
        hint={t('organisation.on_hint')}
        optional
      />
    </FilterBar>
  )
}

/** Units in a list: what each is, and what stands above it in each ladder. */
export function UnitsTable(props: {
  readonly units: readonly UnitView[]
  readonly on: UnitsAddress['on']
  readonly caption: string
  readonly empty?: ComponentChildren
  /** All of them stand below one unit, which the page shows: it needs no column. */
  readonly isBelow?: boolean
}) {
  const { t } = useWords()
  const { on } = props
  const kindLine = useKindLine()
  return (
    <DataTable
      caption={props.caption}
      rows={props.units}
      rowKey={(unit) => unit.id}
      empty={props.empty}
      columns={[
        {
          key: 'name',
          header: t('organisation.unit'),
          kind: 'title',
          cell: (unit) => (
            <>
              <a href={paths.unit(unit.code, { on })}>{unit.name}</a>{' '}
              <InventedTag name={unit.name} illustrative={unit.illustrative} />
              <Small block>{kindLine(unit)}</Small>
            </>
          ),
        },
        { key: 'code', header: t('organisation.code'), kind: 'code', cell: (unit) => unit.code },
        {
          key: 'system',
          header: t('organisation.system'),
          kind: 'state',
          cell: (unit) => <SystemTag system={unit.system} />,
        },
        ...(props.isBelow === true
          ? []
          : [
              {
                key: 'parents',
                header: t('organisation.parents'),
                cell: (unit: UnitView) => <Parents unit={unit} on={on} />,
              },
            ]),
      ]}
    />
  )
}

function Parents({ unit, on }: { readonly unit: UnitView; readonly on: UnitsAddress['on'] }) {
  const { t } = useWords()
  if (unit.parents.length === 0) return <Small>{t('organisation.no_parent')}</Small>
  return (
    <>
      {unit.parents.map(({ system, parentCode, parentName }) => (
        <div key={system}>
          <a href={paths.unit(parentCode, { on })}>{parentName}</a>
          {unit.parents.length > 1 && <Small> ({t(`organisation.system.${system}`)})</Small>}
        </div>
      ))}
    </>
  )
}

function NoUnits() {
  const { t } = useWords()
  return (
    <EmptyState
      icon="zoom-question"
      title={t('organisation.no_units')}
      action={<ButtonLink href={paths.units()}>{t('organisation.show_all')}</ButtonLink>}
    >
      {t('organisation.no_units_text')}
    </EmptyState>
  )
}
