import type { Context } from '../../../platform/context.ts'
import { type FormValues, listValue, problemsOf } from '../../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import type { NavigationEntry } from '../../../platform/slices/navigation.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Sheet, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { addresseesOf, byUnitAndName } from '../../addressees.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import {
  activationDays,
  type ConfirmedAccess,
  confirmAccessEndpoint,
  confirmedAtOnce,
  listConfirmable,
} from '../../confirming/confirm-access.ts'
import { mayConfirmSome } from '../../confirming/confirm-policy.ts'
import { countUnconfirmed, type UnconfirmedAccount } from '../../confirming/unconfirmed.ts'
import { adminSections } from '../access-form.tsx'
import { type ActivationLetter, ActivationLetters } from './activation-letters.tsx'
import { UnconfirmedThings } from './things.tsx'

const section = adminSections.confirmations

export const confirmationsNavigation: NavigationEntry = {
  group: 'identity.admin_group',
  labelKey: 'identity.confirmations',
  href: adminPaths.confirmations(),
  icon: 'shield-check',
  section,
  order: 102,
  // Most people are a second person for nobody: they find it while something waits for them.
  visible: async (c) => mayConfirmSome(c) && (await countUnconfirmed(c)) > 0,
  count: countUnconfirmed,
}

/**
 * Whom the second person confirms; the codes that they hand out are the answer to the post itself: one on the page, several as
 * letters.
 * @param publicUrl where a letter says to sign in
 */
export const confirmationsPage = (publicUrl: string | undefined) =>
  formRoute({
    path: '/quan-tri/xac-nhan',
    endpoint: confirmAccessEndpoint,
    told: 'identity.access_confirmed',
    input: (values: FormValues) => ({ accesses: listValue(values, 'accesses') }),
    done: () => adminPaths.confirmations(),
    async reveal(c, { confirmed }) {
      const title = c.t('identity.access_confirmed')
      const letters = await lettersOf(c, confirmed)
      if (letters.length < 2) return page(title, <Confirmed confirmed={confirmed} />, { section })
      const withoutCode = confirmed.filter(({ code }) => code === null)
      return page(
        title,
        <ActivationLetters letters={letters} withoutCode={withoutCode} on={c.today} publicUrl={publicUrl} />,
        { section, bare: true },
      )
    },
    async show(c, state) {
      const cursor = state.query[adminNames.cursor] || null
      const { items, next } = await listConfirmable(c, { limit: confirmedAtOnce, cursor })
      const body = <Confirmations state={state} accounts={items} cursor={cursor} next={next} />
      return page(c.t('identity.confirmations'), body, { section })
    },
  })

/** Those who get a code, in the order in which letters are handed out. */
async function lettersOf(
  c: Context,
  confirmed: readonly ConfirmedAccess[],
): Promise<readonly ActivationLetter[]> {
  const withCode = confirmed.flatMap((one) => (one.code === null ? [] : [{ ...one, code: one.code }]))
  const places = await addresseesOf(
    c,
    withCode.map(({ personId }) => personId),
  )
  return withCode
    .map((one) => ({ ...one, ...places.get(one.personId), fullName: one.personName }))
    .sort((a, b) => byUnitAndName({ unitName: '', ...a }, { unitName: '', ...b }))
}

const formId = 'confirmations'

function Confirmations(props: {
  readonly state: FormState
  readonly accounts: readonly UnconfirmedAccount[]
  readonly cursor: string | null
  readonly next: string | null
}) {
  const { t } = useWords()
  const { state, accounts, cursor, next } = props
  return (
    <Stack>
      <PageHeader title={t('identity.confirmations')} lead={t('identity.confirmations_lead')} />
      <ErrorSummary problems={problemsOf(state)} />
      {accounts.length === 0 ? (
        <EmptyState icon="shield-check" title={t('identity.no_confirmation')}>
          {t('identity.no_confirmation_help')}
        </EmptyState>
      ) : (
        <>
          <Panel flush>
            <Form
              id={formId}
              action={adminPaths.confirmations({ cursor })}
              idempotencyKey={state.idempotencyKey}
              // The answer is shown once and must not be stored: no partial loading.
              plain
            />
            <Waiting accounts={accounts} typed={listValue(state.values ?? {}, 'accesses')} />
          </Panel>
          {(cursor !== null || next !== null) && (
            <Pagination
              firstHref={cursor === null ? undefined : adminPaths.confirmations()}
              nextHref={next === null ? undefined : adminPaths.confirmations({ cursor: next })}
            />
          )}
        </>
      )}
    </Stack>
  )
}

function Waiting(props: {
  readonly accounts: readonly UnconfirmedAccount[]
  readonly typed: readonly string[]
}) {
  const { t, language } = useWords()
  const chosen = new Set(props.typed)
  const accessOf = (account: UnconfirmedAccount) => `${account.username} ${account.fingerprint}`
  return (
    <DataTable
      caption={t('identity.confirm_whom')}
      rows={props.accounts}
      rowKey={(account) => account.username}
      selection={{
        name: 'accesses',
        form: formId,
        value: accessOf,
        label: (account) => `${account.personName} (${account.username})`,
        chosen: (account) => chosen.has(accessOf(account)),
        id: (account) => (account === props.accounts[0] ? fieldId('accesses') : account.username),
        actions: (
          <Button kind="primary" icon="shield-check" form={formId}>
            {t('identity.confirm')}
          </Button>
        ),
      }}
      columns={[
        {
          key: 'person',
          header: t('identity.person'),
          kind: 'title',
          cell: ({ personName, username }) => `${personName} (${username})`,
        },
        {
          key: 'things',
          header: t('identity.confirm_what'),
          cell: (account) => (
            <>
              {account.codeUntil !== null && (
                <Small block>
                  {t('identity.code_given', {
                    until: formatInstant(account.codeUntil, language),
                    by: account.codeBy ?? 'dotpha',
                  })}
                </Small>
              )}
              <UnconfirmedThings things={account.things} />
            </>
          ),
        },
      ]}
    />
  )
}

function Confirmed({ confirmed }: { readonly confirmed: readonly ConfirmedAccess[] }) {
  const { t } = useWords()
  const hasCode = confirmed.some(({ code }) => code !== null)
  return (
    <Sheet>
      <PageHeader
        title={t('identity.access_confirmed')}
        lead={hasCode ? t('identity.activation_codes_lead', { days: activationDays }) : undefined}
      />
      {hasCode && (
        <Notice kind="warning" title={t('ui.shown_once')}>
          <p>{t('ui.shown_once_help')}</p>
        </Notice>
      )}
      <DataTable
        caption={t('identity.activation_codes')}
        rows={confirmed}
        rowKey={(one) => one.username}
        columns={[
          { key: 'person', header: t('identity.person'), kind: 'title', cell: (one) => one.personName },
          { key: 'username', header: t('identity.username'), cell: (one) => one.username },
          {
            key: 'code',
            header: t('identity.activation_code'),
            cell: (one) => (one.code === null ? t('identity.no_code_needed') : <code>{one.code}</code>),
          },
        ]}
      />
      <ActionBar>
        <ButtonLink href={adminPaths.confirmations()} kind="primary">
          {t('ui.shown_once_done')}
        </ButtonLink>
      </ActionBar>
    </Sheet>
  )
}
