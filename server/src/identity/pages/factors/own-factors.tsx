import type { Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Cluster, Panel, Sheet, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type Factors, factorsRequired, loadFactors, type OwnPasskey } from '../../factors/factors.ts'
import { identityPaths } from '../../paths.ts'

/** One's own second factors: what is set up, since when, and what can be done with it. */
export const ownFactorsPage = pageRoute(identityPaths.factors, async (c) =>
  page(
    c.t('identity.factors'),
    <OwnFactors factors={await loadFactors(c, c.actor.accountId)} asked={await isAsked(c)} />,
    { section: 'account' },
  ),
)

/** Whether the page should say that the demonstration asks for none. */
const isAsked = async (c: Context) => ({
  required: await factorsRequired(c),
  demonstration:
    (await c.db.selectFrom('installation').select('demonstration').executeTakeFirst())?.demonstration ??
    false,
})

function OwnFactors(props: {
  readonly factors: Factors
  readonly asked: { readonly required: boolean; readonly demonstration: boolean }
}) {
  const { t } = useWords()
  const { factors, asked } = props
  return (
    <Sheet>
      <PageHeader
        title={t('identity.factors')}
        lead={t('identity.factors_lead')}
        breadcrumbs={[{ label: t('identity.account'), href: identityPaths.account }]}
      />
      {asked.demonstration && !asked.required && (
        <Notice kind="info">
          <p>{t('identity.factors_demo')}</p>
        </Notice>
      )}
      <Stack>
        <Totp since={factors.totpSince} />
        <Passkeys passkeys={factors.passkeys} />
        <RecoveryCodes factors={factors} />
      </Stack>
    </Sheet>
  )
}

function Totp({ since }: { since: Date | null }) {
  const { t, language } = useWords()
  return (
    <Panel
      title={t('identity.totp')}
      lead={
        since === null
          ? t('identity.totp_none')
          : t('identity.totp_since', { date: formatInstant(since, language) })
      }
    >
      <Cluster>
        <ButtonLink
          href={identityPaths.totp}
          kind={since === null ? 'primary' : 'secondary'}
          icon="shield-check"
        >
          {t(since === null ? 'identity.totp_set_up' : 'identity.totp_replace')}
        </ButtonLink>
        {since !== null && (
          <ButtonLink href={identityPaths.dropTotp} kind="quiet">
            {t('identity.totp_drop')}
          </ButtonLink>
        )}
      </Cluster>
    </Panel>
  )
}

function Passkeys({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const { t, language } = useWords()
  return (
    <Panel
      title={t('identity.passkeys')}
      lead={t('identity.passkeys_lead')}
      footer={
        <ButtonLink href={identityPaths.passkeys} icon="plus">
          {t('identity.passkey_add')}
        </ButtonLink>
      }
      flush
    >
      <DataTable
        caption={t('identity.passkeys')}
        rows={passkeys}
        rowKey={(passkey) => passkey.id}
        empty={
          <EmptyState title={t('identity.passkey_none')} icon="key">
            {t('identity.passkey_none_help')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('identity.passkey_name'),
            kind: 'title',
            cell: (passkey) => passkey.name,
          },
          {
            key: 'added',
            header: t('identity.passkey_added_on'),
            kind: 'date',
            cell: (passkey) => formatInstant(passkey.createdAt, language),
          },
          {
            key: 'used',
            header: t('identity.passkey_used'),
            kind: 'date',
            cell: (passkey) =>
              passkey.lastUsedAt === null
                ? t('identity.passkey_unused')
                : formatInstant(passkey.lastUsedAt, language),
          },
          {
            key: 'drop',
            header: t('identity.passkey_drop'),
            headerHidden: true,
            kind: 'actions',
            cell: (passkey) => (
              <Form action={identityPaths.dropPasskey} layout="inline" hidden={{ passkeyId: passkey.id }}>
                <Button size="small">{t('identity.passkey_drop')}</Button>
              </Form>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function RecoveryCodes({ factors }: { factors: Factors }) {
  const { t } = useWords()
  const has = factors.totpSince !== null || factors.passkeys.length > 0
  return (
    <Panel
      title={t('identity.recovery_codes')}
      lead={
        has ? t('identity.recovery_codes_lead', { left: factors.codesLeft }) : t('identity.recovery_none')
      }
    >
      {has && (
        <ButtonLink href={identityPaths.recoveryCodes} icon="refresh">
          {t('identity.recovery_renew')}
        </ButtonLink>
      )}
    </Panel>
  )
}
