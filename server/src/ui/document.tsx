import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Sprite } from './sprite.tsx'
import { type Words, WordsProvider } from './words.tsx'

/** Where the built files of the browser are; the caller reads it from the manifest of the build. */
export interface AssetLinks {
  readonly style: string
  /** What only a desk needs (`desk.tsx`): its style, and the thread that reads PDFs. */
  readonly desk?: { readonly style: string; readonly paperWorker: string } | undefined
  readonly script: string
  /** The fonts that are asked for before the style names them: the regular weight, in which most is set. */
  readonly fonts: readonly string[]
  readonly icon?: string | undefined
  /** The drawings that pages share, icons above all, in one file; if there is none, each is drawn in the page. */
  readonly sprite?: string | undefined
}

/** What the reader chose: by this browser's cookie `theme`, else by the account, else as the computer is set. */
export type Theme = 'auto' | 'light' | 'dark'

export interface DocumentProps {
  /** The title of this page; the product's name is added. */
  readonly title: string
  readonly words: Words
  readonly assets: AssetLinks
  readonly theme?: Theme | undefined
  /** `morph` redraws only what changed; never on a page with widgets, whose state it destroys. */
  readonly refresh?: 'replace' | 'morph' | undefined
  readonly layout?: 'desk' | undefined
  readonly children?: ComponentChildren
}

/** The whole HTML document around a page. Contains no inline style and no inline script, as the policy asks. */
export function Document({
  title,
  words,
  assets,
  theme = 'auto',
  refresh = 'replace',
  layout,
  children,
}: DocumentProps) {
  return (
    <html lang={words.language} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${words.t('ui.product')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {/* Hovering must not read a page: some readings are entries of the audit trail. */}
        <meta name="turbo-prefetch" content="false" />
        {refresh === 'morph' && <meta name="turbo-refresh-method" content="morph" />}
        {refresh === 'morph' && <meta name="turbo-refresh-scroll" content="preserve" />}
        {assets.fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.style} data-turbo-track="reload" />
        {layout === 'desk' && assets.desk && (
          <>
            <link rel="stylesheet" href={assets.desk.style} />
            <meta name="paper-worker" content={assets.desk.paperWorker} />
          </>
        )}
        <script type="module" src={assets.script} data-turbo-track="reload" />
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
      </head>
      <body data-controller="theme menu" data-theme-server-value={theme}>
        <Sprite href={assets.sprite}>
          <WordsProvider words={words}>{children}</WordsProvider>
        </Sprite>
      </body>
    </html>
  )
}

/** The text of an HTML answer for a `Document`. */
export function renderPage(page: ReturnType<typeof Document>): string {
  return `<!doctype html>${renderToString(page)}`
}

/** The text of a part of a page, for a Turbo frame or stream that is answered alone. */
export function renderPart(part: ComponentChildren, words: Words): string {
  return renderToString(<WordsProvider words={words}>{part}</WordsProvider>)
}
