import type { Context } from '../../../platform/context.ts'
import { type Params, page, pageRoute } from '../../../platform/http/route.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { FilterBar, Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import {
  type AccountRow,
  type AccountState,
  countAccounts,
  listAccounts,
} from '../../accounts/list-accounts.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import { adminSections } from '../access-form.tsx'

/** The states as the address says them. */
const stateWords: Readonly<Record<AccountState, string>> = { open: 'dang-mo', disabled: 'da-dong' }

interface Asked {
  readonly text: string
  readonly state: AccountState | null
  readonly cursor: string | null
}

function askedIn(query: Params): Asked {
  const word = query[adminNames.state]
  const state = (['open', 'disabled'] as const).find((one) => stateWords[one] === word)
  return {
    text: query[adminNames.text]?.trim().slice(0, 200) ?? '',
    state: state ?? null,
    cursor: query[adminNames.cursor] || null,
  }
}

/** The accounts that the administrator keeps. */
export const accountsPage = pageRoute('/quan-tri/tai-khoan', async (c, { query }) => {
  const asked = askedIn(query)
  const list = await listAccounts(c, asked)
  const total = await countAccounts(c, asked)
  return page(c.t('identity.accounts'), <Accounts c={c} asked={asked} list={list} total={total} />, {
    section: adminSections.accounts,
  })
})

function Accounts(props: {
  readonly c: Context
  readonly asked: Asked
  readonly list: Awaited<ReturnType<typeof listAccounts>>
  readonly total: number
}) {
  const { t } = useWords()
  const { asked, list } = props
  const state = asked.state && stateWords[asked.state]
  return (
    <Stack>
      <PageHeader
        title={t('identity.accounts')}
        lead={t('identity.accounts_lead')}
        actions={
          <>
            <ButtonLink href={adminPaths.bulkAccounts()} icon="users">
              {t('identity.bulk_accounts')}
            </ButtonLink>
            <ButtonLink href={adminPaths.newAccount} kind="primary" icon="plus">
              {t('identity.create_account')}
            </ButtonLink>
          </>
        }
      />
      <FilterBar action={adminPaths.accounts()} clearHref={adminPaths.accounts()}>
        <TextField
          name={adminNames.text}
          label={t('identity.find_account')}
          hint={t('identity.find_account_hint')}
          type="search"
          value={asked.text}
          optional
        />
        <Select
          name={adminNames.state}
          label={t('identity.account_state')}
          value={state}
          empty={t('identity.any_state')}
          options={(['open', 'disabled'] as const).map((one) => ({
            value: stateWords[one],
            label: t(`identity.account_${one}`),
          }))}
          optional
        />
      </FilterBar>
      <AccountsTable rows={list.items} />
      {props.total > 0 && (
        <Pagination
          total={props.total}
          firstHref={asked.cursor === null ? undefined : adminPaths.accounts({ text: asked.text, state })}
          nextHref={
            list.next === null
              ? undefined
              : adminPaths.accounts({ text: asked.text, state, cursor: list.next })
          }
        />
      )}
    </Stack>
  )
}

function AccountsTable({ rows }: { readonly rows: readonly AccountRow[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('identity.accounts')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="zoom-question" title={t('identity.no_account')}>
          {t('identity.no_account_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'person',
          header: t('identity.person'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={adminPaths.account(row.username)}>{row.personName}</a>
              <Small block>{row.username}</Small>
            </>
          ),
        },
        {
          key: 'posts',
          header: t('identity.post'),
          cell: (row) =>
            row.posts.length === 0 ? (
              <Small>{t('identity.holds_no_post')}</Small>
            ) : (
              row.posts.map((post) => (
                <Small key={post.postId} block>
                  {post.title}, {post.unit}
                </Small>
              ))
            ),
        },
        {
          key: 'seen',
          header: t('identity.last_sign_in'),
          kind: 'date',
          cell: (row) =>
            row.lastSignInAt === null
              ? t('identity.never_signed_in')
              : formatInstant(row.lastSignInAt, language),
        },
        {
          key: 'state',
          header: t('identity.account_state'),
          kind: 'state',
          cell: (row) => <AccountBadge disabled={row.disabled} />,
        },
      ]}
    />
  )
}

/** Open or closed. */
export function AccountBadge({ disabled }: { readonly disabled: boolean }) {
  const { t } = useWords()
  return disabled ? (
    <Badge tone="ended" icon="lock">
      {t('identity.account_disabled')}
    </Badge>
  ) : (
    <Badge tone="good" icon="circle-check">
      {t('identity.account_open')}
    </Badge>
  )
}
