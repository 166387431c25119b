import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { classes } from './class-names.ts'

/** A sheet of paper with a heading. `flush` lets a table reach its edges; `tone` marks what is not ordinary. */
export function Panel(props: {
  readonly title?: ComponentChildren
  readonly lead?: ComponentChildren
  /** A link or small button at the right of the heading. */
  readonly action?: ComponentChildren
  /** What the heading says at its right, such as a badge: unlike an action it stands on paper too. */
  readonly mark?: ComponentChildren
  readonly footer?: ComponentChildren
  readonly flush?: boolean | undefined
  readonly tone?: 'plain' | 'deep' | 'bronze' | undefined
  readonly id?: string | undefined
  readonly children?: ComponentChildren
}) {
  const headingId = useId()
  return (
    <section
      class={classes('panel', props.flush && 'panel-flush', props.tone && `panel-${props.tone}`)}
      id={props.id}
      aria-labelledby={props.title ? headingId : undefined}
    >
      {(props.title || props.action || props.mark) && (
        <header class="panel-header">
          <div>
            {props.title && <h2 id={headingId}>{props.title}</h2>}
            {props.lead && <p class="hint">{props.lead}</p>}
          </div>
          {props.mark && <div class="panel-mark">{props.mark}</div>}
          {props.action && <div class="panel-action">{props.action}</div>}
        </header>
      )}
      <div class="panel-body">{props.children}</div>
      {props.footer && <footer class="panel-footer">{props.footer}</footer>}
    </section>
  )
}

/** Panels side by side where there is room: `halves`, `thirds`, `main-side` (wide left), `side-main`. */
export function Columns({
  shape = 'main-side',
  children,
}: {
  shape?: 'halves' | 'main-side' | undefined
  children?: ComponentChildren
}) {
  return <div class={`columns columns-${shape}`}>{children}</div>
}

/** Things below each other with even space between. `follow` keeps a side column in sight next to a long form. */
export function Stack({
  gap = 'normal',
  follow,
  children,
}: {
  gap?: 'small' | 'normal' | 'large' | undefined
  follow?: boolean | undefined
  children?: ComponentChildren
}) {
  return <div class={classes('stack', `stack-${gap}`, follow && 'stack-follow')}>{children}</div>
}

/** Small things in a row that may wrap: badges, buttons, links. */
export function Cluster({ children }: { children?: ComponentChildren }) {
  return <div class="cluster">{children}</div>
}

/** The narrower measure of a form or of running text. */
export function Sheet({ children }: { children?: ComponentChildren }) {
  return <div class="sheet">{children}</div>
}

/** A quieter line: a note, a source, a date next to the main thing. */
export function Note({ children }: { children?: ComponentChildren }) {
  return <p class="hint">{children}</p>
}

/** Quieter and smaller words inside a line or a cell. */
export function Small({ block, children }: { block?: boolean | undefined; children?: ComponentChildren }) {
  return <small class={classes('small', block && 'small-block')}>{children}</small>
}

/** Running text of several paragraphs; line breaks of what was typed are kept. */
export function Prose({ text, children }: { text?: string | undefined; children?: ComponentChildren }) {
  return (
    <div class="prose">
      {text?.split(/\n{2,}/).map((paragraph, index) => (
        // A paragraph has no other identity than its place.
        <p key={index}>{paragraph}</p>
      ))}
      {children}
    </div>
  )
}

export interface Tab {
  readonly label: string
  readonly href: string
  readonly count?: string | number | undefined
  readonly current?: boolean | undefined
}

/** Views of the same thing, as links: the open one is in the address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <span>{tab.label}</span>
              {tab.count !== undefined && <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is there but need not be seen at once: the rest of a long list. */
export function More(props: {
  readonly summary: string
  readonly open?: boolean
  readonly children?: ComponentChildren
}) {
  const { summary, open, children } = props
  return (
    <details class="twin" open={open}>
      <summary>{summary}</summary>
      <div class="more-body">{children}</div>
    </details>
  )
}

/** Facts by name, in two columns on a wide page. */
export function DefinitionList(props: {
  readonly items: ReadonlyArray<{ readonly term: string; readonly description: ComponentChildren }>
  readonly layout?: 'rows' | 'grid' | undefined
}) {
  return (
    <dl class={`facts facts-${props.layout ?? 'rows'}`}>
      {props.items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  )
}
