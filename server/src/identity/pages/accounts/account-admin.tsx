import { type HoldingView, holdingsOf } from '../../../organisation/index.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Cluster, Columns, DefinitionList, Panel, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type GrantRow, grantsOfPosts, type OwnToken, tokensOf } from '../../accounts/account-queries.ts'
import { type AccountRow, getAccount } from '../../accounts/list-accounts.ts'
import { adminPaths } from '../../admin-paths.ts'
import { findUnconfirmed, type UnconfirmedAccount } from '../../confirming/unconfirmed.ts'
import { type OutsideLink, outsideLinksOf } from '../../outside/outside-links.ts'
import { hasAnyFactor } from '../../sign-in/second-step.ts'
import { adminSections } from '../access-form.tsx'
import { TokensTable } from '../own/own-tokens.tsx'
import { GrantBadge, useGrantSpan } from '../roles/grants.tsx'
import { UnconfirmedThings } from '../second-person/things.tsx'
import { AccountBadge } from './accounts.tsx'

interface Shown {
  readonly account: AccountRow
  readonly holdings: readonly HoldingView[]
  readonly grants: readonly GrantRow[]
  readonly tokens: readonly OwnToken[]
  readonly links: readonly OutsideLink[]
  readonly isOwn: boolean
  readonly hasFactor: boolean
  /** Whether there is an outside provider to link to. */
  readonly mayLink: boolean
  readonly unconfirmed: UnconfirmedAccount | undefined
}

/** One account as its administrator sees it: whose it is, what its posts may do, and how it is opened and closed. */
export const accountAdminPage = (mayLink: boolean) =>
  pageRoute('/quan-tri/tai-khoan/:username', async (c, { params }) => {
    const account = await getAccount(c, params.username ?? '')
    const holdings = await holdingsOf(c, account.personId, c.today)
    const grants = await grantsOfPosts(
      c,
      holdings.map(({ postId }) => postId),
    )
    const tokens = await tokensOf(c, account.id)
    const links = await outsideLinksOf(c, account.id)
    const isOwn = account.personId === c.actor.personId
    return page(
      account.personName,
      <Body
        account={account}
        holdings={holdings}
        grants={grants}
        tokens={tokens}
        links={links}
        isOwn={isOwn}
        hasFactor={await hasAnyFactor(c, account.id)}
        mayLink={mayLink}
        unconfirmed={await findUnconfirmed(c, account.username)}
      />,
      {
        section: adminSections.accounts,
      },
    )
  })

function Body(props: Shown) {
  const { t, language } = useWords()
  const { account, isOwn } = props
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('identity.accounts'), href: adminPaths.accounts() }]}
        kicker={account.username}
        title={account.personName}
        badges={<AccountBadge disabled={account.disabled} />}
      />
      {isOwn && (
        <Notice kind="info">
          <p>{t('identity.own_account_note')}</p>
        </Notice>
      )}
      {props.unconfirmed !== undefined && (
        <Notice kind="warning" title={t('identity.waits_for_second')}>
          <p>{t('identity.waits_for_second_help')}</p>
          {props.unconfirmed.codeUntil !== null && (
            <p>
              {t('identity.code_given', {
                until: formatInstant(props.unconfirmed.codeUntil, language),
                by: props.unconfirmed.codeBy ?? 'dotpha',
              })}
            </p>
          )}
          <UnconfirmedThings things={props.unconfirmed.things} />
        </Notice>
      )}
      <Columns shape="main-side">
        <Stack>
          {props.holdings.length === 0 && (
            <Panel title={t('identity.posts')}>
              <EmptyState icon="id-badge-2" title={t('identity.holds_no_post')}>
                {t('identity.holds_no_post_help')}
              </EmptyState>
            </Panel>
          )}
          {props.holdings.map((holding) => (
            <PostGrants key={holding.holdingId} {...props} holding={holding} />
          ))}
          {props.tokens.length > 0 && (
            <Panel title={t('identity.tokens')} lead={t('identity.tokens_of_account')} flush>
              <TokensTable
                tokens={props.tokens}
                revoke={(token) => (
                  <ButtonLink href={adminPaths.revokeToken(token.id, account.username)} size="small">
                    {t('identity.revoke_token')}
                  </ButtonLink>
                )}
              />
            </Panel>
          )}
        </Stack>
        <Stack>
          <Panel title={t('identity.account')}>
            <Stack>
              <DefinitionList
                items={[
                  { term: t('identity.username'), description: account.username },
                  {
                    term: t('identity.last_sign_in'),
                    description:
                      account.lastSignInAt === null
                        ? t('identity.never_signed_in')
                        : formatInstant(account.lastSignInAt, language),
                  },
                  {
                    term: t('identity.second_step'),
                    description: t(props.hasFactor ? 'identity.factor_has' : 'identity.totp_none'),
                  },
                ]}
              />
              <Cluster>
                <ButtonLink
                  href={adminPaths.setPassword(account.username)}
                  icon="key"
                  closedReason={isOwn ? t('refusal.own_password') : null}
                >
                  {t('identity.set_password')}
                </ButtonLink>
                {props.hasFactor && (
                  <ButtonLink
                    href={adminPaths.removeFactors(account.username)}
                    icon="shield-check"
                    closedReason={isOwn ? t('refusal.own_factors') : null}
                  >
                    {t('identity.remove_factors')}
                  </ButtonLink>
                )}
                {!account.disabled && (
                  <ButtonLink
                    href={adminPaths.endSessions(account.username)}
                    icon="logout"
                    closedReason={isOwn ? t('refusal.own_sessions') : null}
                  >
                    {t('identity.end_account_sessions')}
                  </ButtonLink>
                )}
                {account.disabled ? (
                  <ButtonLink href={adminPaths.enable(account.username)} icon="check">
                    {t('identity.enable_account')}
                  </ButtonLink>
                ) : (
                  <ButtonLink
                    href={adminPaths.disable(account.username)}
                    icon="lock"
                    closedReason={isOwn ? t('refusal.own_account') : null}
                  >
                    {t('identity.disable_account')}
                  </ButtonLink>
                )}
              </Cluster>
            </Stack>
          </Panel>
          {(props.links.length > 0 || props.mayLink) && <OutsideLinks {...props} />}
        </Stack>
      </Columns>
    </Stack>
  )
}

function PostGrants(props: Shown & { readonly holding: HoldingView }) {
  const { t } = useWords()
  const span = useGrantSpan()
  const { holding, account, isOwn } = props
  const grants = props.grants.filter(({ postId }) => postId === holding.postId)
  return (
    <Panel
      title={holding.postTitle}
      lead={holding.unitName}
      flush
      action={
        // The notice above says why there is none on one's own account.
        !isOwn && (
          <ButtonLink href={adminPaths.newGrant(holding.postId, account.username)} icon="plus" size="small">
            {t('identity.grant_role')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t('identity.rights_of', { post: holding.postTitle })}
        rows={grants}
        rowKey={(grant) => grant.id}
        empty={
          <EmptyState icon="key" title={t('identity.no_right')}>
            {t('identity.no_right_help')}
          </EmptyState>
        }
        columns={[
          {
            key: 'role',
            header: t('identity.role'),
            kind: 'title',
            cell: (grant) => (
              <>
                {t(`role.${grant.role}`)}
                <Small block>
                  {t('identity.over_unit', { unit: grant.unitName })}
                  {grant.system !== null &&
                    ` · ${t('identity.in_ladder', { ladder: t(codeKey('organisation.system', grant.system)) })}`}
                </Small>
              </>
            ),
          },
          { key: 'span', header: t('identity.grant_span'), cell: (grant) => span(grant) },
          {
            key: 'state',
            header: t('identity.account_state'),
            kind: 'state',
            cell: (grant) => <GrantBadge active={grant.active} />,
          },
          {
            key: 'revoke',
            header: t('identity.revoke_grant'),
            headerHidden: true,
            kind: 'actions',
            cell: (grant) =>
              grant.active && (
                <ButtonLink href={adminPaths.revokeGrant(grant.id, account.username)} size="small">
                  {t('identity.revoke_grant')}
                </ButtonLink>
              ),
          },
        ]}
      />
    </Panel>
  )
}

/** How the outside provider knows the person. */
function OutsideLinks({ account, links, isOwn, mayLink }: Shown) {
  const { t, language } = useWords()
  return (
    <Panel title={t('identity.outside_identities')}>
      <Stack gap="small">
        {links.map((link) => (
          <DefinitionList
            key={link.id}
            items={[
              { term: new URL(link.issuer).host, description: link.subject },
              {
                term: t('identity.token_used'),
                description:
                  link.lastUsedAt === null
                    ? t('identity.token_unused')
                    : formatInstant(link.lastUsedAt, language),
              },
            ]}
          />
        ))}
        <Cluster>
          {mayLink && (
            <ButtonLink
              href={adminPaths.linkOutside(account.username)}
              icon="link"
              closedReason={isOwn ? t('refusal.outside_own') : null}
            >
              {t('identity.link_outside')}
            </ButtonLink>
          )}
          {links.map((link) => (
            <ButtonLink key={link.id} href={adminPaths.unlinkOutside(link.id, account.username)} icon="ban">
              {t('identity.unlink_outside')}
            </ButtonLink>
          ))}
        </Cluster>
      </Stack>
    </Panel>
  )
}
