import type { Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { NavigationEntry } from '../../../platform/slices/navigation.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { decidesEmergencies, mayAskEmergency } from '../../emergency/emergency-policy.ts'
import {
  countEmergenciesToDecide,
  type ListedEmergency,
  listEmergencies,
} from '../../emergency/emergency-queries.ts'
import { decideEmergencyPath, endEmergencyPath, enterEmergencyPath, identityPaths } from '../../paths.ts'

/** The entry of the menu to which these pages belong. */
export const emergencySection = 'identity.emergencies'

/** Who may ask, who reads by it now, and who decides: for the page. */
const concerns = (c: Context) =>
  mayAskEmergency(c) || decidesEmergencies(c) || c.actor.emergency !== undefined

export const emergencyNavigation: NavigationEntry = {
  // Next to the audit log: those who watch over order ask, and the administrator is only one of them.
  group: 'security.group',
  labelKey: 'identity.emergencies',
  href: identityPaths.emergencies,
  icon: 'clock-exclamation',
  section: emergencySection,
  order: 115,
  visible: async (c) => {
    if (mayAskEmergency(c) || c.actor.emergency !== undefined) return true
    // A decider finds it while there is something to decide or to close.
    const { waiting, open } = await countEmergenciesToDecide(c)
    return waiting + open > 0
  },
  count: async (c) => (await countEmergenciesToDecide(c)).waiting,
}

export const emergenciesPage = pageRoute(identityPaths.emergencies, async (c) => {
  if (!concerns(c)) throw new Refusal('forbidden', { act: 'emergency.list' }, { status: 403 })
  const body = <Emergencies rows={await listEmergencies(c)} mayAsk={mayAskEmergency(c)} />
  return page(c.t('identity.emergencies'), body, { section: emergencySection })
})

function Emergencies({ rows, mayAsk }: { rows: readonly ListedEmergency[]; mayAsk: boolean }) {
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

function Acts({ row }: { readonly row: ListedEmergency }) {
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
        <Button size="small">
          {t(row.state === 'waiting' ? 'identity.drop_emergency' : 'identity.end_emergency')}
        </Button>
      </Form>
    </>
  )
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
