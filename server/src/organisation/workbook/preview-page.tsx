import { problemsOf } from '../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { parsePlainDate } from '../../platform/time/plain-date.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Note, Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { section } from '../pages/looks.tsx'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import type { BadCell } from './bad-cell.ts'
import type { ImportActs } from './import-acts.ts'
import { changesFrom } from './import-changes.ts'
import { sheetKeys, sheets } from './layout.ts'
import type { Change, Detail } from './planning.ts'
import { getOwnImport, type PreparedImport } from './prepared-import.ts'

/** So many rows of a table stand on the page: the changes go on on the next one, the rest of bad cells is counted. */
const shownRows = 200

const changesId = 'thay-doi'

/** What a workbook would change, cell by cell where it is wrong, and the button that does it. */
export const previewForm = (acts: ImportActs) =>
  formRoute({
    path: '/danh-ba/nhap/:importId',
    endpoint: acts.apply,
    told: 'organisation.told.imported',
    done: ({ id }) => paths.preparedImport(id),
    async show(c, state) {
      const prepared = await getOwnImport(c, state.params.importId ?? '')
      const pages = Math.max(1, Math.ceil(prepared.report.changesTotal / shownRows))
      const asked = Number(state.query[addressNames.page])
      const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
      const from = (at - 1) * shownRows
      const changes = { page: at, pages, from, rows: await changesFrom(c, prepared, from, shownRows) }
      const body = <Preview prepared={prepared} changes={changes} state={state} />
      return page(c.t('workbook.preview'), body, { section })
    },
  })

/** The part of the changes that stands on the page. */
interface ShownChanges {
  readonly page: number
  readonly pages: number
  /** The place of the first, from 0. */
  readonly from: number
  readonly rows: readonly Change[]
}

function Preview(props: {
  readonly prepared: PreparedImport
  readonly changes: ShownChanges
  readonly state: FormState
}) {
  const { t, language } = useWords()
  const { prepared, state } = props
  const { report } = prepared
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[
          { label: t('organisation.directory'), href: paths.units() },
          { label: t('workbook.title'), href: paths.importDirectory() },
        ]}
        kicker={prepared.fileName}
        title={t('workbook.preview')}
        lead={t('workbook.preview_lead', {
          on: formatDate(prepared.effectiveOn, language),
          document: prepared.document,
        })}
      />
      <ErrorSummary problems={problemsOf(state)} />
      <Standing prepared={prepared} />
      <Panel flush title={t('workbook.counts')} lead={t('workbook.counts_lead')}>
        <Counts prepared={prepared} />
      </Panel>
      {report.badCellsTotal > 0 && <BadCellsPanel prepared={prepared} />}
      {(report.warningsTotal ?? 0) > 0 && <WarningsPanel prepared={prepared} />}
      <ChangesPanel prepared={prepared} changes={props.changes} />
      <ApplyForm prepared={prepared} state={state} />
    </Stack>
  )
}

function Standing({ prepared }: { readonly prepared: PreparedImport }) {
  const { t } = useWords()
  const { report } = prepared
  const warned = report.warningsTotal ?? 0
  const ignored = report.ignoredSheets.length > 0 && (
    <p>{t('workbook.ignored_sheets', { names: report.ignoredSheets.join(', ') })}</p>
  )
  if (prepared.appliedAt !== null)
    return (
      <Notice kind="success">
        <p>{t('workbook.applied', { count: report.changesTotal })}</p>
        {ignored}
      </Notice>
    )
  if (report.badCellsTotal > 0)
    return (
      <Notice kind="error">
        <p>{t('workbook.has_bad', { count: report.badCellsTotal })}</p>
        {ignored}
      </Notice>
    )
  return (
    <Notice kind={report.changesTotal === 0 ? 'info' : 'warning'}>
      <p>{t(report.changesTotal === 0 ? 'workbook.no_change' : 'workbook.not_yet_applied')}</p>
      {warned > 0 && <p>{t('workbook.has_warnings', { count: warned })}</p>}
      {ignored}
    </Notice>
  )
}

function Counts({ prepared }: { readonly prepared: PreparedImport }) {
  const { t, language } = useWords()
  const number = (key: 'add' | 'change' | 'end' | 'same') => ({
    key,
    header: t(`workbook.act.${key}`),
    kind: 'number' as const,
    cell: (sheet: (typeof sheetKeys)[number]) => formatNumber(prepared.report.counts[sheet][key], language),
  })
  return (
    <DataTable
      caption={t('workbook.counts')}
      rows={sheetKeys}
      rowKey={(sheet) => sheet}
      columns={[
        { key: 'sheet', header: t('workbook.sheet'), kind: 'title', cell: (sheet) => sheets[sheet].name },
        number('add'),
        number('change'),
        number('end'),
        number('same'),
      ]}
    />
  )
}

function BadCellsPanel({ prepared }: { readonly prepared: PreparedImport }) {
  const { t } = useWords()
  const { badCells, badCellsTotal } = prepared.report
  const shown = badCells.slice(0, shownRows)
  return (
    <Panel flush title={t('workbook.bad_cells')} lead={t('workbook.bad_cells_lead')}>
      <CellsTable
        caption={t('workbook.bad_cells')}
        cells={shown}
        heading={t('workbook.wrong')}
        prefix="workbook.fault"
      />
      {badCellsTotal > shown.length && (
        <Note>{t('workbook.more_bad', { count: badCellsTotal - shown.length })}</Note>
      )}
    </Panel>
  )
}

function WarningsPanel({ prepared }: { readonly prepared: PreparedImport }) {
  const { t } = useWords()
  const { warnings = [], warningsTotal = 0 } = prepared.report
  const shown = warnings.slice(0, shownRows)
  return (
    <Panel flush title={t('workbook.warnings')} lead={t('workbook.warnings_lead')}>
      <CellsTable
        caption={t('workbook.warnings')}
        cells={shown}
        heading={t('workbook.warning')}
        prefix="workbook.warning"
      />
      {warningsTotal > shown.length && (
        <Note>{t('workbook.more_warnings', { count: warningsTotal - shown.length })}</Note>
      )}
    </Panel>
  )
}

interface CellsTableProps {
  readonly caption: string
  readonly cells: readonly BadCell<string>[]
  readonly heading: string
  /** Of the sentences for the codes. */
  readonly prefix: string
}

function CellsTable({ caption, cells, heading, prefix }: CellsTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={caption}
      rows={cells.map((cell, index) => ({ ...cell, index }))}
      rowKey={(cell) => String(cell.index)}
      columns={[
        { key: 'cell', header: t('workbook.cell'), kind: 'code', cell: (cell) => cell.cell },
        { key: 'sheet', header: t('workbook.sheet'), cell: (cell) => cell.sheet },
        {
          key: 'found',
          header: t('workbook.found'),
          cell: (cell) => (cell.found === '' ? <Small>{t('workbook.blank')}</Small> : cell.found),
        },
        {
          key: 'wrong',
          header: heading,
          kind: 'title',
          cell: (cell) => (
            <>
              {t(codeKey(prefix, cell.code), cell.params)}
              {cell.dependants !== undefined && (
                <div>
                  <Small>{t('workbook.dependants', { count: cell.dependants })}</Small>
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

const tones = { add: 'good', change: 'active', end: 'ended' } as const
const icons = { add: 'plus', change: 'edit', end: 'calendar-off' } as const

function ChangesPanel(props: { readonly prepared: PreparedImport; readonly changes: ShownChanges }) {
  const { t } = useWords()
  const { prepared, changes } = props
  const { rows } = changes
  return (
    <Panel
      flush
      id={changesId}
      title={t('workbook.changes')}
      lead={changes.pages > 1 ? t('workbook.changes_at_once') : undefined}
      footer={changes.pages > 1 && <ChangesPages prepared={prepared} changes={changes} />}
    >
      <DataTable
        caption={t('workbook.changes')}
        rows={rows}
        rowKey={(change) => `${change.sheet}-${change.row}`}
        empty={
          <EmptyState icon="file-spreadsheet" title={t('workbook.no_changes')}>
            {t('workbook.no_changes_text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'act',
            header: t('workbook.act'),
            kind: 'state',
            cell: (change) => (
              <Badge tone={tones[change.act]} icon={icons[change.act]}>
                {t(`workbook.act.${change.act}`)}
              </Badge>
            ),
          },
          {
            key: 'row',
            header: t('workbook.row'),
            cell: (change) => t('workbook.row_of', { sheet: sheets[change.sheet].name, row: change.row }),
          },
          { key: 'subject', header: t('workbook.subject'), kind: 'title', cell: (change) => change.subject },
          {
            key: 'details',
            header: t('workbook.details'),
            cell: (change) => <Details change={change} />,
          },
        ]}
      />
    </Panel>
  )
}

function ChangesPages(props: { readonly prepared: PreparedImport; readonly changes: ShownChanges }) {
  const { prepared, changes } = props
  const { page: at, pages, from, rows } = changes
  const hrefOf = (to: number) =>
    to < 1 || to > pages ? undefined : `${paths.preparedImport(prepared.id, to)}#${changesId}`
  return (
    <Pagination
      from={from + 1}
      to={from + rows.length}
      total={prepared.report.changesTotal}
      firstHref={at > 2 ? hrefOf(1) : undefined}
      previousHref={hrefOf(at - 1)}
      nextHref={hrefOf(at + 1)}
    />
  )
}

function Details({ change }: { readonly change: Change }) {
  const { t } = useWords()
  const shown = useValue(change.sheet)
  return (
    <>
      {change.details.map((detail) => (
        <div key={detail.heading}>
          <Small>{detail.heading}</Small>{' '}
          {t('workbook.from_to', {
            before: shown(detail, detail.before) || t('workbook.blank'),
            after: shown(detail, detail.after),
          })}
        </div>
      ))}
    </>
  )
}

/** A value as the reader of the page says it: code words by their names, days as days. */
function useValue(sheet: Change['sheet']): (detail: Detail, value: string) => string {
  const { t, language } = useWords()
  return ({ heading }, value) => {
    const column = sheets[sheet].columns.find(({ header }) => header === heading)
    if (column?.choice !== undefined && value !== '') return t(codeKey(column.choice.prefix, value))
    const day = column?.kind === 'date' ? parsePlainDate(value) : null
    return day === null ? value : formatDate(day, language)
  }
}

function ApplyForm({ prepared, state }: { readonly prepared: PreparedImport; readonly state: FormState }) {
  const { t } = useWords()
  if (prepared.appliedAt !== null) return null
  const { badCellsTotal, changesTotal } = prepared.report
  const closed =
    badCellsTotal > 0 ? t('workbook.closed_by_bad') : changesTotal === 0 ? t('workbook.closed_by_none') : null
  return (
    <Form
      action={paths.preparedImport(prepared.id)}
      version={prepared.version}
      idempotencyKey={state.idempotencyKey}
    >
      <ActionBar>
        <Button kind="primary" icon="check" closedReason={closed}>
          {t('workbook.apply', { count: changesTotal })}
        </Button>
        <ButtonLink href={paths.importDirectory()} kind="quiet">
          {t('workbook.other_file')}
        </ButtonLink>
      </ActionBar>
    </Form>
  )
}
