import type { FaultCode } from '../../platform/audit/verdict.ts'
import { faultSentence } from '../../platform/audit/verdict-sentences.ts'
import { field, problemsOf } from '../../platform/http/form.ts'
import { type FormState, formRoute, page, pageRoute } from '../../platform/http/route.ts'
import type { Words } from '../../platform/words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import {
  acknowledgeFaultEndpoint,
  authorizeConfirming,
  authorizeFaults,
  confirmFaultEndpoint,
  type FoundFault,
  listFaults,
} from '../known-faults.ts'
import { addressNames, securityPaths } from '../paths.ts'
import { recordSection } from './record.tsx'

/** What the last verifications found, and who said that they know of it. */
export const faultsPage = pageRoute(securityPaths.faults, async (c, { query }) => {
  const cursor = query[addressNames.cursor] ?? null
  const list = await listFaults(c, { cursor })
  return page(c.t('security.faults'), <Faults {...list} isFirst={cursor === null} />, {
    section: recordSection,
  })
})

/** The first of two people. */
export const acknowledgeFaultForm = formRoute({
  path: securityPaths.acknowledgeFault(':fingerprint'),
  endpoint: acknowledgeFaultEndpoint,
  told: 'security.fault_acknowledged_told',
  keepsTyping: true,
  done: () => securityPaths.faults,
  async show(c, state) {
    await authorizeFaults(c, 'audit.acknowledge-fault')
    return page(c.t('security.acknowledge_fault'), <Acknowledge state={state} />, { section: recordSection })
  },
})

/** The second. */
export const confirmFaultForm = formRoute({
  path: securityPaths.confirmFault(':fingerprint'),
  endpoint: confirmFaultEndpoint,
  told: 'security.fault_confirmed_told',
  done: () => securityPaths.faults,
  async show(c, state) {
    await authorizeConfirming(c, 'audit.confirm-fault')
    return page(c.t('security.confirm_fault'), <Confirm state={state} />, { section: recordSection })
  },
})

function Faults({
  items,
  next,
  mayConfirm,
  isFirst,
}: Awaited<ReturnType<typeof listFaults>> & { readonly isFirst: boolean }) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('security.record'), href: securityPaths.record }]}
        title={t('security.faults')}
        lead={t('security.faults_lead')}
      />
      <Panel title={t('security.faults')} flush>
        {items.length === 0 ? (
          <EmptyState icon="shield-check" title={t('security.no_faults')}>
            {t('security.no_faults_help')}
          </EmptyState>
        ) : (
          <FaultTable items={items} mayConfirm={mayConfirm} />
        )}
        {(!isFirst || next !== null) && (
          <Pagination
            firstHref={isFirst ? undefined : securityPaths.faults}
            nextHref={next === null ? undefined : `${securityPaths.faults}?${addressNames.cursor}=${next}`}
          />
        )}
      </Panel>
    </Stack>
  )
}

function FaultTable({
  items,
  mayConfirm,
}: {
  readonly items: readonly FoundFault[]
  readonly mayConfirm: boolean
}) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('security.faults')}
      rows={items}
      rowKey={(row) => row.fingerprint}
      columns={[
        {
          key: 'found',
          header: t('security.found_at'),
          kind: 'date',
          cell: (row) => formatInstant(row.found_at, language),
        },
        {
          key: 'what',
          header: t('security.fault'),
          kind: 'title',
          cell: (row) => (
            <>
              {faultSentence(row.code as FaultCode, language)}
              <Small block>{`${row.code} · ${row.fingerprint.slice(0, 16)}…`}</Small>
            </>
          ),
        },
        { key: 'place', header: t('security.fault_place'), cell: (row) => placeOf(row, t) },
        {
          key: 'state',
          header: t('security.fault_state'),
          cell: (row) => <State row={row} mayConfirm={mayConfirm} />,
        },
      ]}
    />
  )
}

const placeOf = ({ seq, batch, entry_id: entryId }: FoundFault, t: Words): string =>
  [
    seq === null ? entryId : t('security.fault_entry', { seq }),
    batch === null ? null : t('security.fault_batch', { batch }),
  ]
    .filter((part) => part !== null)
    .join(', ')

function State({ row, mayConfirm }: { readonly row: FoundFault; readonly mayConfirm: boolean }) {
  const { t } = useWords()
  const { fingerprint, acknowledgedBy: first, confirmedBy: second } = row
  if (row.acknowledged_at === null)
    return (
      <ButtonLink href={securityPaths.acknowledgeFault(fingerprint)} size="small">
        {t('security.acknowledge_fault')}
      </ButtonLink>
    )
  if (row.confirmed_at !== null)
    return <>{t('security.fault_known', { first: first ?? '', second: second ?? '' })}</>
  return (
    <>
      {t('security.fault_waits', { first: first ?? '' })}
      <Small block>{row.reason}</Small>
      {mayConfirm && (
        <ButtonLink href={securityPaths.confirmFault(fingerprint)} size="small">
          {t('security.confirm_fault')}
        </ButtonLink>
      )}
    </>
  )
}

function Acknowledge({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('security.faults'), href: securityPaths.faults }]}
      title={t('security.acknowledge_fault')}
      warning={t('security.acknowledge_fault_lead')}
      problems={problemsOf(state)}
      action={securityPaths.acknowledgeFault(state.params.fingerprint ?? '')}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      submit={{ label: t('security.acknowledge_fault') }}
      back={{ label: t('security.back_to_faults'), href: securityPaths.faults }}
    >
      <TextArea
        {...field(state, 'reason')}
        label={t('security.fault_reason')}
        hint={t('security.fault_reason_hint')}
        rows={3}
      />
    </FormSheet>
  )
}

function Confirm({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('security.faults'), href: securityPaths.faults }]}
      title={t('security.confirm_fault')}
      warning={t('security.confirm_fault_lead')}
      problems={problemsOf(state)}
      action={securityPaths.confirmFault(state.params.fingerprint ?? '')}
      idempotencyKey={state.idempotencyKey}
      submit={{ label: t('security.confirm_fault') }}
      back={{ label: t('security.back_to_faults'), href: securityPaths.faults }}
    />
  )
}
