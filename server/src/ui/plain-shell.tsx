import type { ComponentChildren } from 'preact'
import { Emblem } from './emblem.tsx'
import { useWords } from './words.tsx'

/** The frame of a page for those who have not signed in and of what stands alone: an error, a choice of language. */
export function PlainShell(props: { readonly homeHref: string; readonly children?: ComponentChildren }) {
  const { t } = useWords()
  return (
    <>
      <a class="skip" href="#noi-dung">
        {t('ui.skip')}
      </a>
      <header class="plain-top">
        <a class="brand" href={props.homeHref}>
          <Emblem />
          <span>
            <b>{t('ui.product')}</b>
            <small>{t('ui.motto')}</small>
          </span>
        </a>
      </header>
      <main id="noi-dung" class="plain-main" tabIndex={-1}>
        {props.children}
      </main>
    </>
  )
}
