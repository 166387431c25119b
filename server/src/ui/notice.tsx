import type { ComponentChildren } from 'preact'
import { fieldId } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.tsx'

export type NoticeKind = 'success' | 'info' | 'warning' | 'error'

const icons: Readonly<Record<NoticeKind, IconName>> = {
  success: 'circle-check',
  info: 'info-circle',
  warning: 'alert-triangle',
  error: 'alert-circle',
}

/** Says what happened, what to do and, for an error, the number to quote. Read out at once where it matters. */
export function Notice(props: {
  readonly kind: NoticeKind
  readonly title?: string | undefined
  readonly errorNumber?: string | undefined
  readonly dismissible?: boolean | undefined
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  const { kind } = props
  return (
    <div
      class={`notice notice-${kind}`}
      role={kind === 'error' ? 'alert' : 'status'}
      data-controller={props.dismissible ? 'dismiss' : undefined}
      // What was told once is not told again when somebody comes back to the page.
      data-turbo-temporary={kind === 'success' ? '' : undefined}
    >
      <Icon name={icons[kind]} />
      <div class="notice-words">
        {props.title ? (
          <p class="notice-title">{props.title}</p>
        ) : (
          <span class="hidden-visually">{t(`ui.${kind}`)}: </span>
        )}
        {props.children}
        {props.errorNumber && <p class="hint">{t('ui.error_number', { number: props.errorNumber })}</p>}
      </div>
      {props.dismissible && (
        <button
          type="button"
          class="notice-close"
          hidden
          aria-label={t('ui.dismiss')}
          data-dismiss-target="button"
          data-action="dismiss#close"
        >
          <Icon name="x" size={18} />
        </button>
      )}
    </div>
  )
}

export interface FieldProblem {
  /** The name of the field that the sentence is about; without it the sentence is about the whole form. */
  readonly field?: string | undefined
  readonly message: string
}

/** All errors of a form, at its top, each a link to its field. Focused when the page loads. */
export function ErrorSummary({
  problems,
  title,
}: {
  problems: readonly FieldProblem[]
  title?: string | undefined
}) {
  const { t } = useWords()
  if (problems.length === 0) return null
  return (
    <div class="notice notice-error error-summary" role="alert" tabIndex={-1} data-controller="focus">
      <Icon name="alert-circle" />
      <div class="notice-words">
        <h2 class="notice-title">{title ?? t('ui.errors_title', { count: problems.length })}</h2>
        <ul>
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Says that there is nothing, why, and what one can do about it. */
export function EmptyState(props: {
  readonly title?: string | undefined
  readonly icon?: IconName | undefined
  readonly action?: ComponentChildren
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <div class="empty">
      <span class="empty-sign">
        <Icon name={props.icon ?? 'inbox'} size={24} />
      </span>
      <p class="empty-title">{props.title ?? t('ui.empty')}</p>
      {props.children && <p>{props.children}</p>}
      {props.action && <div class="cluster">{props.action}</div>}
    </div>
  )
}
