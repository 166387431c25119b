import type { Autosave } from './autosave.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'
import { formatInstant } from './format.ts'
import { Notice } from './notice.tsx'
import { useWords } from './words.tsx'

/** What a form needs so that its typing is kept, and what was kept before is offered. */
export interface Typing extends Omit<Autosave, 'baseVersion'> {
  /** Typing from before that the page offers, or shows because it was asked to. */
  readonly kept: { readonly savedAt: Date; readonly isShown: boolean; readonly openHref: string } | null
  readonly forgetAction: string
  /** The page without it. */
  readonly back: string
}

/** Offers what was typed before and not sent, with its time, or says that the page shows it; and the way to be rid of it. */
export function TypingNotice({ typing }: { readonly typing: Typing | undefined }) {
  const { t, language } = useWords()
  if (typing == null || typing.kept === null) return null
  const { savedAt, isShown, openHref } = typing.kept
  const time = formatInstant(savedAt, language)
  return (
    <Notice kind="info" title={t(isShown ? 'ui.typing.shown' : 'ui.typing.offered', { time })}>
      <p>{t(isShown ? 'ui.typing.shown_text' : 'ui.typing.offered_text')}</p>
      <Form
        action={typing.forgetAction}
        layout="inline"
        hidden={{ form: typing.form, back: typing.back }}
        label={t('ui.typing.forget')}
      >
        {!isShown && (
          <ButtonLink href={openHref} size="small">
            {t('ui.typing.see')}
          </ButtonLink>
        )}
        <Button size="small" kind="quiet" icon="trash" ask={t('ui.typing.ask')}>
          {t('ui.typing.forget')}
        </Button>
      </Form>
    </Notice>
  )
}
