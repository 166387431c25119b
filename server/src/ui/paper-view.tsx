import { ButtonLink } from './button.tsx'
import { formatSize } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** An uploaded file as a page shows it. */
export interface ShownPaper {
  readonly href: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/**
 * A file in the page itself: a picture as such, a PDF page by page where scripts run. Other kinds, and a PDF without scripts,
 * have the link that opens them.
 */
export function PaperView({ paper }: { paper: ShownPaper }) {
  const { t, language } = useWords()
  const { href, fileName, mediaType } = paper
  return (
    <figure class="viewer">
      <figcaption>
        <Icon name="paperclip" size={16} />
        <span>
          {fileName} · {formatSize(paper.sizeBytes, language)}
        </span>
        <ButtonLink href={href} size="small" icon="eye">
          {t('ui.paper.open')}
        </ButtonLink>
      </figcaption>
      {mediaType.startsWith('image/') && <img src={href} alt={t('ui.paper.picture', { name: fileName })} />}
      {mediaType === 'application/pdf' && (
        <div
          class="viewer-pages"
          data-controller="paper"
          data-paper-href-value={href}
          data-paper-page-value={t('ui.paper.page')}
          data-paper-failed-value={t('ui.paper.failed')}
        >
          <p class="hint" data-paper-target="status" role="status">
            {t('ui.paper.loading')}
          </p>
        </div>
      )}
    </figure>
  )
}
