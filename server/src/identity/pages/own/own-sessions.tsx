import { endpoint, formRoute, redirect } from '../../../platform/http/route.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { OwnSession } from '../../accounts/account-queries.ts'
import { identityPaths } from '../../paths.ts'
import { browserName } from '../../sessions/browser-name.ts'
import {
  endOtherSessions,
  endOtherSessionsInput,
  endSession,
  endSessionInput,
} from '../../sessions/sessions.ts'

export const endSessionEndpoint = endpoint({
  name: 'session.end',
  input: endSessionInput,
  fresh: true,
  run: endSession,
})

/** Takes the ending of a session; its button stands on the account's page. */
export const endSessionForm = formRoute({
  path: identityPaths.session,
  endpoint: endSessionEndpoint,
  show: async () => redirect(identityPaths.account),
  done: () => identityPaths.account,
  told: 'identity.session_ended',
})

export const endOtherSessionsEndpoint = endpoint({
  name: 'session.end-others',
  input: endOtherSessionsInput,
  fresh: true,
  run: endOtherSessions,
})

/** Takes the ending of all sessions but the one in use. */
export const endOtherSessionsForm = formRoute({
  path: identityPaths.otherSessions,
  endpoint: endOtherSessionsEndpoint,
  show: async () => redirect(identityPaths.account),
  done: () => identityPaths.account,
  told: 'identity.other_sessions_ended',
})

/** Where one is signed in. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t, language } = useWords()
  return (
    <Panel
      title={t('identity.sessions')}
      lead={t('identity.sessions_lead')}
      action={sessions.some(({ current }) => !current) && <EndOthers />}
      flush
    >
      <DataTable
        caption={t('identity.sessions')}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'where',
            header: t('identity.session_where'),
            kind: 'title',
            cell: (session) => (
              <>
                {browserName(session.userAgent) ?? t('identity.unknown_browser')}
                <Small block>{session.address}</Small>
                {session.waiting && <Small block>{t('identity.session_waiting')}</Small>}
                {session.current && (
                  <Badge tone="good" icon="check">
                    {t('identity.this_session')}
                  </Badge>
                )}
              </>
            ),
          },
          {
            key: 'since',
            header: t('identity.session_since'),
            kind: 'date',
            cell: (session) => formatInstant(session.createdAt, language),
          },
          {
            key: 'seen',
            header: t('identity.session_seen'),
            kind: 'date',
            cell: (session) => formatInstant(session.lastSeenAt, language),
          },
          {
            key: 'end',
            header: t('identity.end_session'),
            headerHidden: true,
            kind: 'actions',
            cell: (session) =>
              !session.current && (
                <Form action={identityPaths.session} layout="inline" hidden={{ sessionId: session.id }}>
                  <Button size="small">{t('identity.end_session')}</Button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function EndOthers() {
  const { t } = useWords()
  return (
    <Form action={identityPaths.otherSessions} layout="inline">
      <Button size="small">{t('identity.end_other_sessions')}</Button>
    </Form>
  )
}
