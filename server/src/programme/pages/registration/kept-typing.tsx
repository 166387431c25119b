import type { Context } from '../../../platform/context.ts'
import type { FormValues } from '../../../platform/http/form.ts'
import { typingPaths } from '../../../platform/http/form-typing.ts'
import type { FormState } from '../../../platform/http/route.ts'
import { apiPrefix } from '../../../platform/http/serve-api.ts'
import { findTyping, type KeptTyping } from '../../../platform/kept-typing.ts'
import type { Autosave } from '../../../ui/autosave.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useWords } from '../../../ui/words.tsx'

/** What was typed into a form and not sent, and whether the form shows it. */
export interface ShownTyping {
  readonly kept: KeptTyping | null
  /** The values that the form is to show; null where it shows the record, or what came back from the server. */
  readonly values: FormValues | null
}

/**
 * Typing that was kept comes back by itself where it began from what the record says now. Where the draft has been saved
 * since, it is offered and not laid over the newer one; `go-do=xem` in the address asks for it.
 */
export async function shownTyping(
  c: Context,
  state: FormState,
  form: string,
  version: number,
): Promise<ShownTyping> {
  const kept = await findTyping(c, form)
  if (kept === null || state.values !== undefined) return { kept, values: null }
  const isCurrent = kept.baseVersion === version
  if (!isCurrent && state.query['go-do'] !== 'xem') return { kept, values: null }
  // Its own version goes with it, so that saving it over a newer draft is told as any other conflict.
  return { kept, values: { ...kept.values, version: isCurrent ? '' : String(kept.baseVersion) } }
}

export const autosaveOf = (form: string, version: number, { kept }: ShownTyping): Autosave => ({
  url: `${apiPrefix}${typingPaths.keep}`,
  form,
  baseVersion: version,
  revision: kept?.revision ?? 0,
})

/** Says that typing came back, or is still there, with the way to be rid of it. */
export function TypingNotice({ typing, back }: { readonly typing: ShownTyping; readonly back: string }) {
  const { t, language } = useWords()
  const { kept, values } = typing
  if (kept === null) return null
  const word = values === null ? 'outdated' : 'restored'
  const time = formatInstant(kept.savedAt, language)
  return (
    <Notice kind={values === null ? 'warning' : 'info'} title={t(`programme.typing.${word}`, { time })}>
      <p>{t(`programme.typing.${word}_text`)}</p>
      <Form
        action={typingPaths.forget}
        layout="inline"
        hidden={{ form: kept.form, back }}
        label={t('ui.typing.forget')}
      >
        {values === null && (
          <ButtonLink href={`${back}${back.includes('?') ? '&' : '?'}go-do=xem`} size="small">
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
