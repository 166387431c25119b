import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { EmergencyKind } from '../../platform/emergency.ts'
import { field } from '../../platform/http/form.ts'
import {
  apiWrite,
  endpoint,
  formRoute,
  page,
  pageRoute,
  type Route,
  redirect,
} from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import type { NavigationEntry } from '../../platform/navigation.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { NumberField, TextArea, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.ts'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DefinitionList, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import {
  askEmergency,
  askEmergencyInput,
  decideEmergency,
  decideEmergencyInput,
  emergencyMaxMinutes,
  endEmergency,
  endEmergencyInput,
  enterEmergency,
  enterEmergencyInput,
  mayAskEmergency,
  mayDecideEmergency,
} from '../emergency-access.ts'
import { type EmergencyRow, findEmergency, listEmergencies } from '../emergency-queries.ts'
import { decideEmergencyPath, endEmergencyPath, enterEmergencyPath, identityPaths } from '../paths.ts'
import { accessFormPage } from './admin-form.tsx'

const section = 'identity.emergencies'

interface Listed extends EmergencyRow {
  readonly mayDecide: boolean
  readonly isOwn: boolean
}

/** What the actor asked for, and what he could decide. */
async function listed(c: Context): Promise<readonly Listed[]> {
  const rows = await listEmergencies(c)
  const units = new Map<string, boolean>()
  // A few units at most: requests are rare, and their list is bounded.
  for (const unitId of new Set(rows.map((row) => row.unitId)))
    units.set(unitId, await mayDecideEmergency(c, unitId))
  return rows
    .map((row) => ({
      ...row,
      mayDecide: units.get(row.unitId) === true && row.askedPersonId !== c.actor.personId,
      isOwn: row.askedBy === c.actor.accountId,
    }))
    .filter((row) => row.isOwn || row.mayDecide)
}

/** Whether it stands in somebody's menu: who may ask, and who decides. */
const concerns = (c: Context) =>
  mayAskEmergency(c) ||
  c.actor.emergency !== undefined ||
  c.actor.grants.some(({ role }) => role === 'decider')

export const emergencyNavigation: NavigationEntry = {
  group: 'identity.admin_group',
  labelKey: 'identity.emergencies',
  href: identityPaths.emergencies,
  icon: 'clock-exclamation',
  section,
  order: 103,
  visible: concerns,
}

const listPage = pageRoute(identityPaths.emergencies, async (c) => {
  if (!concerns(c)) throw new Refusal('forbidden', { act: 'emergency.list' }, { status: 403 })
  const body = <Emergencies rows={await listed(c)} mayAsk={mayAskEmergency(c)} />
  return page(c.t('identity.emergencies'), body, { section })
})

function Emergencies({ rows, mayAsk }: { rows: readonly Listed[]; mayAsk: boolean }) {
  const { t, language } = useWords()
  return (
    <Stack>
      <PageHeader
        title={t('identity.emergencies')}
        lead={t('identity.emergencies_lead')}
        actions={
          mayAsk && (
            <ButtonLink href={identityPaths.askEmergency} kind="primary" icon="plus">
              {t('identity.ask_emergency')}
            </ButtonLink>
          )
        }
      />
      <DataTable
        caption={t('identity.emergencies')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="shield-check" title={t('identity.no_emergency')}>
            {t('identity.no_emergency_help')}
          </EmptyState>
        }
        columns={[
          {
            key: 'object',
            header: t('identity.emergency_object'),
            kind: 'title',
            cell: (row) => (
              <>
                {row.objectLabel}
                <Small block>{row.unitName}</Small>
              </>
            ),
          },
          {
            key: 'who',
            header: t('identity.emergency_who'),
            cell: (row) => (
              <>
                {row.askedName}
                <Small block>{formatInstant(row.askedAt, language)}</Small>
                {row.decidedName !== null && (
                  <Small block>{t('identity.emergency_decided_by', { name: row.decidedName })}</Small>
                )}
              </>
            ),
          },
          {
            key: 'why',
            header: t('identity.reason'),
            cell: (row) => (
              <>
                {row.reason}
                {row.refusedReason !== null && (
                  <Small block>
                    {t('identity.emergency_refused_because', { reason: row.refusedReason })}
                  </Small>
                )}
              </>
            ),
          },
          {
            key: 'state',
            header: t('identity.account_state'),
            kind: 'state',
            cell: (row) => (
              <>
                <Badge {...looks[row.state]}>{t(`identity.emergency_${row.state}`)}</Badge>
                <Small block>
                  {row.endsAt === null
                    ? t('identity.minutes', { minutes: row.minutes })
                    : t('identity.until', { at: formatInstant(row.endsAt, language) })}
                </Small>
              </>
            ),
          },
          {
            key: 'acts',
            header: t('identity.emergency_acts'),
            headerHidden: true,
            kind: 'actions',
            cell: (row) => <Acts row={row} />,
          },
        ]}
      />
    </Stack>
  )
}

const looks = {
  waiting: { tone: 'waiting', icon: 'hourglass-empty' },
  open: { tone: 'active', icon: 'clock' },
  over: { tone: 'ended', icon: 'history' },
  refused: { tone: 'bad', icon: 'circle-x' },
} as const

function Acts({ row }: { readonly row: Listed }) {
  const { t } = useWords()
  if (row.state === 'waiting' && row.mayDecide)
    return (
      <ButtonLink href={decideEmergencyPath(row.id)} size="small" kind="primary">
        {t('identity.decide_emergency')}
      </ButtonLink>
    )
  if (row.state === 'over' || row.state === 'refused') return null
  return (
    <>
      {row.state === 'open' && row.isOwn && (
        <Form action={enterEmergencyPath(row.id)} layout="inline">
          <Button size="small" kind="primary">
            {t('identity.enter_emergency')}
          </Button>
        </Form>
      )}
      <Form action={endEmergencyPath(row.id)} layout="inline">
        <Button size="small">{t('identity.end_emergency')}</Button>
      </Form>
    </>
  )
}

/** The pages and the API of emergency access, over the things that upper slices let be named. */
export function emergencyRoutes(kinds: readonly EmergencyKind[]): readonly Route[] {
  const hrefOf = (kind: string, label: string) =>
    kinds.find((one) => one.kind === kind)?.hrefOf(label) ?? identityPaths.emergencies
  const ask = endpoint({
    name: 'emergency.ask',
    input: askEmergencyInput,
    fresh: true,
    run: (c, input) => askEmergency(c, kinds, input),
  })
  const decide = endpoint({
    name: 'emergency.decide',
    input: decideEmergencyInput,
    fresh: true,
    run: (c, input) => decideEmergency(c, kinds, input),
  })
  const enter = endpoint({ name: 'emergency.enter', input: enterEmergencyInput, run: enterEmergency })
  const end = endpoint({ name: 'emergency.end', input: endEmergencyInput, run: endEmergency })
  const byAddress = (_values: unknown, { accessId }: Readonly<Record<string, string>>) => ({ accessId })
  const withAddress = (body: unknown, params: Readonly<Record<string, string>>) => ({
    ...(body as object),
    ...params,
  })
  const named = z.object({ accessId: z.string() })
  return [
    listPage,
    formRoute({
      path: identityPaths.askEmergency,
      endpoint: ask,
      told: 'identity.emergency_asked',
      done: () => identityPaths.emergencies,
      async show(c, state) {
        if (!mayAskEmergency(c)) throw new Refusal('forbidden', { act: 'emergency.ask' }, { status: 403 })
        return accessFormPage(c, state, {
          action: identityPaths.askEmergency,
          section,
          crumbs: [{ label: c.t('identity.emergencies'), href: identityPaths.emergencies }],
          title: c.t('identity.ask_emergency'),
          lead: c.t('identity.ask_emergency_lead'),
          fields: (
            <>
              <TextField
                {...field(state, 'object')}
                label={c.t('identity.emergency_object')}
                hint={c.t('identity.emergency_object_hint')}
              />
              <TextArea {...field(state, 'reason')} label={c.t('identity.reason')} rows={4} />
              <NumberField
                {...field(state, 'minutes', '30')}
                label={c.t('identity.emergency_minutes')}
                hint={c.t('identity.emergency_minutes_hint', { max: emergencyMaxMinutes })}
                whole
                width="short"
              />
            </>
          ),
          submit: { label: c.t('identity.ask_emergency'), icon: 'send' },
          back: identityPaths.emergencies,
        })
      },
    }),
    formRoute({
      path: '/xem-khan/:accessId/duyet',
      endpoint: decide,
      told: 'identity.emergency_decided',
      done: () => identityPaths.emergencies,
      async show(c, state) {
        const accessId = state.params.accessId ?? ''
        const found = isId(accessId) ? await findEmergency(c, accessId) : undefined
        if (found === undefined || !(await mayDecideEmergency(c, found.unitId))) throw notFound('emergency')
        return accessFormPage(c, state, {
          action: decideEmergencyPath(accessId),
          section,
          crumbs: [{ label: c.t('identity.emergencies'), href: identityPaths.emergencies }],
          title: c.t('identity.decide_emergency'),
          lead: c.t('identity.decide_emergency_lead'),
          fields: (
            <Stack>
              <DefinitionList
                items={[
                  {
                    term: c.t('identity.emergency_object'),
                    description: `${found.objectLabel} · ${found.unitName}`,
                  },
                  { term: c.t('identity.emergency_who'), description: found.askedName },
                  { term: c.t('identity.reason'), description: found.reason },
                  {
                    term: c.t('identity.emergency_minutes'),
                    description: c.t('identity.minutes', { minutes: found.minutes }),
                  },
                ]}
              />
              <RadioGroup
                {...field(state, 'outcome')}
                label={c.t('identity.emergency_outcome')}
                choices={(['approve', 'refuse'] as const).map((value) => ({
                  value,
                  label: c.t(`identity.emergency_${value}`),
                }))}
              />
              <TextArea
                {...field(state, 'reason')}
                label={c.t('identity.emergency_refusal_reason')}
                hint={c.t('identity.emergency_refusal_hint')}
                rows={3}
                optional
              />
            </Stack>
          ),
          submit: { label: c.t('identity.record_emergency_decision'), icon: 'shield-check' },
          back: identityPaths.emergencies,
        })
      },
    }),
    formRoute({
      path: '/xem-khan/:accessId/vao',
      endpoint: enter,
      told: 'identity.emergency_entered',
      input: byAddress,
      done: ({ kind, object }) => hrefOf(kind, object),
      show: async () => redirect(identityPaths.emergencies),
    }),
    formRoute({
      path: '/xem-khan/:accessId/ket-thuc',
      endpoint: end,
      told: 'identity.emergency_ended',
      input: byAddress,
      done: () => identityPaths.emergencies,
      show: async () => redirect(identityPaths.emergencies),
    }),
    apiWrite({ path: '/emergency-accesses', endpoint: ask, output: named, status: 201 }),
    apiWrite({
      path: '/emergency-accesses/:accessId/decision',
      endpoint: decide,
      output: named,
      input: withAddress,
    }),
    apiWrite({
      path: '/emergency-accesses/:accessId/ending',
      endpoint: end,
      output: named,
      input: (_body, params) => params,
    }),
  ]
}

/** Over every page while somebody reads by emergency access: what, until when, and the way out. */
export function EmergencyNotice({ label, endsAt }: { readonly label: string; readonly endsAt: Date }) {
  const { t, language } = useWords()
  return (
    <Notice kind="warning" title={t('identity.reading_emergency', { object: label })}>
      <p>
        {t('identity.reading_emergency_until', { at: formatInstant(endsAt, language) })}{' '}
        <a href={identityPaths.emergencies}>{t('identity.emergencies')}</a>
      </p>
    </Notice>
  )
}
