import type { WaitingSession } from '../../../platform/context.ts'
import { problemsOf, textValue } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page, redirect } from '../../../platform/http/route.ts'
import { AuthShell } from '../../../ui/auth-shell.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { CodeList } from '../../../ui/code-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Note, Stack } from '../../../ui/panel.tsx'
import { PasskeyButton } from '../../../ui/passkey.tsx'
import { useWords } from '../../../ui/words.tsx'
import { newPasskeyInput, setUpTotpInput } from '../../factors/factors.ts'
import { identityPaths, signInPath, stepPath, waitingPath } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'
import { hasAnyFactor, setUpFirstFactor } from '../../sign-in/second-step.ts'
import { TotpFields } from '../factors/totp-fields.tsx'
import { LanguageLinks } from '../language-links.tsx'
import { nextPage } from './next-page.ts'
import { OtherAccount } from './second-step.tsx'

/** Sets up the factor of somebody who must have one and has none; until then every other page leads here. */
export const setUpFirstPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.setUpFirst,
  postsPerMinute: 60,
  async show(c, state) {
    const next = nextPage(state.query)
    if (c.waiting === undefined) return redirect(c.actor === null ? signInPath(next) : next)
    if (c.waiting.step !== 'second') return redirect(waitingPath(c.waiting, next))
    if (await hasAnyFactor(c, c.waiting.accountId)) return redirect(stepPath('secondStep', next))
    const body = <SetUpFirst state={state} next={next} waiting={c.waiting} />
    return page(c.t('identity.set_up_first'), body, { bare: true })
  },
  async take(visit, values) {
    const { system, circumstances } = visit
    const { waiting, language } = circumstances
    const next = nextPage(visit.query)
    if (waiting === undefined) return { to: signInPath(next) }
    if (waiting.step !== 'second') return { to: waitingPath(waiting, next) }
    const first = await setUpFirstFactor(
      system,
      { ...circumstances, waiting },
      textValue(values, 'response') === ''
        ? { totp: parseTyped(setUpTotpInput, values) }
        : { passkey: parseTyped(newPasskeyInput, values) },
    )
    visit.setCookie(sessionCookie(system), first.token)
    if (first.codes === null) return { to: next }
    const title = system.words(language)('identity.recovery_codes')
    return { show: page(title, <FirstCodesShown codes={first.codes} next={next} />, { bare: true }) }
  },
}

function SetUpFirst(props: {
  readonly state: FormState
  readonly next: string
  readonly waiting: WaitingSession
}) {
  const { t } = useWords()
  const { state, next, waiting } = props
  const action = stepPath('setUpFirst', next)
  return (
    <AuthShell>
      <h1>{t('identity.set_up_first')}</h1>
      <Note>{t('identity.set_up_first_lead', { name: waiting.personName })}</Note>
      <ErrorSummary problems={problemsOf(state)} />
      {/* Without Turbo: the answer shows the recovery codes at once and only once. */}
      <Form action={action} plain label={t('identity.totp')}>
        <TotpFields state={state} username={waiting.username} />
        <ActionBar>
          <Button kind="primary">{t('identity.second_step_go')}</Button>
        </ActionBar>
      </Form>
      <h2>{t('identity.or_passkey')}</h2>
      <Note>{t('identity.passkeys_lead')}</Note>
      <Form action={action} plain label={t('identity.passkeys')}>
        <TextField
          name="name"
          label={t('identity.passkey_name')}
          hint={t('identity.passkey_name_hint')}
          value={state.values === undefined ? '' : textValue(state.values, 'name')}
          error={state.errors.name}
        />
        <ActionBar>
          <PasskeyButton
            name="response"
            label={t('identity.passkey_make')}
            askAt={identityPaths.passkeyQuestion}
            purpose="register"
            failed={t('identity.passkey_failed')}
            without={t('identity.passkey_unsupported')}
          />
        </ActionBar>
      </Form>
      <OtherAccount />
      <LanguageLinks returnTo={action} />
    </AuthShell>
  )
}

function FirstCodesShown({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useWords()
  return (
    <AuthShell>
      <h1>{t('identity.recovery_codes')}</h1>
      <Notice kind="warning">
        <p>{t('identity.recovery_keep')}</p>
      </Notice>
      <Stack>
        <CodeList label={t('identity.recovery_codes')} codes={codes} />
      </Stack>
      <ActionBar>
        <ButtonLink href={next} kind="primary">
          {t('identity.recovery_kept')}
        </ButtonLink>
      </ActionBar>
    </AuthShell>
  )
}
