import type { Context } from '../../../platform/context.ts'
import { type FormValues, problemsOf } from '../../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import type { NavigationEntry } from '../../../platform/navigation.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Note, Panel, Sheet, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { adminPaths } from '../../admin-paths.ts'
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
import { UnconfirmedThings } from './things.tsx'

const section = adminSections.confirmations

export const confirmationsNavigation: NavigationEntry = {
  group: 'identity.admin_group',
  labelKey: 'identity.confirmations',
  href: adminPaths.confirmations,
  icon: 'shield-check',
  section,
  order: 102,
  // Most people are a second person for nobody: they find it while something waits for them.
  visible: async (c) => mayConfirmSome(c) && (await countUnconfirmed(c)) > 0,
  count: countUnconfirmed,
}

/** Whom the second person confirms; the codes that he hands out are the answer to the post itself. */
export const confirmationsPage = formRoute({
  path: adminPaths.confirmations,
  endpoint: confirmAccessEndpoint,
  told: 'identity.access_confirmed',
  input: ({ accesses }: FormValues) => ({ accesses: typeof accesses === 'string' ? [accesses] : accesses }),
  done: () => adminPaths.confirmations,
  reveal: async (c, { confirmed }) =>
    page(c.t('identity.access_confirmed'), <Confirmed confirmed={confirmed} />, { section }),
  async show(c, state) {
    const { items, next } = await listConfirmable(c, { limit: confirmedAtOnce })
    const body = <Confirmations c={c} state={state} accounts={items} hasMore={next !== null} />
    return page(c.t('identity.confirmations'), body, { section })
  },
})

function Confirmations(props: {
  readonly c: Context
  readonly state: FormState
  readonly accounts: readonly UnconfirmedAccount[]
  readonly hasMore: boolean
}) {
  const { t, language } = useWords()
  const { state, accounts } = props
  const typed = state.values?.accesses
  return (
    <Sheet>
      <PageHeader title={t('identity.confirmations')} lead={t('identity.confirmations_lead')} />
      <ErrorSummary problems={problemsOf(state)} />
      {accounts.length === 0 ? (
        <EmptyState icon="shield-check" title={t('identity.no_confirmation')}>
          {t('identity.no_confirmation_help')}
        </EmptyState>
      ) : (
        <Form action={adminPaths.confirmations} idempotencyKey={state.idempotencyKey} plain>
          <Panel>
            <CheckboxGroup
              name="accesses"
              label={t('identity.confirm_whom')}
              error={state.errors.accesses}
              values={typed === undefined ? [] : [typed].flat().map(String)}
              choices={accounts.map((account) => ({
                value: `${account.username} ${account.fingerprint}`,
                label: `${account.personName} (${account.username})`,
                description: (
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
              }))}
            />
            {props.hasMore && <Note>{t('identity.confirm_more')}</Note>}
          </Panel>
          <ActionBar>
            <Button kind="primary" icon="shield-check">
              {t('identity.confirm')}
            </Button>
          </ActionBar>
        </Form>
      )}
    </Sheet>
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
        <Notice kind="warning" title={t('identity.shown_once')}>
          <p>{t('identity.shown_once_help')}</p>
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
        <ButtonLink href={adminPaths.confirmations} kind="primary">
          {t('identity.shown_once_done')}
        </ButtonLink>
      </ActionBar>
    </Sheet>
  )
}
