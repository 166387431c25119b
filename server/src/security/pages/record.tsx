import { Fragment } from 'preact'
import { audit } from '../../platform/audit/audit.ts'
import { page, recordedPageRoute } from '../../platform/http/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DefinitionList, Panel, Small, Stack } from '../../ui/panel.tsx'
import { type Column, DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { type RecordFilter, readFilter, recordPath, saidConditions } from '../filter.ts'
import { type EntryPage, type EntryRow, listEntries, type SealState, sealState } from '../list-entries.ts'
import { addressNames, securityPaths } from '../paths.ts'
import { mayErase } from '../policy.ts'
import type { Recorded } from '../words.ts'
import { actWord } from '../words.ts'
import { OutcomeBadge, Thing } from './entry-parts.tsx'
import { RecordFilterBar } from './record-filter-bar.tsx'

/** The entry of the menu to which the pages of the record belong. */
export const recordSection = 'security.record'

/** The record, as far as it is the reader's to read; each search is an entry of it. */
export const recordPage = (recorded: Recorded) =>
  recordedPageRoute(securityPaths.record, async (c, { query }) => {
    const filter = readFilter(query)
    const cursor = query[addressNames.cursor] || null
    const list = await listEntries(c, recorded, { filter, cursor })
    await audit(c, 'audit.search', null, { ...saidConditions(filter), shown: list.items.length }, 'read')
    return page(
      c.t('security.record'),
      <Record
        filter={filter}
        acts={recorded.acts}
        cursor={cursor}
        list={list}
        seal={await sealState(c)}
        mayErase={mayErase(c)}
      />,
      { section: recordSection },
    )
  })

interface Shown {
  readonly filter: RecordFilter
  readonly acts: readonly string[]
  readonly cursor: string | null
  readonly list: EntryPage
  readonly seal: SealState | null
  readonly mayErase: boolean
}

function Record({ filter, acts, cursor, list, seal, mayErase: erases }: Shown) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        title={t('security.record')}
        lead={t('security.lead')}
        actions={
          <>
            <ButtonLink
              href={recordPath(filter, { path: securityPaths.export('xlsx') })}
              icon="file-spreadsheet"
              download
            >
              {t('security.export_xlsx')}
            </ButtonLink>
            <ButtonLink
              href={recordPath(filter, { path: securityPaths.export('csv') })}
              icon="download"
              download
            >
              {t('security.export_csv')}
            </ButtonLink>
            <ButtonLink href={securityPaths.faults} icon="shield-check">
              {t('security.faults')}
            </ButtonLink>
            {erases && (
              <ButtonLink href={securityPaths.erase} icon="trash">
                {t('security.erase')}
              </ButtonLink>
            )}
          </>
        }
      />
      <RecordFilterBar filter={filter} acts={acts} />
      <EntriesTable rows={list.items} />
      {(list.next !== null || cursor !== null) && (
        <Pagination
          firstHref={cursor === null ? undefined : recordPath(filter)}
          nextHref={list.next === null ? undefined : recordPath(filter, { cursor: list.next })}
        />
      )}
      {seal !== null && <Seal seal={seal} />}
    </Stack>
  )
}

/** What is to be written down elsewhere, and compared one day. */
function Seal({ seal }: { readonly seal: SealState }) {
  const { t, language } = useWords()
  const { batch, lastSeq, sealedAt, root, stampedAt } = seal
  return (
    <Panel title={t('security.seal')} lead={t('security.seal_lead')}>
      <DefinitionList
        items={[
          { term: t('security.sealed_up_to'), description: t('security.sealed_as', { seq: lastSeq, batch }) },
          { term: t('security.sealed_at'), description: formatInstant(sealedAt, language) },
          {
            term: t('security.stamped_at'),
            description: stampedAt === null ? t('security.not_stamped') : formatInstant(stampedAt, language),
          },
          { term: t('security.root'), description: <Hash hex={root} /> },
        ]}
      />
    </Panel>
  )
}

/** A hash may break between its groups on a narrow screen, and is still copied as one word. */
function Hash({ hex }: { readonly hex: string }) {
  return (
    <>
      {(hex.match(/.{8}/g) ?? []).map((part, place) => (
        <Fragment key={place}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  )
}

function EntriesTable({ rows }: { readonly rows: readonly EntryRow[] }) {
  const { t, language } = useWords()
  const columns: ReadonlyArray<Column<EntryRow>> = [
    {
      key: 'act',
      header: t('security.action'),
      kind: 'title',
      cell: (row) => (
        <>
          <a href={securityPaths.entry(row.id)}>{actWord(t, row.action)}</a>
          <Small block>{formatInstant(row.at, language)}</Small>
        </>
      ),
    },
    {
      key: 'actor',
      header: t('security.actor'),
      cell: (row) => (
        <>
          {row.personName ?? t('security.no_actor')}
          {row.bodyName && <Small block>{row.bodyName}</Small>}
        </>
      ),
    },
    { key: 'object', header: t('security.object'), cell: (row) => <Thing entry={row} /> },
    {
      key: 'outcome',
      header: t('security.outcome'),
      kind: 'state',
      cell: (row) => <OutcomeBadge outcome={row.outcome} />,
    },
    { key: 'seq', header: t('security.seq'), kind: 'number', cell: (row) => row.seq ?? '–' },
  ]
  return (
    <DataTable
      caption={t('security.record')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState icon="zoom-question" title={t('security.no_entry')}>
          {t('security.no_entry_help')}
        </EmptyState>
      }
    />
  )
}
