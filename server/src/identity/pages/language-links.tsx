import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { identityPaths } from '../paths.ts'

/** The two languages, each named in itself. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const

/** The way to the other language. */
export function LanguageLinks({ returnTo }: { returnTo: string }) {
  const { t, language } = useWords()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <Form
      action={identityPaths.language}
      layout="inline"
      label={t('identity.language')}
      hidden={{ language: other, returnTo }}
    >
      <Button kind="quiet" icon="language">
        {languageNames[other]}
      </Button>
    </Form>
  )
}
