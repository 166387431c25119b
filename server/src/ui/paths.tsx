import type { ComponentChildren } from 'preact'
import { ChainSun } from './drum.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tones.ts'
import { useWords } from './words.tsx'

export interface TimelineItem {
  readonly key: string
  readonly title: ComponentChildren
  /** When, as the reader reads it. */
  readonly when: string
  /** Who, in which post, for which body. */
  readonly actor?: ComponentChildren
  readonly icon: IconName
  readonly tone?: Tone | undefined
  readonly detail?: ComponentChildren
}

/** What has happened, newest where the caller puts it: act, actor, date and what was said. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  const { t } = useWords()
  return (
    <ol class="timeline" aria-label={label ?? t('ui.history')}>
      {items.map((item) => (
        <li key={item.key} class={`tone-${item.tone ?? 'grey'}`}>
          <span class="timeline-sign">
            <Icon name={item.icon} size={16} />
          </span>
          <div>
            <p class="timeline-title">{item.title}</p>
            <p class="hint">
              <span class="number">{item.when}</span>
              {item.actor && <> · {item.actor}</>}
            </p>
            {item.detail && <div class="timeline-detail">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface ChainNode {
  readonly key: string
  readonly label: ComponentChildren
  readonly href: string
  readonly note?: ComponentChildren
  readonly current?: boolean | undefined
}

export interface ChainLevel {
  /** What stands on this level: "Chỉ thị", "Chủ đề", "Chỉ tiêu". */
  readonly label: string
  readonly nodes: readonly ChainNode[]
  /** What is said where nothing stands here. */
  readonly none?: string | undefined
}

/** From guidance to proof and back: every level a link, the one that is open marked by the sun of the drum. */
export function Chain({
  levels,
  layout = 'column',
}: {
  levels: readonly ChainLevel[]
  layout?: 'column' | 'row' | undefined
}) {
  const { t } = useWords()
  return (
    <nav class={`chain chain-${layout}`} aria-label={t('ui.chain')}>
      <ol>
        {levels.map((level) => (
          <li key={level.label} class={level.nodes.some((node) => node.current) ? 'chain-here' : undefined}>
            <span class="chain-knot">
              <svg viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
                {level.nodes.some((node) => node.current) ? <ChainSun /> : <circle r="4.5" />}
              </svg>
            </span>
            <p class="chain-level">{level.label}</p>
            {level.nodes.length === 0 && <p class="hint">{level.none ?? t('ui.not_yet')}</p>}
            {level.nodes.map((node) => (
              <p key={node.key} class="chain-node">
                <a href={node.href} aria-current={node.current ? 'page' : undefined}>
                  {node.label}
                </a>
                {node.note && <small class="small small-block">{node.note}</small>}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface DueItem {
  readonly key: string
  readonly title: ComponentChildren
  readonly href: string
  readonly who?: ComponentChildren
  /** A `Due`, or a badge. */
  readonly due: ComponentChildren
}

/** A short list of what is owed: the thing, by whom, by when. */
export function DueList({ items }: { items: readonly DueItem[] }) {
  return (
    <ul class="due-list">
      {items.map((item) => (
        <li key={item.key}>
          <a href={item.href}>{item.title}</a>
          <div class="hint">{item.who}</div>
          <div class="due-list-end">{item.due}</div>
        </li>
      ))}
    </ul>
  )
}

/** The words of a source as they stand there, and where. */
export function Quote({
  children,
  source,
  href,
}: {
  children?: ComponentChildren
  source: ComponentChildren
  href?: string | undefined
}) {
  return (
    <figure class="quote">
      <blockquote cite={href}>{children}</blockquote>
      <figcaption>{href ? <a href={href}>{source}</a> : source}</figcaption>
    </figure>
  )
}

/** An explanation that waits behind a word. */
export function Help({ label, children }: { label?: string | undefined; children?: ComponentChildren }) {
  const { t } = useWords()
  return (
    <details class="help">
      <summary>
        <Icon name="help-circle" size={16} />
        {label ?? t('ui.help')}
      </summary>
      <div class="help-body">{children}</div>
    </details>
  )
}
