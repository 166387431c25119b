import type { VNode } from 'preact'
import { type HoldingView, holdingsOf } from '../../../organisation/index.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { loadPanels, type Panel as PagePanel } from '../../../platform/slices/panels.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Cluster, Columns, DefinitionList, Panel, Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type AccountNotice, listAccountNotices } from '../../account-notices.ts'
import {
  type GrantRow,
  getOwnPreferences,
  grantsOfPosts,
  listOwnSessions,
  listOwnTokens,
  type OwnSession,
  type OwnToken,
} from '../../accounts/account-queries.ts'
import { identityPaths } from '../../paths.ts'
import { isConfirmed } from '../../second-person/ways-in.ts'
import { LanguageLinks } from '../language-links.tsx'
import { ThemeChoice } from '../theme.tsx'
import { AccountNotices } from './account-notices.tsx'
import { OwnPosts } from './own-posts.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { OwnTokens } from './own-tokens.tsx'

interface Own {
  readonly actor: Actor
  readonly holdings: readonly HoldingView[]
  readonly grants: readonly GrantRow[]
  readonly sessions: readonly OwnSession[]
  readonly tokens: readonly OwnToken[]
  readonly theme: string
  readonly notices: readonly AccountNotice[]
  readonly isConfirmed: boolean
}

/** Everything about oneself: posts and their rights, settings, password, where one is signed in, tokens for machines. */
export const accountPage = (panels: readonly PagePanel<null>[]) =>
  pageRoute(identityPaths.account, async (c) =>
    page(
      c.t('identity.account'),
      <Account own={await loadOwn(c)} panels={await loadPanels(c, panels, null)} />,
      { section: 'account' },
    ),
  )

async function loadOwn(c: Context): Promise<Own> {
  const holdings = await holdingsOf(c, c.actor.personId, c.today)
  return {
    actor: c.actor,
    holdings,
    grants: await grantsOfPosts(
      c,
      holdings.map((holding) => holding.postId),
    ),
    sessions: await listOwnSessions(c),
    tokens: await listOwnTokens(c),
    isConfirmed: await isConfirmed(c, c.actor.accountId),
    notices: await listAccountNotices(c),
    theme: (await getOwnPreferences(c)).theme,
  }
}

function Account({ own, panels }: { readonly own: Own; readonly panels: readonly VNode[] }) {
  const { t } = useWords()
  const { actor } = own
  return (
    <>
      <PageHeader title={actor.personName} kicker={t('identity.account')} lead={t('identity.account_lead')} />
      <Columns shape="main-side">
        <Stack>
          {!own.isConfirmed && (
            <Notice kind="warning" title={t('identity.account_waits')}>
              <p>{t('identity.account_waits_help')}</p>
              <ButtonLink href={identityPaths.activate} icon="shield-check" kind="primary">
                {t('identity.activate')}
              </ButtonLink>
            </Notice>
          )}
          <AccountNotices notices={own.notices} />
          <OwnPosts
            actor={actor}
            holdings={own.holdings}
            grants={own.grants}
            returnTo={identityPaths.account}
          />
          <OwnSessions sessions={own.sessions} />
          <OwnTokens tokens={own.tokens} />
        </Stack>
        <Stack>
          <Panel title={t('identity.sign_in')}>
            <Stack>
              <DefinitionList items={[{ term: t('identity.username'), description: actor.username }]} />
              <Cluster>
                <ButtonLink href={identityPaths.factors} icon="shield-check">
                  {t('identity.factors_open')}
                </ButtonLink>
                <ButtonLink href={identityPaths.password} icon="key">
                  {t('identity.change_password')}
                </ButtonLink>
              </Cluster>
            </Stack>
          </Panel>
          <Panel title={t('identity.mail')}>
            <ButtonLink href={identityPaths.mail} icon="send">
              {t('identity.mail_open')}
            </ButtonLink>
          </Panel>
          {panels}
          <Panel title={t('identity.language')}>
            <LanguageLinks returnTo={identityPaths.account} />
          </Panel>
          <Panel title={t('identity.theme')}>
            <ThemeChoice theme={own.theme} />
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}
