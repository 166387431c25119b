import { z } from 'zod'
import type { WaitingSession } from '../../../platform/context.ts'
import { problemsOf } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page, redirect } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { AuthShell } from '../../../ui/auth-shell.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary } from '../../../ui/notice.tsx'
import { Note } from '../../../ui/panel.tsx'
import { PasskeyButton } from '../../../ui/passkey.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type Factors, loadFactors } from '../../factors/factors.ts'
import { identityPaths, signInPath, stepPath, waitingPath } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'
import { type Shown, takeSecondStep } from '../../sign-in/second-step.ts'
import { LanguageLinks } from '../language-links.tsx'
import { nextPage } from './next-page.ts'

const input = z.object({
  code: z.string().trim().max(100).optional(),
  passkey: z.string().max(20_000).optional(),
})

/** The step after the password, for users with a second factor. */
export const secondStepPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.secondStep,
  // As signing in: the lock-out of the name is what stops guessing.
  postsPerMinute: 60,
  async show(c, state) {
    const next = nextPage(state.query)
    if (c.waiting === undefined) return redirect(c.actor === null ? signInPath(next) : next)
    if (c.waiting.step !== 'second') return redirect(waitingPath(c.waiting, next))
    const factors = await loadFactors(c, c.waiting.accountId)
    if (factors.totpSince === null && factors.passkeys.length === 0)
      return redirect(stepPath('setUpFirst', next))
    const body = <SecondStep state={state} next={next} waiting={c.waiting} factors={factors} />
    return page(c.t('identity.second_step'), body, { bare: true })
  },
  async take(visit, values) {
    const { system, circumstances } = visit
    const { waiting } = circumstances
    const next = nextPage(visit.query)
    if (waiting === undefined) return { to: signInPath(next) }
    if (waiting.step !== 'second') return { to: waitingPath(waiting, next) }
    const token = await takeSecondStep(
      system,
      { ...circumstances, waiting },
      shownIn(parseTyped(input, values)),
    )
    if (token === undefined) throw new Refusal('second_step_refused')
    visit.setCookie(sessionCookie(system), token)
    return { to: next }
  },
}

function shownIn({ code, passkey }: z.output<typeof input>): Shown {
  if (passkey) return { passkey }
  if (code) return { code }
  throw new Refusal('input_invalid', {}, { reasons: [{ code: 'error.required', field: 'code' }] })
}

function SecondStep(props: {
  readonly state: FormState
  readonly next: string
  readonly waiting: WaitingSession
  readonly factors: Factors
}) {
  const { t } = useWords()
  const { state, next, factors } = props
  const action = stepPath('secondStep', next)
  const hasTotp = factors.totpSince !== null
  return (
    <AuthShell>
      <h1>{t('identity.second_step')}</h1>
      <Note>{t('identity.second_step_lead', { name: props.waiting.personName })}</Note>
      <ErrorSummary title={t('identity.not_signed_in')} problems={problemsOf(state)} />
      {factors.passkeys.length > 0 && (
        <Form action={action} label={t('identity.passkeys')}>
          <PasskeyButton
            name="passkey"
            label={t('identity.passkey_use')}
            askAt={identityPaths.passkeyQuestion}
            purpose="prove"
            failed={t('identity.passkey_failed')}
            without={t('identity.passkey_unsupported')}
            kind={hasTotp ? 'secondary' : 'primary'}
          />
        </Form>
      )}
      <Form action={action}>
        <TextField
          name="code"
          label={t('identity.code')}
          hint={t(hasTotp ? 'identity.code_any' : 'identity.code_recovery')}
          error={state.errors.code}
          autoComplete="one-time-code"
          autoFocus={hasTotp}
        />
        <ActionBar>
          <Button kind={hasTotp ? 'primary' : 'secondary'}>{t('identity.second_step_go')}</Button>
        </ActionBar>
      </Form>
      <OtherAccount />
      <LanguageLinks returnTo={action} />
    </AuthShell>
  )
}

/** The alternative for users who cannot complete the step, or are someone else. */
export function OtherAccount() {
  const { t } = useWords()
  return (
    <Form action={identityPaths.signOut} layout="inline">
      <Button kind="quiet" size="small">
        {t('identity.other_account')}
      </Button>
    </Form>
  )
}
