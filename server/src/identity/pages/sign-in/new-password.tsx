import type { WaitingSession } from '../../../platform/context.ts'
import { problemsOf } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page, redirect } from '../../../platform/http/route.ts'
import { AuthShell } from '../../../ui/auth-shell.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary } from '../../../ui/notice.tsx'
import { Note } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { passwordMinLength } from '../../passwords/passwords.ts'
import { identityPaths, signInPath, stepPath, waitingPath } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'
import { choosePassword, choosePasswordInput } from '../../sign-in/choose-password.ts'
import { LanguageLinks } from '../language-links.tsx'
import { nextPage } from './next-page.ts'
import { OtherAccount } from './second-step.tsx'

/** The step for whose password was set by somebody else; until then every other page leads here. */
export const newPasswordPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.newPassword,
  postsPerMinute: 20,
  async show(c, state) {
    const next = nextPage(state.query)
    if (c.waiting === undefined) return redirect(c.actor === null ? signInPath(next) : next)
    if (c.waiting.step !== 'password') return redirect(waitingPath(c.waiting, next))
    const body = <NewPassword state={state} next={next} waiting={c.waiting} />
    return page(c.t('identity.new_password'), body, { bare: true })
  },
  async take(visit, values) {
    const { system, circumstances } = visit
    const { waiting } = circumstances
    const next = nextPage(visit.query)
    if (waiting === undefined) return { to: signInPath(next) }
    if (waiting.step !== 'password') return { to: waitingPath(waiting, next) }
    const input = parseTyped(choosePasswordInput, values)
    visit.setCookie(sessionCookie(system), await choosePassword(system, { ...circumstances, waiting }, input))
    return { to: next }
  },
}

function NewPassword(props: {
  readonly state: FormState
  readonly next: string
  readonly waiting: WaitingSession
}) {
  const { t } = useWords()
  const { state, waiting } = props
  const action = stepPath('newPassword', props.next)
  const field = (name: 'next' | 'again') => ({
    name,
    type: 'password' as const,
    label: t(`identity.password_${name}`),
    error: state.errors[name],
    autoComplete: 'new-password',
  })
  return (
    <AuthShell>
      <h1>{t('identity.new_password')}</h1>
      <Note>{t('identity.new_password_lead', { name: waiting.personName })}</Note>
      <ErrorSummary problems={problemsOf(state)} />
      <Form action={action}>
        {/* For the browser's store of passwords, which asks whose password this is. */}
        <TextField
          name="username"
          label={t('identity.username')}
          value={waiting.username}
          autoComplete="username"
          readOnly
        />
        <TextField
          {...field('next')}
          hint={t('identity.password_rule', { min: passwordMinLength })}
          autoFocus
        />
        <TextField {...field('again')} />
        <ActionBar>
          <Button kind="primary">{t('identity.new_password_go')}</Button>
        </ActionBar>
      </Form>
      <OtherAccount />
      <LanguageLinks returnTo={action} />
    </AuthShell>
  )
}
