import type { ComponentChildren } from 'preact'
import { formatNumber } from './format.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tones.ts'
import { useWords } from './words.tsx'

/** A figure on a card, which is a link to what it counts. */
export function Stat(props: {
  readonly label: string
  readonly value: number | string
  readonly href: string
  readonly icon?: IconName | undefined
  readonly tone?: Tone | undefined
  /** What the figure is measured against, or how it moved. */
  readonly note?: ComponentChildren
}) {
  const { language } = useWords()
  const { tone = 'given', value } = props
  return (
    <a class={`stat tone-${tone}`} href={props.href}>
      <span class="stat-label">{props.label}</span>
      <span class="stat-line">
        <strong class="stat-value">
          {typeof value === 'number' ? formatNumber(value, language) : value}
        </strong>
        {props.icon && (
          <span class="stat-icon">
            <Icon name={props.icon} size={18} />
          </span>
        )}
      </span>
      {props.note && <span class="stat-note">{props.note}</span>}
    </a>
  )
}

/** Stats in a row that wraps evenly. */
export function Stats({
  columns,
  children,
}: {
  columns?: 2 | 3 | 4 | undefined
  children?: ComponentChildren
}) {
  return <div class={`stats stats-${columns ?? 4}`}>{children}</div>
}

/** A figure inside a line or a cell: a link to exactly the list that it counts. */
export function Figure({
  value,
  href,
  label,
}: {
  value: number | string
  href: string
  label?: string | undefined
}) {
  const { language } = useWords()
  return (
    <a class="figure" href={href} aria-label={label}>
      {typeof value === 'number' ? formatNumber(value, language) : value}
    </a>
  )
}

/** A due date with how far it is; late ones carry a sign, a colour and the word. */
export function Due(props: {
  readonly date: string
  readonly relative?: string | undefined
  readonly tone?: 'late' | 'soon' | 'plain' | undefined
}) {
  const { tone = 'plain' } = props
  return (
    <span class={`due due-${tone}`}>
      <span class="number">{props.date}</span>
      {props.relative && (
        <small>
          {tone === 'late' && <Icon name="clock-exclamation" size={14} />}
          {props.relative}
        </small>
      )}
    </span>
  )
}
