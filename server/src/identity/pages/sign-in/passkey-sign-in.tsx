import { z } from 'zod'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type OpenFormRoute, redirect } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Form } from '../../../ui/form.tsx'
import { PasskeyButton } from '../../../ui/passkey.tsx'
import { useWords } from '../../../ui/words.tsx'
import { identityPaths, signInPath, stepPath } from '../../paths.ts'
import { sessionCookie } from '../../sessions/cookies.ts'
import { signInByPasskey } from '../../sign-in/passkey-sign-in.ts'
import { nextPage } from './next-page.ts'

const input = z.object({ passkey: z.string().min(1, 'error.required').max(20_000) })

/** Signing in with a passkey alone; its button stands on the sign-in page, which also says what went wrong. */
export const passkeySignInPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.passkeySignIn,
  postsPerMinute: 60,
  show: async (_c, state) => {
    const next = nextPage(state.query)
    if (state.values === undefined) return redirect(signInPath(next))
    return redirect(`${signInPath(next)}${next === '/' ? '?' : '&'}khoa=sai`)
  },
  async take(visit, values) {
    const { passkey: response } = parseTyped(input, values)
    const { system, circumstances, userAgent, cookies } = visit
    const cookie = sessionCookie(system)
    const token = await signInByPasskey(system, circumstances, {
      response,
      userAgent,
      previousToken: cookies[cookie],
    })
    if (token === undefined) throw new Refusal('passkey_refused')
    visit.setCookie(cookie, token)
    return { to: nextPage(visit.query) }
  },
}

/** The button on the sign-in page. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useWords()
  return (
    <Form action={stepPath('passkeySignIn', next)} label={t('identity.passkeys')}>
      <PasskeyButton
        name="passkey"
        label={t('identity.passkey_sign_in')}
        askAt={identityPaths.passkeyQuestion}
        purpose="sign-in"
        failed={t('identity.passkey_failed')}
      />
    </Form>
  )
}
