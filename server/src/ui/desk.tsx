import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.gen.ts'
import { Small } from './panel.tsx'
import { useWords } from './words.tsx'

/** One thing of a queue, as the list at the left of a desk names it. */
export interface DeskEntry {
  readonly href: string
  readonly title: string
  /** Whose it is, and how long it has waited. */
  readonly detail?: ComponentChildren
  /** A small picture of its paper. */
  readonly picture?: ComponentChildren
  /** For what cannot be concluded yet: what is missing. */
  readonly reason?: string | undefined
  readonly current?: boolean | undefined
}

/** A queue of things that are judged one after another. */
export interface DeskQueue {
  /** What waits here, such as "Chờ ý kiến thẩm định". */
  readonly title: string
  readonly total: number
  /** The place of the open thing, from 1; null where it no longer waits. */
  readonly place: number | null
  /** The entries around the open one, in the order of the queue. */
  readonly entries: readonly DeskEntry[]
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** What waits too but cannot be concluded yet, each with its reason. */
  readonly apart: readonly DeskEntry[]
  /** The same queue as a table. */
  readonly all: { readonly href: string; readonly label: string }
}

/**
 * A place to judge a queue without leaving the page: what waits at the left, the paper in the middle, the decision at the
 * right. A page with it asks for the layout `desk`; on a phone the three stand below each other.
 */
export function Desk(props: {
  readonly queue: DeskQueue
  /** What is wrong or to be known before anything else. */
  readonly notices?: ComponentChildren
  readonly paper: ComponentChildren
  readonly decision: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <>
      {props.notices}
      <div class="desk">
        <QueuePane queue={props.queue} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
        <section class="desk-paper" aria-label={t('ui.desk.paper')} tabIndex={0}>
          {props.paper}
        </section>
        <a class="button button-primary desk-jump" href="#ket-luan">
          {t('ui.desk.decision')}
        </a>
        <section class="desk-decision" id="ket-luan" aria-label={t('ui.desk.decision')}>
          {props.decision}
        </section>
      </div>
    </>
  )
}

function QueuePane({ queue }: { queue: DeskQueue }) {
  const { t } = useWords()
  return (
    <nav class="desk-queue" aria-label={queue.title}>
      <header>
        <p class="desk-title">{queue.title}</p>
        <p class="desk-place">
          {queue.place === null
            ? t('ui.desk.waiting', { count: queue.total })
            : t('ui.desk.place', { place: queue.place, total: queue.total })}
        </p>
        <Step href={queue.previousHref} icon="chevron-left" label={t('ui.desk.previous')} keyName="k" />
        <Step href={queue.nextHref} icon="chevron-right" label={t('ui.desk.next')} keyName="j" />
      </header>
      <div class="desk-list">
        <Entries entries={queue.entries} />
        {queue.apart.length > 0 && (
          <>
            <p class="desk-apart">{t('ui.desk.apart', { count: queue.apart.length })}</p>
            <Entries entries={queue.apart} />
          </>
        )}
        <p class="desk-all">
          <a href={queue.all.href}>{queue.all.label}</a>
        </p>
      </div>
    </nav>
  )
}

function Step(props: {
  readonly href: string | null
  readonly icon: IconName
  readonly label: string
  readonly keyName: string
}) {
  const inside = (
    <>
      <Icon name={props.icon} size={18} />
      <span class="hidden-visually">{props.label}</span>
    </>
  )
  return props.href === null ? (
    <span class="desk-step" aria-hidden="true">
      <Icon name={props.icon} size={18} />
    </span>
  ) : (
    <a
      class="desk-step"
      href={props.href}
      title={`${props.label} (${props.keyName})`}
      data-key={props.keyName}
    >
      {inside}
    </a>
  )
}

function Entries({ entries }: { entries: readonly DeskEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.href} class={classes(entry.picture !== undefined && 'with-picture')}>
          <a href={entry.href} aria-current={entry.current ? 'true' : undefined}>
            {entry.picture}
            <span>
              <b>{entry.title}</b>
              {entry.detail && <Small block>{entry.detail}</Small>}
              {entry.reason && (
                <span class="desk-reason">
                  <Icon name="alert-triangle" size={14} /> {entry.reason}
                </span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

/** The head of the paper on a desk: smaller than that of a page, so that the paper itself is in sight. */
export function DeskHead(props: {
  readonly kicker?: ComponentChildren
  readonly title: ComponentChildren
  readonly detail?: ComponentChildren
  readonly badges?: ComponentChildren
  readonly links?: ComponentChildren
}) {
  return (
    <header class="desk-head">
      <p class="kicker">
        {props.kicker}
        {props.badges && <span class="page-badges">{props.badges}</span>}
      </p>
      <h1>{props.title}</h1>
      {props.detail && <p class="hint">{props.detail}</p>}
      {props.links && <p class="cluster">{props.links}</p>}
    </header>
  )
}

/**
 * A button that fills in several radio groups at once, such as "all criteria met". It appears where scripts run; without them
 * each is ticked by hand.
 */
export function FillButton(props: {
  /** The values by the names of the fields. */
  readonly values: Readonly<Record<string, string>>
  readonly icon?: IconName
  /** The key that does the same. */
  readonly keyName?: string
  readonly children: string
}) {
  return (
    <span hidden data-controller="fill" data-fill-values-value={JSON.stringify(props.values)}>
      <button
        type="button"
        class="button button-secondary button-small"
        data-action="fill#fill"
        data-key={props.keyName}
        title={props.keyName && `${props.children} (${props.keyName})`}
      >
        {props.icon && <Icon name={props.icon} size={18} />}
        <span>{props.children}</span>
      </button>
    </span>
  )
}

/** The fields of a decision on a desk. */
export function DeskForm({ children }: { children?: ComponentChildren }) {
  return (
    <div class="panel desk-form">
      <div class="panel-body">{children}</div>
    </div>
  )
}

/** What a decision on a desk begins with: what is decided, and what fills it in at once. */
export function DeskFormHead({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="desk-form-head">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Scored criteria as rows: the name at the left, the scores at the right. */
export function Scores({ children }: { children?: ComponentChildren }) {
  return <div class="scores">{children}</div>
}

/** The end of a decision on a desk: it stays in sight while the form is scrolled. */
export function DeskActions(props: {
  readonly icon: IconName
  readonly label: string
  /** Whether another thing waits after this one. */
  readonly goesOn: boolean
  readonly closedReason?: string | undefined
  readonly note?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <div class="desk-actions">
      <Button kind="primary" icon={props.icon} closedReason={props.closedReason} keyName="s">
        {props.goesOn ? t('ui.desk.and_next', { act: props.label }) : props.label}
      </Button>
      {props.note && <p class="hint">{props.note}</p>}
    </div>
  )
}
