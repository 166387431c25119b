import { useWords } from './words.tsx'

export interface ComparedStretch {
  readonly text: string
  readonly kind: 'same' | 'removed' | 'added'
}

/**
 * One side of two texts that are compared: on the side of the first what was taken out of it, on the other what came in. The
 * marks are lines as well as colours, so that they stand on paper, and are read out before the words that they mark.
 */
export function Compared({
  stretches,
  side,
}: {
  readonly stretches: readonly ComparedStretch[]
  readonly side: 'before' | 'after'
}) {
  const { t } = useWords()
  const shown = side === 'before' ? 'removed' : 'added'
  return (
    <div class="compared">
      {stretches.map(({ text, kind }, index) => {
        if (kind === 'same') return text
        if (kind !== shown) return null
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={index}>
            <span class="hidden-visually">
              {kind === 'removed' ? t('ui.compared.removed') : t('ui.compared.added')}{' '}
            </span>
            {text}
            <span class="hidden-visually"> {t('ui.compared.end')}</span>
          </Mark>
        )
      })}
    </div>
  )
}
