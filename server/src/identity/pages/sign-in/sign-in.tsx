import { z } from 'zod'
import type { PublicContext } from '../../../platform/context.ts'
import { problemsOf, textValue } from '../../../platform/http/form.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type FormState, type OpenFormRoute, page, redirect } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { AuthShell } from '../../../ui/auth-shell.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Cluster } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { DemonstrationAccount } from '../../accounts/demonstration-account.ts'
import { identityPaths, outsidePath, signInPath, waitingPath } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'
import { signIn } from '../../sign-in/sign-in.ts'
import { LanguageLinks } from '../language-links.tsx'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { nextPage } from './next-page.ts'
import { PasskeySignIn } from './passkey-sign-in.tsx'

const input = z.object({
  username: z.string().trim().min(1, 'error.required'),
  // Spaces at the ends belong to a password.
  password: z.string().min(1, 'error.required'),
})

/** The sign-in page. Where the demonstration runs, it lists the accounts that everybody may use. */
export function signInPage(
  accounts: readonly DemonstrationAccount[],
  outside: string | undefined,
): OpenFormRoute {
  return {
    kind: 'open-form',
    path: identityPaths.signIn,
    // An office behind one address signs in at eight o'clock; a guesser gets no further than the lock-out lets them.
    postsPerMinute: 60,
    // // Signing in ends the previous session.
    inEmergency: true,
    async show(c, state) {
      const next = nextPage(state.query)
      if (c.actor !== null) return redirect(next)
      if (c.waiting !== undefined && state.values === undefined) return redirect(waitingPath(c.waiting, next))
      const house = await houseName(c)
      const body = <SignIn accounts={accounts} state={state} next={next} house={house} outside={outside} />
      return page(c.t('identity.sign_in'), body, { bare: true })
    },
    async take(visit, values) {
      const { username, password } = parseTyped(input, values)
      const cookie = sessionCookie(visit.system)
      const session = await signIn(visit.system, visit.circumstances, {
        username,
        password,
        userAgent: visit.userAgent,
        previousToken: visit.cookies[cookie],
      })
      if (session === undefined) throw new Refusal('sign_in_refused')
      visit.setCookie(cookie, session.token)
      return { to: nextPage(visit.query) }
    },
  }
}

async function houseName(c: PublicContext): Promise<string | undefined> {
  const house = await c.db.selectFrom('installation').select(['name_vi', 'name_en']).executeTakeFirst()
  return c.language === 'vi' ? house?.name_vi : house?.name_en
}

function SignIn(props: {
  readonly accounts: readonly DemonstrationAccount[]
  readonly state: FormState
  readonly next: string
  readonly house: string | undefined
  /** What the outside provider is called, where one is set. */
  readonly outside: string | undefined
}) {
  const { t } = useWords()
  const { state, accounts, next } = props
  const chosen = accounts.find((account) => account.username === state.query.ten)
  const typed = state.values === undefined ? chosen?.username : textValue(state.values, 'username')
  return (
    <AuthShell subtitle={props.house}>
      <h1>{t('identity.sign_in')}</h1>
      {state.query.ra === '1' && state.values === undefined && (
        <Notice kind="success">
          <p>{t('identity.signed_out')}</p>
          {props.outside !== undefined && state.query.ngoai === '1' && (
            <p>
              <a href={identityPaths.outsideSignOut} data-turbo="false">
                {t('identity.sign_out_outside', { label: props.outside })}
              </a>
            </p>
          )}
        </Notice>
      )}
      <ErrorSummary
        title={t('identity.not_signed_in')}
        problems={
          state.query.khoa === 'sai' && state.values === undefined
            ? [{ message: t('refusal.passkey_refused') }]
            : problemsOf(state)
        }
      />
      <Form action={signInPath(next)}>
        <TextField
          name="username"
          label={t('identity.username')}
          value={typed}
          error={state.errors.username}
          autoComplete="username"
          autoFocus={typed === undefined || typed === ''}
        />
        <TextField
          name="password"
          type="password"
          label={t('identity.password')}
          value={state.values === undefined ? chosen?.password : undefined}
          error={state.errors.password}
          autoComplete="current-password"
        />
        <ActionBar>
          <Button kind="primary">{t('identity.sign_in')}</Button>
        </ActionBar>
      </Form>
      <PasskeySignIn next={next} />
      {props.outside !== undefined && (
        <Cluster>
          <ButtonLink href={outsidePath(next)} icon="external-link">
            {t('identity.sign_in_outside', { label: props.outside })}
          </ButtonLink>
        </Cluster>
      )}
      <DemonstrationAccounts accounts={accounts} next={next} chosen={chosen?.username} />
      <LanguageLinks returnTo={signInPath(next)} />
    </AuthShell>
  )
}
