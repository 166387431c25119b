import { findPersons, getHoldingFacts, SearchChoice, withoutSearch } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { field, listValue } from '../../../platform/http/form.ts'
import { endpoint, formRoute, page, pageRoute, type Route } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/id.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { DefinitionList, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { endStandInPath, identityPaths, lendPath } from '../../paths.ts'
import {
  authorizeLender,
  endStandIn,
  endStandInInput,
  lendPost,
  lendPostInput,
} from '../../stand-ins/lend-post.ts'
import {
  findStandIn,
  lendableGrants,
  listStandIns,
  type StandInRow,
} from '../../stand-ins/stand-in-queries.ts'
import { accessFormPage } from '../access-form.tsx'

const section = 'account'

export const lendPostEndpoint = endpoint({
  name: 'stand-in.lend',
  input: lendPostInput,
  fresh: true,
  run: lendPost,
})

export const endStandInEndpoint = endpoint({
  name: 'stand-in.end',
  input: endStandInInput,
  run: endStandIn,
})

/** What one lends of one's post, and what is lent to one. */
const listPage = pageRoute(identityPaths.standIns, async (c) =>
  page(c.t('identity.stand_ins'), <StandIns c={c} rows={await listStandIns(c)} />, { section }),
)

function StandIns({ c, rows }: { readonly c: Context; readonly rows: readonly StandInRow[] }) {
  const { t } = useWords()
  const { holdingId, standsFor } = c.actor
  const mayLend = holdingId !== null && standsFor === undefined
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('identity.account'), href: identityPaths.account }]}
        title={t('identity.stand_ins')}
        lead={t('identity.stand_ins_lead')}
        actions={
          <ButtonLink
            href={mayLend ? lendPath(holdingId) : identityPaths.standIns}
            kind="primary"
            icon="plus"
            closedReason={mayLend ? null : t(standsFor ? 'refusal.stand_in_lends' : 'identity.no_post')}
          >
            {t('identity.lend')}
          </ButtonLink>
        }
      />
      <StandInsTable rows={rows} personId={c.actor.personId} />
    </Stack>
  )
}

function StandInsTable({ rows, personId }: { rows: readonly StandInRow[]; personId: string }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('identity.stand_ins')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="arrows-exchange" title={t('identity.no_stand_in')}>
          {t('identity.no_stand_in_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('identity.stand_in_who'),
          kind: 'title',
          cell: (row) => (
            <>
              {t('identity.for_whom', { person: row.personName, lender: row.lenderName })}
              <Small block>
                {t(row.personId === personId ? 'identity.lent_to_you' : 'identity.lent_by_you')}
              </Small>
            </>
          ),
        },
        {
          key: 'what',
          header: t('identity.lent'),
          cell: (row) =>
            row.roles.map(({ role, unit }) => (
              <Small key={`${role} ${unit}`} block>
                {t('identity.right_over', { role: t(`role.${role}`), unit })}
              </Small>
            )),
        },
        {
          key: 'days',
          header: t('identity.lent_days'),
          cell: (row) => (
            <>
              {t('identity.from_through', {
                from: formatDate(row.fromOn, language),
                last: formatDate(row.lastOn, language),
              })}
              <Small block>{row.document}</Small>
            </>
          ),
        },
        {
          key: 'state',
          header: t('identity.account_state'),
          kind: 'state',
          cell: (row) => <StandInBadge state={row.state} />,
        },
        {
          key: 'end',
          header: t('identity.end_stand_in'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) =>
            row.state !== 'over' && (
              <ButtonLink href={endStandInPath(row.id)} size="small">
                {t('identity.end_stand_in')}
              </ButtonLink>
            ),
        },
      ]}
    />
  )
}

const looks = {
  coming: { tone: 'waiting', icon: 'clock' },
  active: { tone: 'good', icon: 'check' },
  over: { tone: 'ended', icon: 'history' },
} as const

function StandInBadge({ state }: { readonly state: StandInRow['state'] }) {
  const { t } = useWords()
  return <Badge {...looks[state]}>{t(`identity.stand_in_${state}`)}</Badge>
}

/** Lends rights of the post in the address: one's own, or one whose directory one keeps. */
const lendForm = formRoute({
  path: identityPaths.lendPost,
  endpoint: lendPostEndpoint,
  told: 'identity.post_lent',
  done: () => identityPaths.standIns,
  input: withoutSearch,
  async show(c, state) {
    const asked = state.values?.holdingId ?? state.query['giu-chuc'] ?? c.actor.holdingId
    if (typeof asked !== 'string' || !isId(asked)) throw new Refusal('no_own_post', {}, { status: 403 })
    const holding = await getHoldingFacts(c, asked, c.today)
    await authorizeLender(c, 'stand-in.lend', holding)
    const grants = await lendableGrants(c, holding.postId)
    const found = await findPersons(c, state, 'personId')
    return accessFormPage(c, state, {
      action: lendPath(holding.holdingId),
      section,
      crumbs: [{ label: c.t('identity.stand_ins'), href: identityPaths.standIns }],
      kicker: `${holding.personName} · ${holding.postTitle}, ${holding.unitName}`,
      title: c.t('identity.lend'),
      lead: c.t('identity.lend_lead'),
      hidden: { holdingId: holding.holdingId },
      fields: (
        <Stack>
          <SearchChoice
            name="personId"
            label={c.t('identity.stand_in_person')}
            findLabel={c.t('organisation.find_person')}
            found={found}
            error={state.errors.personId}
          />
          <CheckboxGroup
            name="grantIds[]"
            id="f-grantIds"
            label={c.t('identity.lent')}
            hint={c.t(grants.length === 0 ? 'identity.nothing_to_lend' : 'identity.lent_hint')}
            values={listValue(state.values ?? {}, 'grantIds')}
            error={state.errors.grantIds}
            choices={grants.map((grant) => ({
              value: grant.id,
              label: c.t(codeKey('role', grant.role)),
              description: c.t('identity.over_unit', { unit: grant.unitName }),
            }))}
          />
          <FieldRow>
            <DateField {...field(state, 'fromOn', c.today)} label={c.t('identity.lent_from')} />
            <DateField {...field(state, 'lastOn')} label={c.t('identity.lent_last')} />
          </FieldRow>
          <TextField
            {...field(state, 'document')}
            label={c.t('identity.lent_document')}
            hint={c.t('identity.lent_document_hint')}
          />
        </Stack>
      ),
      submit: { label: c.t('identity.lend'), icon: 'arrows-exchange' },
      back: identityPaths.standIns,
    })
  },
})

const endForm = formRoute({
  path: '/uy-quyen/:standInId/ket-thuc',
  endpoint: endStandInEndpoint,
  told: 'identity.stand_in_ended',
  done: () => identityPaths.standIns,
  input: (_values, { standInId }) => ({ standInId }),
  async show(c, state) {
    const standInId = state.params.standInId ?? ''
    const found = isId(standInId) ? await findStandIn(c, standInId) : undefined
    if (found === undefined) throw notFound('stand-in')
    if (found.personId !== c.actor.personId)
      await authorizeLender(c, 'stand-in.end', await getHoldingFacts(c, found.lenderHoldingId, c.today))
    return accessFormPage(c, state, {
      action: endStandInPath(standInId),
      section,
      crumbs: [{ label: c.t('identity.stand_ins'), href: identityPaths.standIns }],
      title: c.t('identity.end_stand_in'),
      lead: c.t('identity.end_stand_in_lead'),
      fields: (
        <DefinitionList
          items={[
            {
              term: c.t('identity.stand_in_who'),
              description: c.t('identity.for_whom', { person: found.personName, lender: found.lenderName }),
            },
            { term: c.t('identity.lent_document'), description: found.document },
          ]}
        />
      ),
      submit: { label: c.t('identity.end_stand_in'), icon: 'player-stop', kind: 'danger' },
      back: identityPaths.standIns,
    })
  },
})

export const standInRoutes: readonly Route[] = [listPage, lendForm, endForm]
