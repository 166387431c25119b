import { z } from 'zod'
import { choice } from '../../platform/http/fields.ts'
import { localPath } from '../../platform/http/local-path.ts'
import { parseTyped } from '../../platform/http/parse.ts'
import { type OpenFormRoute, page } from '../../platform/http/route.ts'
import { inTransaction } from '../../platform/http/system.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { keepLanguage } from '../accounts/preferences.ts'
import { identityPaths } from '../paths.ts'
import { languageCookie } from '../sessions/cookies.ts'
import { LanguageLinks } from './language-links.tsx'

const input = z.object({ language: choice(['vi', 'en']), returnTo: z.string().optional() })

const yearSeconds = 365 * 24 * 3600

/** Chooses the language: for this browser, and for the account of a signed-in user. */
export const languagePage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.language,
  postsPerMinute: 60,
  inEmergency: true,
  async show(c) {
    return page(c.t('identity.language'), <Language />)
  },
  async take(visit, values) {
    const { language, returnTo } = parseTyped(input, values)
    // Who reads by emergency access changes their browser alone.
    if (visit.circumstances.actor?.emergency === undefined)
      await inTransaction(visit.system, visit.circumstances, 'write', (c) => keepLanguage(c, language))
    visit.setCookie(languageCookie(visit.system), language, yearSeconds)
    return { to: localPath(returnTo) }
  },
}

function Language() {
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={t('identity.language')} />
      <LanguageLinks returnTo={identityPaths.language} />
    </Sheet>
  )
}
