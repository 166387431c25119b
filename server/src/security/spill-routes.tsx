import { z } from 'zod'
import { problemsOf, textValue } from '../platform/http/form.ts'
import {
  apiRead,
  apiWrite,
  type FormState,
  formRoute,
  page,
  pageRoute,
  type Route,
} from '../platform/http/route.ts'
import type { NavigationEntry } from '../platform/navigation.ts'
import type { SpillSite } from '../platform/spill-sites.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/field.tsx'
import { ActionBar, Form } from '../ui/form.tsx'
import { formatInstant } from '../ui/format.ts'
import { EmptyState, ErrorSummary, Notice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel, Sheet, Stack } from '../ui/panel.tsx'
import { DataTable } from '../ui/table.tsx'
import { useWords } from '../ui/words.tsx'
import {
  authorizeOfficer,
  eraseSpill,
  isolateSpill,
  isSecrecyOfficer,
  listSpills,
  listStopped,
} from './spills.ts'
import { actWord } from './words.ts'

export const spillPaths = {
  spills: '/bao-mat',
  isolate: '/bao-mat/co-lap',
  erase: (id: string) => `/bao-mat/${id}/xoa`,
} as const

const section = 'security.spills'

type Stopped = Awaited<ReturnType<typeof listStopped>>
type Spills = Awaited<ReturnType<typeof listSpills>>

/** What was stopped at the door, what spilled, and the two acts that deal with a spill; the same for machines. */
export function spillRoutes(sites: readonly SpillSite[]): readonly Route[] {
  const isolate = isolateSpill(sites)
  const erase = eraseSpill(sites)
  return [
    pageRoute(spillPaths.spills, async (c) =>
      page(c.t('security.spills'), <Overview stopped={await listStopped(c)} spills={await listSpills(c)} />, {
        section,
      }),
    ),
    formRoute({
      path: spillPaths.isolate,
      endpoint: isolate,
      told: 'security.isolated_told',
      done: () => spillPaths.spills,
      async show(c, state) {
        authorizeOfficer(c, 'spill.isolate')
        return page(c.t('security.isolate'), <Isolate state={state} />, { section })
      },
    }),
    formRoute({
      path: spillPaths.erase(':spillId'),
      endpoint: erase,
      told: 'security.spill_erased_told',
      done: () => spillPaths.spills,
      async show(c, state) {
        authorizeOfficer(c, 'spill.erase')
        return page(c.t('security.spill_erase'), <Erase state={state} />, { section })
      },
    }),
    apiRead({
      path: '/stopped-marks',
      name: 'secret-mark.list',
      query: z.strictObject({}),
      output: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            at: z.string(),
            act: z.string(),
            field: z.string().nullable(),
            kind: z.string(),
            unit: z.string().nullable(),
            person: z.string().nullable(),
          }),
        ),
      }),
      async run(c) {
        const rows = await listStopped(c)
        return { items: rows.map(({ stopped_at, ...row }) => ({ ...row, at: stopped_at.toISOString() })) }
      },
    }),
    apiRead({
      path: '/spills',
      name: 'spill.list',
      query: z.strictObject({}),
      output: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            unit: z.string().nullable(),
            isolatedAt: z.string(),
            erasedAt: z.string().nullable(),
          }),
        ),
      }),
      async run(c) {
        const rows = await listSpills(c)
        return {
          items: rows.map((row) => ({
            id: row.id,
            kind: row.kind,
            unit: row.unit,
            isolatedAt: row.isolated_at.toISOString(),
            erasedAt: row.erased_at?.toISOString() ?? null,
          })),
        }
      },
    }),
    apiWrite({ path: '/spills', endpoint: isolate, output: z.object({ spillId: z.string() }), status: 201 }),
    apiWrite({
      path: '/spills/:spillId/erasure',
      endpoint: erase,
      output: z.object({ spillId: z.string(), entries: z.number() }),
    }),
  ]
}

export const spillNavigation: NavigationEntry = {
  group: 'security.group',
  labelKey: 'security.spills',
  href: spillPaths.spills,
  icon: 'lock',
  section,
  order: 120,
  visible: isSecrecyOfficer,
}

function Overview({ stopped, spills }: { readonly stopped: Stopped; readonly spills: Spills }) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        title={t('security.spills')}
        lead={t('security.spills_lead')}
        actions={
          <ButtonLink href={spillPaths.isolate} kind="primary">
            {t('security.isolate')}
          </ButtonLink>
        }
      />
      <Panel title={t('security.spilled')}>
        {spills.length === 0 ? (
          <EmptyState title={t('security.no_spills')} />
        ) : (
          <SpillTable spills={spills} />
        )}
      </Panel>
      <Panel title={t('security.stopped')}>
        {stopped.length === 0 ? (
          <EmptyState title={t('security.no_stopped')} />
        ) : (
          <StoppedTable stopped={stopped} />
        )}
      </Panel>
    </Stack>
  )
}

function SpillTable({ spills }: { readonly spills: Spills }) {
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
        { key: 'kind', header: t('security.spill_kind'), cell: (row) => t(`security.kind.${row.kind}`) },
        { key: 'unit', header: t('security.unit'), cell: (row) => row.unit ?? '' },
        {
          key: 'state',
          header: t('security.spill_state'),
          cell: (row) =>
            row.erased_at === null ? (
              <ButtonLink href={spillPaths.erase(row.id)} kind="danger">
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

function StoppedTable({ stopped }: { readonly stopped: Stopped }) {
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
        { key: 'kind', header: t('security.spill_kind'), cell: (row) => t(`security.kind.${row.kind}`) },
      ]}
    />
  )
}

function Isolate({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  const field = (name: string) => ({
    name,
    value: state.values === undefined ? '' : textValue(state.values, name),
    error: state.errors[name],
  })
  return (
    <Sheet>
      <PageHeader
        title={t('security.isolate')}
        breadcrumbs={[{ label: t('security.spills'), href: spillPaths.spills }]}
      />
      <Notice kind="warning">
        <p>{t('security.isolate_lead')}</p>
      </Notice>
      <ErrorSummary problems={problemsOf(state)} />
      <Form action={spillPaths.isolate} idempotencyKey={state.idempotencyKey}>
        <Panel>
          <TextField
            {...field('address')}
            label={t('security.spill_address')}
            hint={t('security.spill_address_hint')}
          />
          <DateField {...field('officerToldOn')} label={t('security.told_on')} />
        </Panel>
        <ActionBar>
          <Button kind="danger">{t('security.isolate')}</Button>
          <ButtonLink href={spillPaths.spills} kind="quiet">
            {t('security.back_to_spills')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}

function Erase({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  const field = (name: string) => ({
    name,
    value: state.values === undefined ? '' : textValue(state.values, name),
    error: state.errors[name],
  })
  return (
    <Sheet>
      <PageHeader
        title={t('security.spill_erase')}
        breadcrumbs={[{ label: t('security.spills'), href: spillPaths.spills }]}
      />
      <Notice kind="warning">
        <p>{t('security.spill_erase_lead')}</p>
      </Notice>
      <ErrorSummary problems={problemsOf(state)} />
      <Form action={spillPaths.erase(state.params.spillId ?? '')} idempotencyKey={state.idempotencyKey}>
        <Panel>
          <TextField {...field('decision')} label={t('security.spill_decision')} />
          <DateField {...field('decidedOn')} label={t('security.erase_decided_on')} />
        </Panel>
        <ActionBar>
          <Button kind="danger">{t('security.spill_erase')}</Button>
          <ButtonLink href={spillPaths.spills} kind="quiet">
            {t('security.back_to_spills')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
