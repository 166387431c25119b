import { requireActor } from '../../../platform/http/execute.ts'
import { type OpenFormRoute, page, redirect } from '../../../platform/http/route.ts'
import { inTransaction } from '../../../platform/http/system.ts'
import { Button } from '../../../ui/button.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { identityPaths } from '../../paths.ts'
import { languageCookie, sessionCookie } from '../../sessions/cookies.ts'
import { endSessionOf, isOpenedOutside, signOut } from '../../sessions/sessions.ts'

/** Sign-out; a visit to the URL shows a confirmation page, because a GET must change nothing. */
export const signOutPage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.signOut,
  postsPerMinute: 60,
  inEmergency: true,
  async show(c) {
    if (c.actor === null) return redirect(identityPaths.signIn)
    return page(c.t('identity.sign_out'), <SignOut />)
  },
  async take(visit) {
    const { system, circumstances } = visit
    const cookie = sessionCookie(system)
    const waitingToken = circumstances.waiting && visit.cookies[cookie]
    if (waitingToken !== undefined)
      await inTransaction(system, circumstances, 'write', (c) => endSessionOf(c, waitingToken))
    let wasOutside = false
    if (circumstances.actor !== null) {
      await inTransaction(system, circumstances, 'write', async (c) => {
        requireActor(c)
        wasOutside = await isOpenedOutside(c)
        await signOut(c)
      })
    }
    visit.setCookie(cookie, null)
    // The next one at this computer reads in their own language.
    visit.setCookie(languageCookie(system), null)
    // The sign-in page stands outside the frame that shows what an act told.
    return { to: `${identityPaths.signIn}?ra=1${wasOutside ? '&ngoai=1' : ''}`, forget: true }
  },
}

function SignOut() {
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={t('identity.sign_out')} lead={t('identity.sign_out_ask')} />
      <Form action={identityPaths.signOut} plain>
        <ActionBar>
          <Button kind="primary" icon="logout">
            {t('identity.sign_out')}
          </Button>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
