import type { ComponentChildren } from 'preact'
import { endpoint, formRoute, redirect } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { OwnToken } from '../../accounts/account-queries.ts'
import { identityPaths } from '../../paths.ts'
import { revokeApiToken, revokeApiTokenInput } from '../../sessions/api-tokens.ts'

export const revokeTokenEndpoint = endpoint({
  name: 'token.revoke',
  input: revokeApiTokenInput,
  run: revokeApiToken,
})

/** Takes the end of a token; its button stands on the account's page. */
export const revokeTokenForm = formRoute({
  path: identityPaths.token,
  endpoint: revokeTokenEndpoint,
  show: async () => redirect(identityPaths.account),
  done: () => identityPaths.account,
  told: 'identity.token_revoked',
})

/** The tokens with which machines act for one. */
export function OwnTokens({ tokens }: { tokens: readonly OwnToken[] }) {
  const { t } = useWords()
  return (
    <Panel
      title={t('identity.tokens')}
      lead={t('identity.tokens_lead')}
      flush
      action={
        <ButtonLink href={identityPaths.newToken} icon="plus" size="small">
          {t('identity.create_token')}
        </ButtonLink>
      }
    >
      <TokensTable
        tokens={tokens}
        revoke={(token) => (
          <Form action={identityPaths.token} layout="inline" hidden={{ tokenId: token.id }}>
            <Button size="small">{t('identity.revoke_token')}</Button>
          </Form>
        )}
      />
    </Panel>
  )
}

/** Tokens with what they may do, when they were last used and until when they last. */
export function TokensTable({
  tokens,
  revoke,
}: {
  tokens: readonly OwnToken[]
  revoke: (token: OwnToken) => ComponentChildren
}) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('identity.tokens')}
      rows={tokens}
      rowKey={(token) => token.id}
      empty={
        <EmptyState title={t('identity.no_token')} icon="key">
          {t('identity.no_token_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          header: t('identity.token_name'),
          kind: 'title',
          cell: (token) => (
            <>
              {token.name}
              <Small block>
                {token.scopes.map((scope) => t(codeKey('identity', `scope_${scope}`))).join(', ')}
              </Small>
            </>
          ),
        },
        {
          key: 'used',
          header: t('identity.token_used'),
          kind: 'date',
          cell: (token) =>
            token.lastUsedAt === null
              ? t('identity.token_unused')
              : formatInstant(token.lastUsedAt, language),
        },
        {
          key: 'expires',
          header: t('identity.token_expires'),
          kind: 'date',
          cell: (token) => formatInstant(token.expiresAt, language),
        },
        {
          key: 'revoke',
          header: t('identity.revoke_token'),
          headerHidden: true,
          kind: 'actions',
          cell: revoke,
        },
      ]}
    />
  )
}
