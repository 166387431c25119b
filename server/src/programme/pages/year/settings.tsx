import { page, pageRoute, redirect } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, Panel, Prose, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { findProgrammeSettings, type ProgrammeSettings } from '../../year/programme-settings.ts'
import { sections } from '../sections.ts'
import { PoliciesPanel } from './unit-policies.tsx'

/** What a programme year is set to: when each tier registers, its themes, the committees' own groups, the reports it asks for. */
export const settingsPage = pageRoute('/chuong-trinh/:nam/cai-dat', async (c, { params }) => {
  const settings = await findProgrammeSettings(c, Number(params.nam))
  // The menu leads to the current year, which nobody may have opened yet.
  if (settings === null) return redirect(paths.openProgramme())
  const title = c.t('programme.settings.title', { year: settings.year })
  const body = (
    <>
      <PageHeader
        breadcrumbs={[
          {
            label: c.t('programme.form.crumb_year', { year: settings.year }),
            href: paths.programme(settings.year),
          },
        ]}
        title={title}
        lead={`${settings.name} · ${settings.unitName}`}
        actions={
          <ButtonLink href={paths.openProgramme()} icon="plus">
            {c.t('programme.settings.open_year')}
          </ButtonLink>
        }
      />
      {settings.status === 'closed' && (
        <Notice kind="info">
          <p>{c.t('programme.settings.closed')}</p>
        </Notice>
      )}
      <Stack>
        <Columns shape="halves">
          <WindowsPanel settings={settings} />
          <PeriodsPanel settings={settings} />
        </Columns>
        <ThemesPanel settings={settings} />
        <GroupsPanel settings={settings} />
        <PoliciesPanel settings={settings} />
        <Notice kind="info">
          <p>
            {c.t('programme.settings.claims')}{' '}
            <a href={`${paths.programme(settings.year)}#so-da-cong-bo`}>
              {c.t('programme.settings.claims_link')}
            </a>
          </p>
        </Notice>
      </Stack>
    </>
  )
  return page(title, body, { section: sections.settings })
})

function WindowsPanel({ settings }: { settings: ProgrammeSettings }) {
  const { t, language } = useWords()
  const day = (on: string | null) => (on === null ? '–' : formatDate(on, language))
  return (
    <Panel
      title={t('programme.settings.windows')}
      lead={t('programme.settings.windows_lead')}
      action={
        mayChange(settings) && <a href={paths.saveWindows(settings.year)}>{t('programme.settings.change')}</a>
      }
      flush
    >
      <DataTable
        compact
        caption={t('programme.settings.windows')}
        rows={settings.windows}
        rowKey={(row) => row.tier}
        columns={[
          { key: 'tier', header: t('programme.decide.tier'), cell: (row) => t(`tier.${row.tier}`) },
          {
            key: 'opens',
            header: t('programme.settings.opens'),
            kind: 'date',
            cell: (row) => day(row.opensOn),
          },
          {
            key: 'closes',
            header: t('programme.settings.closes'),
            kind: 'date',
            cell: (row) => day(row.closesOn),
          },
        ]}
      />
    </Panel>
  )
}

const mayChange = (settings: ProgrammeSettings) => settings.mayEdit && settings.status === 'open'

function PeriodsPanel({ settings }: { settings: ProgrammeSettings }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('programme.settings.periods')} lead={t('programme.settings.periods_lead')} flush>
      <DataTable
        compact
        caption={t('programme.settings.periods')}
        rows={settings.periods}
        rowKey={(row) => row.key}
        columns={[
          { key: 'period', header: t('programme.settings.period'), cell: (row) => t(`period.${row.key}`) },
          {
            key: 'closes',
            header: t('programme.settings.data_closes'),
            kind: 'date',
            cell: (row) => formatDate(row.dataClosesOn, language),
          },
          {
            key: 'due',
            header: t('programme.settings.report_due'),
            kind: 'date',
            cell: (row) => formatDate(row.dueOn, language),
          },
        ]}
      />
    </Panel>
  )
}

function ThemesPanel({ settings }: { settings: ProgrammeSettings }) {
  const { t } = useWords()
  const { year, themes } = settings
  return (
    <Panel
      title={t('programme.settings.themes')}
      lead={t('programme.settings.themes_lead')}
      action={
        mayChange(settings) && (
          <a href={paths.saveTheme(year, nextOrd(themes))}>{t('programme.settings.add_theme')}</a>
        )
      }
      flush
    >
      <DataTable
        caption={t('programme.settings.themes')}
        rows={themes}
        rowKey={(row) => String(row.ord)}
        empty={<EmptyState title={t('programme.settings.no_themes')} />}
        columns={[
          { key: 'ord', header: t('programme.settings.number'), kind: 'code', cell: (row) => row.ord },
          {
            key: 'headline',
            header: t('programme.decide.theme'),
            kind: 'title',
            cell: (row) => (
              <>
                <a href={paths.theme(year, row.ord)}>{row.headline}</a>
                {row.parts.map((part) => (
                  <Small block key={part}>
                    {part}
                  </Small>
                ))}
              </>
            ),
          },
          {
            key: 'act',
            header: t('programme.form.row_actions'),
            headerHidden: true,
            kind: 'actions',
            cell: (row) =>
              mayChange(settings) && (
                <ButtonLink href={paths.saveTheme(year, row.ord)} size="small" icon="pencil">
                  {t('programme.settings.edit')}
                </ButtonLink>
              ),
          },
        ]}
      />
    </Panel>
  )
}

const nextOrd = (rows: readonly { readonly ord: number }[]) => Math.max(0, ...rows.map(({ ord }) => ord)) + 1

function GroupsPanel({ settings }: { settings: ProgrammeSettings }) {
  const { t } = useWords()
  const { year, groups, committees } = settings
  const isOpen = settings.status === 'open'
  return (
    <Panel
      title={t('programme.settings.groups')}
      lead={t('programme.settings.groups_lead')}
      action={isOpen && <a href={paths.newContentGroup(year)}>{t('programme.settings.add_group')}</a>}
      flush
    >
      <DataTable
        caption={t('programme.settings.groups')}
        rows={groups}
        rowKey={(row) => `${row.unitCode}.${row.ord}`}
        empty={
          <EmptyState title={t('programme.settings.no_groups')}>
            {committees.map(({ name }) => name).join(', ')}
          </EmptyState>
        }
        columns={[
          { key: 'ord', header: t('programme.settings.number'), kind: 'code', cell: (row) => row.ord },
          {
            key: 'name',
            header: t('programme.settings.group'),
            kind: 'title',
            cell: (row) => <Prose text={row.name} />,
          },
          { key: 'unit', header: t('programme.settings.committee'), cell: (row) => row.unitName },
          {
            key: 'year',
            header: t('programme.settings.refers_to'),
            kind: 'number',
            cell: (row) => row.refersToYear ?? '–',
          },
          {
            key: 'act',
            header: t('programme.form.row_actions'),
            headerHidden: true,
            kind: 'actions',
            cell: (row) =>
              isOpen &&
              row.mayEdit && (
                <ButtonLink
                  href={paths.saveContentGroup(year, row.unitCode, row.ord)}
                  size="small"
                  icon="pencil"
                >
                  {t('programme.settings.edit')}
                </ButtonLink>
              ),
          },
        ]}
      />
    </Panel>
  )
}
