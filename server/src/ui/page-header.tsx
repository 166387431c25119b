import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** The head of every page: where one is, what it is called, what it says, what can be done. */
export function PageHeader(props: {
  readonly title: ComponentChildren
  readonly lead?: ComponentChildren
  /** A short line above the title, such as the code of a work. */
  readonly kicker?: ComponentChildren
  /** Badges next to the title. */
  readonly badges?: ComponentChildren
  readonly breadcrumbs?: readonly Crumb[] | undefined
  readonly actions?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <header class="page-header">
      {props.breadcrumbs && props.breadcrumbs.length > 0 && (
        <nav class="crumbs" aria-label={t('ui.breadcrumbs')}>
          <ol>
            {props.breadcrumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
                <Icon name="chevron-right" size={14} />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="page-header-main">
        <div class="page-header-words">
          {props.kicker && <p class="kicker">{props.kicker}</p>}
          <h1>{props.title}</h1>
          {props.badges && <p class="page-badges">{props.badges}</p>}
          {props.lead && <p class="lead">{props.lead}</p>}
        </div>
        {props.actions && <div class="page-actions">{props.actions}</div>}
      </div>
    </header>
  )
}
