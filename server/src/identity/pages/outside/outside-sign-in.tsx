import * as client from 'openid-client'
import { page, type Route, redirect, type Visit, visitRoute } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import { AuthShell } from '../../../ui/auth-shell.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Cluster, DefinitionList } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import {
  isUnreachable,
  outsideLabel,
  outsideProvider,
  outsideSettings,
} from '../../outside/outside-provider.ts'
import {
  finishOutside,
  type OutsideOutcome,
  outsideMinutes,
  startOutside,
} from '../../outside/outside-sign-in.ts'
import { identityPaths, signInPath } from '../../paths.ts'
import { outsideCookie, sessionCookie } from '../../sessions/cookies.ts'
import { nextPage } from '../sign-in/next-page.ts'

/** Sends the browser to the provider. */
const startPage = visitRoute(identityPaths.outside, async (visit) => {
  outsideSettings(visit.system.config)
  try {
    const { to, secret } = await startOutside(visit, nextPage(visit.query))
    visit.setCookie(outsideCookie(visit.system), secret, outsideMinutes * 60)
    return redirect(to)
  } catch (error) {
    if (!isUnreachable(error)) throw error
    visit.system.log.warn({ err: error }, 'the outside identity provider does not answer')
    return outcomePage(visit, { kind: 'unreachable' })
  }
})

/** Takes the provider's answer; it opens a session, or says why not. */
const backPage = visitRoute(identityPaths.outsideBack, async (visit) => {
  const cookie = sessionCookie(visit.system)
  const begun = outsideCookie(visit.system)
  const outcome = await finishOutside(visit, visit.cookies[begun], visit.cookies[cookie])
  visit.setCookie(begun, null)
  if (outcome.kind !== 'in') return outcomePage(visit, outcome)
  visit.setCookie(cookie, outcome.token)
  return redirect(outcome.returnTo)
})

/** Goes on to the provider's own sign-out, where it has one: the session there outlives ours. */
const signOutOutside = visitRoute(identityPaths.outsideSignOut, async ({ system }) => {
  outsideSettings(system.config)
  const provider = await outsideProvider(system.config).catch(() => undefined)
  if (provider?.serverMetadata().end_session_endpoint === undefined) return redirect(identityPaths.signIn)
  const back = new URL(identityPaths.signIn, system.config.publicUrl).href
  return redirect(client.buildEndSessionUrl(provider, { post_logout_redirect_uri: back }).href)
})

type Failed = Exclude<OutsideOutcome, { kind: 'in' }>

const statuses = { unknown: 403, stale: 400, refused: 403, unreachable: 503 } as const

function outcomePage(visit: Visit, outcome: Failed): View {
  const { system, circumstances } = visit
  const t = system.words(circumstances.language)
  const label = outsideLabel(outsideSettings(system.config))
  return page(t('identity.outside_failed'), <Outcome outcome={outcome} label={label} />, {
    bare: true,
    status: statuses[outcome.kind],
  })
}

function Outcome({ outcome, label }: { readonly outcome: Failed; readonly label: string }) {
  const { t } = useWords()
  return (
    <AuthShell>
      <h1>{t('identity.outside_failed')}</h1>
      <Notice kind="error">
        <p>{t(`identity.outside_${outcome.kind}`, { label })}</p>
      </Notice>
      {outcome.kind === 'unknown' && (
        <DefinitionList items={[{ term: t('identity.outside_subject'), description: outcome.subject }]} />
      )}
      <Cluster>
        {outcome.kind !== 'unknown' && (
          <ButtonLink href={identityPaths.outside} kind="primary">
            {t('identity.outside_again')}
          </ButtonLink>
        )}
        <ButtonLink href={signInPath('/')}>{t('identity.outside_by_password')}</ButtonLink>
      </Cluster>
    </AuthShell>
  )
}

export const outsidePages: readonly Route[] = [startPage, backPage, signOutOutside]
