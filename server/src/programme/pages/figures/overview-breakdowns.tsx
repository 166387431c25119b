import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../../ui/button.tsx'
import type { Option } from '../../../ui/choice.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ContentGroupRow, OwnerKindRow, TierRow, UnitRow } from '../../figures/breakdowns.ts'
import type { ProgrammeSummary } from '../../figures/figures.ts'
import type { Figure as FigureOf } from '../../figures/tally.ts'
import { paths } from '../../paths.ts'
import { counted } from './figure-link.ts'
import { TallyBars } from './tally-bars.tsx'

// The others stand on a page of their own: one is read from the top, and who owes most stands there.
const rowsAtOnce = 8

/** What is assigned, by the units directly below the one that is asked for: the first of them, with the way to the others. */
export function FirstUnits({ summary, allHref }: { summary: ProgrammeSummary; allHref: string }) {
  const { t } = useWords()
  const { rows } = summary.units
  const left = rows.length - rowsAtOnce
  return (
    <UnitsPanel summary={summary} rows={rows.slice(0, rowsAtOnce)}>
      {left > 0 && (
        <ButtonLink kind="quiet" size="small" href={allHref}>
          {t('programme.other_units', { count: left })}
        </ButtonLink>
      )}
    </UnitsPanel>
  )
}

/** Some rows of the breakdown by unit, and the whole that all of its rows add up to. */
export function UnitsPanel({
  summary,
  rows: shown,
  children,
}: {
  summary: ProgrammeSummary
  rows: readonly UnitRow[]
  children?: ComponentChildren
}) {
  const { t } = useWords()
  const { units, filter, programme, tally } = summary
  const labelOf = ({ part, name }: UnitRow) => {
    if (part === 'below') return name
    return t(part === 'own' ? 'programme.unit_itself' : 'programme.unit_outside', { unit: name })
  }
  const rows = shown.map((row) => ({
    key: `${row.code} ${row.part}`,
    label: labelOf(row),
    // Further down where there is something below, else straight to the works.
    href: row.part === 'below' ? paths.programme(programme.year, { ...filter, unit: row.code }) : undefined,
    tally: row.tally,
  }))
  return (
    <Panel
      title={t('programme.by_unit')}
      lead={t('programme.by_unit_lead', { unit: units.name })}
      action={<a href={paths.works(summary.tally.assigned.filter)}>{t('programme.all_works')}</a>}
    >
      {rows.length === 0 ? (
        <EmptyState>{t('programme.no_unit_works')}</EmptyState>
      ) : (
        <TallyBars
          caption={t('programme.by_unit')}
          rowHeader={t('programme.unit')}
          rows={rows}
          whole={{ key: 'whole', label: t('programme.total'), tally }}
          scale="share"
        />
      )}
      {children}
    </Panel>
  )
}

/** By the province's themes, which collectives choose from. */
export function ThemesPanel({ summary }: { summary: ProgrammeSummary }) {
  const { t } = useWords()
  const { themes, filter, programme } = summary
  const rows = themes
    .filter(({ ord, tally }) => ord > 0 || tally.registered.count > 0)
    .map(({ ord, headline, tally }) => ({
      key: String(ord),
      label: headline === null ? t('programme.without_theme') : `${ord}. ${headline}`,
      href: headline === null ? undefined : paths.theme(programme.year, ord, filter),
      tally,
    }))
  return (
    <Panel title={t('programme.by_theme')} lead={t('programme.by_theme_lead')}>
      <TallyBars
        caption={t('programme.by_theme')}
        rowHeader={t('programme.theme')}
        rows={rows}
        scale="share"
      />
    </Panel>
  )
}

const figure = (one: FigureOf) => {
  const { count, href } = counted(one)
  return <Figure value={count} href={href} />
}

const assignedTo = (kinds: readonly OwnerKindRow[], kind: OwnerKindRow['ownerKind']) => {
  const found = kinds.find(({ ownerKind }) => ownerKind === kind)
  return found === undefined ? '–' : figure(found.tally.assigned)
}

/** Tier by kind of owner: the two ladders of the programme side by side. */
export function TiersPanel({ summary }: { summary: ProgrammeSummary }) {
  const { t } = useWords()
  const { tally, ownerKinds } = summary
  const column = (key: string, header: string, cell: (row: TierRow) => ComponentChildren) => ({
    key,
    header,
    kind: 'number' as const,
    cell,
  })
  return (
    <Panel title={t('programme.by_tier')} lead={t('programme.by_tier_lead')} flush>
      <DataTable
        compact
        caption={t('programme.by_tier')}
        rows={summary.tiers}
        rowKey={(row) => row.tier}
        columns={[
          { key: 'tier', header: t('programme.tier'), cell: (row) => t(`programme.tier.${row.tier}`) },
          column('registered', t('programme.figure.registered'), (row) => figure(row.all.registered)),
          column('collective', t('programme.collective'), (row) => assignedTo(row.kinds, 'collective')),
          column('individual', t('programme.individual'), (row) => assignedTo(row.kinds, 'individual')),
          column('finished', t('programme.figure.finished'), (row) => figure(row.all.finished)),
          column('late', t('programme.figure.late'), (row) => figure(row.all.late)),
        ]}
        totals={{
          tier: t('programme.total'),
          registered: figure(tally.registered),
          collective: assignedTo(ownerKinds, 'collective'),
          individual: assignedTo(ownerKinds, 'individual'),
          finished: figure(tally.finished),
          late: figure(tally.late),
        }}
      />
    </Panel>
  )
}

/** The content groups that committees have set for themselves, in their own order. */
export function ContentGroupsPanel({ groups }: { groups: readonly ContentGroupRow[] }) {
  const { t } = useWords()
  if (groups.length === 0) return null
  return (
    <Panel title={t('programme.by_content_group')} lead={t('programme.by_content_group_lead')} flush>
      <DataTable
        compact
        caption={t('programme.by_content_group')}
        rows={groups}
        rowKey={(row) => `${row.unitCode}.${row.ord}`}
        columns={[
          {
            key: 'name',
            header: t('programme.content_group'),
            cell: (row) => (
              <>
                {row.ord}. {row.name} <Small block>{row.unitName}</Small>
              </>
            ),
          },
          {
            key: 'assigned',
            header: t('programme.figure.assigned'),
            kind: 'number',
            cell: (row) => figure(row.tally.assigned),
          },
          {
            key: 'late',
            header: t('programme.figure.late'),
            kind: 'number',
            cell: (row) => figure(row.tally.late),
          },
        ]}
      />
    </Panel>
  )
}

// One looks for a name here, not for who owes most: 2 stands before 10, and the signs of Vietnamese where they belong.
const byName = new Intl.Collator('vi', { numeric: true })

/** The unit that was asked for and those directly below it: further down one goes step by step. */
export function unitChoices({ filter, units }: ProgrammeSummary): readonly Option[] {
  const below = units.rows
    .filter(({ part }) => part === 'below')
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((a, b) => byName.compare(a.label, b.label))
  return filter.unit === null ? below : [{ value: units.code, label: units.name }, ...below]
}
