import { requireActor } from '../../../platform/http/execute.ts'
import { problemsOf } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { changePassword, changePasswordInput } from '../../passwords/change-password.ts'
import { passwordMinLength } from '../../passwords/passwords.ts'
import { identityPaths } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'

/** Changes one's own password. */
export const passwordPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.password,
  postsPerMinute: 20,
  async show(c, state) {
    requireActor(c)
    return page(c.t('identity.change_password'), <Password state={state} username={c.actor.username} />, {
      section: 'account',
    })
  },
  async take(visit, values) {
    const { system, circumstances } = visit
    const { actor } = circumstances
    if (actor === null) throw new Refusal('sign_in_needed', {}, { status: 401 })
    const input = parseTyped(changePasswordInput, values)
    const token = await changePassword(system, { ...circumstances, actor }, input)
    visit.setCookie(sessionCookie(system), token)
    return { to: identityPaths.account, told: 'identity.password_changed' }
  },
}

function Password({ state, username }: { state: FormState; username: string }) {
  const { t } = useWords()
  const field = (name: string, autoComplete: string) => ({
    name,
    type: 'password' as const,
    label: t(codeKey('identity', `password_${name}`)),
    error: state.errors[name],
    autoComplete,
  })
  return (
    <Sheet>
      <PageHeader
        title={t('identity.change_password')}
        lead={t('identity.change_password_lead')}
        breadcrumbs={[{ label: t('identity.account'), href: identityPaths.account }]}
      />
      <ErrorSummary problems={problemsOf(state)} />
      <Form action={identityPaths.password}>
        {/* For the browser's store of passwords, which asks whose password this is. */}
        <TextField
          name="username"
          label={t('identity.username')}
          value={username}
          autoComplete="username"
          readOnly
        />
        <TextField {...field('current', 'current-password')} />
        <TextField
          {...field('next', 'new-password')}
          hint={t('identity.password_rule', { min: passwordMinLength })}
        />
        <TextField {...field('again', 'new-password')} />
        <ActionBar>
          <Button kind="primary">{t('identity.change_password')}</Button>
          <ButtonLink href={identityPaths.account} kind="quiet">
            {t('identity.back')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
