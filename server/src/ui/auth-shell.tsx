import type { ComponentChildren } from 'preact'
import { Drum } from './drum.tsx'
import { Emblem } from './emblem.tsx'
import { useWords } from './words.tsx'

/** The frame of the pages before signing in: the idea on the left, the form on the right. */
export function AuthShell(props: {
  readonly subtitle?: string | undefined
  /** The motto and its line, where an installation says it its own way. */
  readonly motto?: string | undefined
  readonly lead?: string | undefined
  /** Under the idea: where it comes from, or what this installation shows. */
  readonly source?: ComponentChildren
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <div class="auth">
      <a class="skip" href="#noi-dung">
        {t('ui.skip')}
      </a>
      <aside class="auth-idea">
        <Drum />
        <p class="brand">
          <Emblem />
          <span>
            <b>{t('ui.product')}</b>
            {props.subtitle && <small>{props.subtitle}</small>}
          </span>
        </p>
        <div class="auth-words">
          <p class="motto">{props.motto ?? t('ui.motto')}</p>
          <p class="motto-lead">{props.lead ?? t('ui.motto_lead')}</p>
        </div>
        {props.source && <div class="auth-source">{props.source}</div>}
      </aside>
      <main id="noi-dung" class="auth-main" tabIndex={-1}>
        <div class="auth-box">{props.children}</div>
      </main>
    </div>
  )
}
