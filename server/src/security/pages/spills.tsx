import type { Context } from '../../platform/context.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { addressNames, spillPaths } from '../paths.ts'
import { listSpills, listStopped } from '../spills.ts'
import { actWord } from '../words.ts'

/** The entry of the menu to which the pages of spills belong. */
export const spillSection = 'security.spills'

type Stopped = Awaited<ReturnType<typeof listStopped>>
type Spills = Awaited<ReturnType<typeof listSpills>>

/** What was stopped at the door, and what spilled. */
export const spillsPage = pageRoute(spillPaths.spills, async (c: Context, { query }) => {
  const cursors = {
    stopped: query[addressNames.stoppedFrom] ?? null,
    spilled: query[addressNames.spilledFrom] ?? null,
  }
  const lists = {
    stopped: await listStopped(c, cursors.stopped),
    spills: await listSpills(c, cursors.spilled),
  }
  return page(c.t('security.spills'), <Overview {...lists} cursors={cursors} />, { section: spillSection })
})

function Overview(props: {
  readonly stopped: Stopped
  readonly spills: Spills
  readonly cursors: { readonly stopped: string | null; readonly spilled: string | null }
}) {
  const { stopped, spills, cursors } = props
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        title={t('security.spills')}
        lead={t('security.spills_lead')}
        actions={
          <ButtonLink href={spillPaths.isolate} kind="primary" icon="lock">
            {t('security.isolate')}
          </ButtonLink>
        }
      />
      <Panel title={t('security.spilled')} flush>
        {spills.items.length === 0 ? (
          <EmptyState icon="shield-check" title={t('security.no_spills')}>
            {t('security.no_spills_help')}
          </EmptyState>
        ) : (
          <SpillTable spills={spills.items} />
        )}
        <More
          isFirst={cursors.spilled === null}
          first={spillPaths.spillsFrom({ ...cursors, spilled: null })}
          next={spills.next && spillPaths.spillsFrom({ ...cursors, spilled: spills.next })}
        />
      </Panel>
      <Panel title={t('security.stopped')} flush>
        {stopped.items.length === 0 ? (
          <EmptyState icon="shield-check" title={t('security.no_stopped')}>
            {t('security.no_stopped_help')}
          </EmptyState>
        ) : (
          <StoppedTable stopped={stopped.items} />
        )}
        <More
          isFirst={cursors.stopped === null}
          first={spillPaths.spillsFrom({ ...cursors, stopped: null })}
          next={stopped.next && spillPaths.spillsFrom({ ...cursors, stopped: stopped.next })}
        />
      </Panel>
    </Stack>
  )
}

function More(props: { readonly isFirst: boolean; readonly first: string; readonly next: string | null }) {
  const { isFirst, first, next } = props
  if (isFirst && next === null) return null
  return <Pagination firstHref={isFirst ? undefined : first} nextHref={next ?? undefined} />
}

function SpillTable({ spills }: { readonly spills: Spills['items'] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('security.spilled')}
      rows={spills}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'at',
          header: t('security.isolated_at'),
          cell: (row) => formatInstant(row.isolated_at, language),
        },
        {
          key: 'kind',
          header: t('security.spill_kind'),
          cell: (row) => t(codeKey('security.kind', row.kind)),
        },
        { key: 'unit', header: t('security.unit'), cell: (row) => row.unit ?? '' },
        {
          key: 'state',
          header: t('security.spill_state'),
          cell: (row) =>
            row.erased_at === null ? (
              <ButtonLink href={spillPaths.erase(row.id)} kind="danger" size="small">
                {t('security.spill_erase')}
              </ButtonLink>
            ) : (
              `${t('security.spill_erased')} ${formatInstant(row.erased_at, language)} · ${row.decided_by}`
            ),
        },
      ]}
    />
  )
}

function StoppedTable({ stopped }: { readonly stopped: Stopped['items'] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('security.stopped')}
      rows={stopped}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'at',
          header: t('security.stopped_at'),
          cell: (row) => formatInstant(row.stopped_at, language),
        },
        { key: 'person', header: t('security.actor'), cell: (row) => row.person ?? '' },
        { key: 'unit', header: t('security.unit'), cell: (row) => row.unit ?? '' },
        { key: 'act', header: t('security.action'), cell: (row) => actWord(t, row.act) },
        {
          key: 'kind',
          header: t('security.spill_kind'),
          cell: (row) => t(codeKey('security.kind', row.kind)),
        },
      ]}
    />
  )
}
