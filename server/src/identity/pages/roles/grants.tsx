import { type Params, page, pageRoute } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Select } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { formatDate } from '../../../ui/format.ts'
import { FilterBar, Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import { countGrants, type ListedGrant, listGrants } from '../../roles/list-grants.ts'
import { type Role, roles } from '../../roles/roles.ts'
import { adminSections } from '../access-form.tsx'

interface Asked {
  readonly text: string
  readonly role: Role | null
  readonly all: boolean
  readonly cursor: string | null
}

const askedIn = (query: Params): Asked => ({
  text: query[adminNames.text]?.trim().slice(0, 200) ?? '',
  role: roles.find((one) => one === query[adminNames.role]) ?? null,
  all: query[adminNames.all] === 'co' || query[adminNames.all] === 'on',
  cursor: query[adminNames.cursor] || null,
})

/** Which post has which right over what: to see at once who may decide, appraise, administer. */
export const grantsPage = pageRoute('/quan-tri/quyen', async (c, { query }) => {
  const asked = askedIn(query)
  const filter = { text: asked.text, role: asked.role, active: !asked.all }
  const list = await listGrants(c, { ...filter, cursor: asked.cursor })
  const total = await countGrants(c, filter)
  return page(c.t('identity.grants'), <Grants asked={asked} list={list} total={total} />, {
    section: adminSections.grants,
  })
})

function Grants(props: {
  readonly asked: Asked
  readonly list: Awaited<ReturnType<typeof listGrants>>
  readonly total: number
}) {
  const { t } = useWords()
  const { asked, list } = props
  return (
    <Stack>
      <PageHeader title={t('identity.grants')} lead={t('identity.grants_lead')} />
      <FilterBar action={adminPaths.grants()} clearHref={adminPaths.grants()}>
        <TextField
          name={adminNames.text}
          label={t('identity.find_grant')}
          hint={t('identity.find_grant_hint')}
          type="search"
          value={asked.text}
          optional
        />
        <Select
          name={adminNames.role}
          label={t('identity.role')}
          value={asked.role}
          empty={t('identity.any_role')}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          optional
        />
        <Checkbox name={adminNames.all} label={t('identity.with_ended')} checked={asked.all} />
      </FilterBar>
      <GrantsTable rows={list.items} />
      {props.total > 0 && (
        <Pagination
          total={props.total}
          firstHref={asked.cursor === null ? undefined : adminPaths.grants({ ...asked, cursor: null })}
          nextHref={list.next === null ? undefined : adminPaths.grants({ ...asked, cursor: list.next })}
        />
      )}
    </Stack>
  )
}

function GrantsTable({ rows }: { readonly rows: readonly ListedGrant[] }) {
  const { t } = useWords()
  const span = useGrantSpan()
  return (
    <DataTable
      caption={t('identity.grants')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="zoom-question" title={t('identity.no_grant')}>
          {t('identity.no_grant_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'role',
          header: t('identity.role'),
          kind: 'title',
          cell: (row) => (
            <>
              {t(`role.${row.role}`)}
              <Small block>{row.unitName}</Small>
            </>
          ),
        },
        {
          key: 'post',
          header: t('identity.post'),
          cell: (row) => (
            <>
              {row.postTitle}, {row.postUnit}
              <Small block>
                {row.holders.length === 0 ? t('identity.nobody_holds') : row.holders.join(', ')}
              </Small>
            </>
          ),
        },
        {
          key: 'span',
          header: t('identity.grant_span'),
          cell: (row) => (
            <>
              {span(row)}
              {row.system !== null && (
                <Small block>
                  {t('identity.in_ladder', { ladder: t(codeKey('organisation.system', row.system)) })}
                </Small>
              )}
            </>
          ),
        },
        {
          key: 'state',
          header: t('identity.account_state'),
          kind: 'state',
          cell: (row) => <GrantBadge active={row.active} />,
        },
        {
          key: 'revoke',
          header: t('identity.revoke_grant'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) =>
            row.active && (
              <ButtonLink href={adminPaths.revokeGrant(row.id)} size="small">
                {t('identity.revoke_grant')}
              </ButtonLink>
            ),
        },
      ]}
    />
  )
}

/** Counts today, or not. */
export function GrantBadge({ active }: { readonly active: boolean }) {
  const { t } = useWords()
  return active ? (
    <Badge tone="good" icon="check">
      {t('identity.grant_active')}
    </Badge>
  ) : (
    <Badge tone="ended" icon="clock">
      {t('identity.grant_inactive')}
    </Badge>
  )
}

/** From when until when a right counts, in words; its end is the first day without it. */
export function useGrantSpan(): (grant: Pick<ListedGrant, 'fromOn' | 'toOn'>) => string {
  const { t, language } = useWords()
  return ({ fromOn, toOn }) =>
    toOn === null
      ? t('identity.since', { from: formatDate(fromOn, language) })
      : t('identity.from_to', { from: formatDate(fromOn, language), to: formatDate(toOn, language) })
}
