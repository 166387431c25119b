import type { Context } from '../../platform/context.ts'
import { proofField } from '../../platform/http/proof.ts'
import { page } from '../../platform/http/route.ts'
import type { AskedProof } from '../../platform/http/system.ts'
import type { PageView } from '../../platform/http/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionBar, Form, Hidden } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Sheet } from '../../ui/panel.tsx'
import { PasskeyButton } from '../../ui/passkey.tsx'
import { useWords } from '../../ui/words.tsx'
import { type Factors, hasPassword, loadFactors } from '../factors/factors.ts'
import { identityPaths } from '../paths.ts'

/** Asks somebody who has signed in long ago who they are, before an act that decides; all that they typed goes along. */
export async function proofPage(c: Context, asked: AskedProof): Promise<PageView> {
  const factors = await loadFactors(c, c.actor.accountId)
  const shown = {
    asked,
    factors,
    username: c.actor.username,
    hasPassword: await hasPassword(c, c.actor.accountId),
  }
  return page(c.t('identity.proof'), <Proof {...shown} />) as PageView
}

function Proof(props: {
  readonly asked: AskedProof
  readonly factors: Factors
  readonly username: string
  readonly hasPassword: boolean
}) {
  const { asked, factors, username } = props
  // // Users of the external provider have neither: they sign in again in another window, and then continue.
  const canProve = props.hasPassword || factors.totpSince !== null || factors.passkeys.length > 0
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={t('identity.proof')} lead={t('identity.proof_lead')} />
      {!canProve && (
        <Notice kind="warning" title={t('identity.proof_none')}>
          <p>{t('identity.proof_none_help')}</p>
        </Notice>
      )}
      {asked.problem && (
        <Notice kind="error">
          <p>{asked.problem}</p>
        </Notice>
      )}
      {/* Without Turbo: what follows may be shown at once and only once. */}
      <Form action={asked.action} plain>
        {asked.carried.map(([name, value], index) => (
          // A field may come several times under one name; its place tells them apart.
          <Hidden key={index} name={name} value={value} />
        ))}
        {asked.uploads.length > 0 && (
          <Panel title={t('identity.proof_files')}>
            <ul>
              {asked.uploads.map((upload) => (
                <li key={upload.id}>{upload.fileName}</li>
              ))}
            </ul>
          </Panel>
        )}
        {canProve && <ProofFields username={username} hasTotp={factors.totpSince !== null} />}
        <ActionBar>
          <Button kind="primary">{t(canProve ? 'identity.proof_go' : 'identity.proof_go_on')}</Button>
          {factors.passkeys.length > 0 && (
            <PasskeyButton
              name={`${proofField}[passkey]`}
              label={t('identity.passkey_use')}
              askAt={identityPaths.passkeyQuestion}
              purpose="prove"
              failed={t('identity.passkey_failed')}
            />
          )}
          <ButtonLink href={asked.action} kind="quiet">
            {t('identity.proof_back')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}

function ProofFields({ username, hasTotp }: { username: string; hasTotp: boolean }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        // Not under a name of its own: the form that is carried may have one.
        name={`${proofField}[username]`}
        label={t('identity.username')}
        value={username}
        autoComplete="username"
        readOnly
      />
      <TextField
        name={`${proofField}[password]`}
        type="password"
        label={t(hasTotp ? 'identity.proof_any' : 'identity.password')}
        autoComplete="current-password"
        autoFocus
      />
    </>
  )
}
