import { findUnitByCode } from '../../../organisation/index.ts'
import { type FormValues, listValue, problemsOf } from '../../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { fieldId, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FilterBar, Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { createAccountsEndpoint } from '../../accounts/account-acts.ts'
import { accountsAtOnce } from '../../accounts/create-accounts.ts'
import { listPersonsWithoutAccount } from '../../accounts/persons-without-account.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import { adminSections } from '../access-form.tsx'
import { AccountLetters, NobodyNew } from './account-letters.tsx'

const section = adminSections.accounts

/**
 * Makes accounts for many who hold a post and have none; the letters with their first passwords are the answer.
 * @param publicUrl where the letter says to sign in; where it is not set, the owner asks
 */
export const bulkAccountsForm = (publicUrl: string | undefined) =>
  formRoute({
    path: '/quan-tri/tai-khoan-hang-loat',
    endpoint: createAccountsEndpoint,
    told: 'identity.account_created',
    done: () => adminPaths.accounts(),
    input: (values: FormValues) => ({ personIds: listValue(values, 'personIds') }),
    reveal: async (c, created) => {
      if (created.accounts.length === 0)
        return page(c.t('identity.bulk_accounts'), <NobodyNew skipped={created.skipped} />, { section })
      const letters = <AccountLetters created={created} on={c.today} publicUrl={publicUrl} />
      return page(c.t('identity.letters'), letters, { section, bare: true })
    },
    async show(c, state) {
      const code = state.query[adminNames.unit]?.trim() ?? ''
      const cursor = state.query[adminNames.cursor] || null
      const unit = code === '' ? undefined : await findUnitByCode(c, code, c.today)
      const isUnknown = code !== '' && unit === undefined
      const found = isUnknown
        ? { items: [], next: null, total: 0 }
        : await listPersonsWithoutAccount(c, { unitId: unit?.id ?? null, limit: accountsAtOnce, cursor })
      return page(
        c.t('identity.bulk_accounts'),
        <Stack>
          <PageHeader
            breadcrumbs={[{ label: c.t('identity.accounts'), href: adminPaths.accounts() }]}
            title={c.t('identity.bulk_accounts')}
            lead={c.t('identity.bulk_accounts_lead', { most: accountsAtOnce })}
          />
          <ErrorSummary problems={problemsOf(state)} />
          <FilterBar action={adminPaths.bulkAccounts()} clearHref={adminPaths.bulkAccounts()}>
            <TextField
              name={adminNames.unit}
              label={c.t('identity.bulk_unit')}
              value={code}
              error={isUnknown ? c.t('identity.bulk_unit_unknown') : undefined}
              optional
            />
          </FilterBar>
          {!isUnknown && <Waiting found={found} unit={code} cursor={cursor} state={state} />}
        </Stack>,
        { section },
      )
    },
  })

const formId = 'bulk-accounts'

function Waiting(props: {
  readonly found: Awaited<ReturnType<typeof listPersonsWithoutAccount>>
  readonly unit: string
  readonly cursor: string | null
  readonly state: FormState
}) {
  const { t } = useWords()
  const { unit, cursor, state } = props
  const { items, next, total } = props.found
  if (items.length === 0)
    return (
      <EmptyState icon="users" title={t('identity.bulk_none')}>
        {t('identity.bulk_none_text')}
      </EmptyState>
    )
  const chosen = state.values === undefined ? undefined : new Set(listValue(state.values, 'personIds'))
  return (
    <>
      <Notice kind="warning" title={t('ui.shown_once')}>
        <p>{t('identity.letters_help')}</p>
      </Notice>
      <Panel flush>
        <Form
          id={formId}
          action={adminPaths.bulkAccounts({ unit, cursor })}
          idempotencyKey={state.idempotencyKey}
          // The answer is shown once and must not be stored: no partial loading.
          plain
        />
        <DataTable
          caption={t('identity.bulk_persons')}
          rows={items}
          rowKey={({ personId }) => personId}
          selection={{
            name: 'personIds',
            form: formId,
            value: ({ personId }) => personId,
            label: ({ fullName }) => fullName,
            chosen: ({ personId }) => chosen?.has(personId) ?? true,
            id: (row) => (row === items[0] ? fieldId('personIds') : `p-${row.personId}`),
            actions: (
              <Button kind="primary" icon="plus" form={formId}>
                {t('identity.bulk_create')}
              </Button>
            ),
          }}
          columns={[
            { key: 'person', header: t('identity.person'), kind: 'title', cell: ({ fullName }) => fullName },
            { key: 'post', header: t('identity.post'), cell: ({ postTitle }) => postTitle },
            { key: 'unit', header: t('identity.unit'), cell: ({ unitName }) => unitName },
          ]}
        />
      </Panel>
      <Pagination
        total={total}
        firstHref={cursor === null ? undefined : adminPaths.bulkAccounts({ unit })}
        nextHref={next === null ? undefined : adminPaths.bulkAccounts({ unit, cursor: next })}
      />
    </>
  )
}
