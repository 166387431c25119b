import { requireActor } from '../../../platform/http/execute.ts'
import { problemsOf } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { activateAccount, activateAccountInput } from '../../confirming/activate-account.ts'
import { hasPassword } from '../../factors/factors.ts'
import { passwordMinLength } from '../../passwords/passwords.ts'
import { identityPaths } from '../../paths.ts'
import { isConfirmed } from '../../second-person/ways-in.ts'
import { sessionCookie } from '../../sessions/cookies.ts'

/** Where the owner of an account that somebody else opened types in the code of the second person. */
export const activatePage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.activate,
  postsPerMinute: 20,
  async show(c, state) {
    requireActor(c)
    const { accountId, username } = c.actor
    const waits = !(await isConfirmed(c, accountId))
    const body = (
      <Activate
        state={state}
        username={username}
        waits={waits}
        asksPassword={waits && (await hasPassword(c, accountId))}
      />
    )
    return page(c.t('identity.activate'), body, { section: 'account' })
  },
  async take(visit, values) {
    const { system, circumstances } = visit
    const { actor } = circumstances
    if (actor === null) throw new Refusal('sign_in_needed', {}, { status: 401 })
    const input = parseTyped(activateAccountInput, values)
    const token = await activateAccount(system, { ...circumstances, actor }, input)
    visit.setCookie(sessionCookie(system), token)
    return { to: '/', told: 'identity.activated' }
  },
}

function Activate(props: {
  readonly state: FormState
  readonly username: string
  readonly waits: boolean
  readonly asksPassword: boolean
}) {
  const { t } = useWords()
  const { state, username, waits, asksPassword } = props
  const password = (name: 'next' | 'again') => ({
    name,
    type: 'password' as const,
    label: t(`identity.password_${name}`),
    error: state.errors[name],
    autoComplete: 'new-password',
  })
  return (
    <Sheet>
      <PageHeader
        title={t('identity.activate')}
        lead={waits ? t('identity.activate_lead') : undefined}
        breadcrumbs={[{ label: t('identity.account'), href: identityPaths.account }]}
      />
      <ErrorSummary problems={problemsOf(state)} />
      {waits ? (
        <Form action={identityPaths.activate}>
          <TextField
            name="username"
            label={t('identity.username')}
            value={username}
            autoComplete="username"
            readOnly
          />
          <TextField
            name="code"
            label={t('identity.activation_code')}
            hint={t('identity.activate_hint')}
            error={state.errors.code}
            autoComplete="one-time-code"
          />
          {asksPassword && (
            <>
              <TextField
                {...password('next')}
                hint={t('identity.password_rule', { min: passwordMinLength })}
              />
              <TextField {...password('again')} />
            </>
          )}
          <ActionBar>
            <Button kind="primary" icon="shield-check">
              {t('identity.activate')}
            </Button>
            <ButtonLink href={identityPaths.account} kind="quiet">
              {t('identity.back')}
            </ButtonLink>
          </ActionBar>
        </Form>
      ) : (
        <EmptyState icon="shield-check" title={t('identity.activate_nothing')} />
      )}
    </Sheet>
  )
}
