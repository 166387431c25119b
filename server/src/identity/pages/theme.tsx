import { z } from 'zod'
import { choice } from '../../platform/http/fields.ts'
import { localPath } from '../../platform/http/local-path.ts'
import { parseTyped } from '../../platform/http/parse.ts'
import { type OpenFormRoute, page } from '../../platform/http/route.ts'
import { inTransaction } from '../../platform/http/system.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { keepTheme } from '../accounts/preferences.ts'
import { identityPaths } from '../paths.ts'
import { themeCookie } from '../sessions/cookies.ts'

const themes = ['auto', 'light', 'dark'] as const

const input = z.object({ theme: choice(themes), returnTo: z.string().optional() })

/** Chooses light or dark for the account, on every computer; what this browser chose for itself is dropped. */
export const themePage: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.theme,
  postsPerMinute: 60,
  async show(c) {
    return page(c.t('identity.theme'), <Theme />)
  },
  async take(visit, values) {
    const { theme, returnTo } = parseTyped(input, values)
    await inTransaction(visit.system, visit.circumstances, 'write', (c) => keepTheme(c, theme))
    visit.setCookie(themeCookie(visit.system), null)
    return { to: localPath(returnTo, identityPaths.account) }
  },
}

function Theme() {
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={t('identity.theme')} />
      <ThemeChoice theme="auto" />
    </Sheet>
  )
}

/** Light, dark, or as the computer is set. */
export function ThemeChoice({ theme }: { theme: string }) {
  const { t } = useWords()
  return (
    <Form action={identityPaths.theme}>
      <RadioGroup
        name="theme"
        label={t('identity.theme')}
        labelHidden
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`ui.theme_${value}`) }))}
      />
      <ActionBar>
        <Button>{t('identity.save')}</Button>
      </ActionBar>
    </Form>
  )
}
