import type { MessageKey } from '../platform/message-key.ts'
import { Icon, type IconName } from './icon.tsx'
import { Progress } from './progress.tsx'
import { useWords } from './words.tsx'

export interface ChecklistItem {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly standing: 'done' | 'missing' | 'advised'
  /** What is missing, each with its place. */
  readonly lacks?: readonly { readonly sentence: string; readonly href: string }[] | undefined
}

const signs: Readonly<Record<ChecklistItem['standing'], IconName>> = {
  done: 'circle-check',
  missing: 'alert-circle',
  advised: 'info-circle',
}

const words: Readonly<Record<ChecklistItem['standing'], MessageKey>> = {
  done: 'ui.check.done',
  missing: 'ui.check.missing',
  advised: 'ui.check.advised',
}

/** What is there and what is missing, each a link to its place: a sign, a word and a colour for each. */
export function Checklist({
  items,
  title,
  done,
  of,
}: {
  items: readonly ChecklistItem[]
  title?: string | undefined
  /** How many of how many, drawn as a bar. */
  done?: number | undefined
  of?: number | undefined
}) {
  const { t } = useWords()
  return (
    <div class="checklist">
      {title && <p class="checklist-title">{title}</p>}
      {done !== undefined && of !== undefined && of > 0 && (
        <Progress bare confirmed={done} claimed={null} target={{ min: of }} />
      )}
      <ul>
        {items.map(({ key, label, href, standing, lacks = [] }) => (
          <li key={key} class={`check-${standing}`}>
            <Icon name={signs[standing]} size={18} />
            <div>
              <a href={href}>{label}</a>
              <span class="hidden-visually">: {t(words[standing])}</span>
              {lacks.map((lack) => (
                <p key={lack.sentence} class="hint">
                  {lack.href === href ? lack.sentence : <a href={lack.href}>{lack.sentence}</a>}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
