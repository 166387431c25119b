import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { NothingRequired } from './field.tsx'
import { Hidden } from './form.tsx'
import { formatNumber } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** The way through a long list: where one is, back and on. A page is found by its cursor, so there are no numbers. */
export function Pagination(props: {
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
  readonly firstHref?: string | undefined
  /** Numbers of the first and last row shown, where the list can tell. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly total?: number | undefined
}) {
  const { t, language } = useWords()
  const number = (value: number) => formatNumber(value, language)
  const { from, to, total } = props
  const ranged = from !== undefined && to !== undefined && total !== undefined
  return (
    <nav class="pages" aria-label={t('ui.pages')}>
      <p>
        {ranged
          ? t('ui.range', { from: number(from), to: number(to), total: number(total) })
          : total !== undefined && t('ui.total', { total: number(total) })}
      </p>
      <div class="cluster">
        {props.firstHref && <a href={props.firstHref}>{t('ui.first_page')}</a>}
        <PageLink href={props.previousHref} rel="prev" label={t('ui.previous_page')} />
        <PageLink href={props.nextHref} rel="next" label={t('ui.next_page')} />
      </div>
    </nav>
  )
}

function PageLink({ href, rel, label }: { href: string | undefined; rel: 'prev' | 'next'; label: string }) {
  const inside = (
    <>
      {rel === 'prev' && <Icon name="arrow-left" size={16} />}
      <span>{label}</span>
      {rel === 'next' && <Icon name="arrow-right" size={16} />}
    </>
  )
  if (!href) return <span class="button button-secondary button-small button-off">{inside}</span>
  return (
    <a class="button button-secondary button-small" href={href} rel={rel}>
      {inside}
    </a>
  )
}

/** What a list is narrowed by, in words; a click on one takes it off. */
export function Chips(props: {
  readonly label: string
  readonly chips: ReadonlyArray<{ readonly key: string; readonly text: string; readonly withoutHref: string }>
}) {
  const { t } = useWords()
  return (
    <ul class="chips" aria-label={props.label}>
      {props.chips.map((chip) => (
        <li key={chip.key}>
          <a class="chip" href={chip.withoutHref} title={t('ui.take_off', { condition: chip.text })}>
            {chip.text}
            <Icon name="x" size={14} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The conditions of a list, kept in its address. Filters at once when a choice changes, where scripts run. */
export function FilterBar(props: {
  readonly action: string
  readonly clearHref?: string | undefined
  /** Kept in the address though no field shows it, such as the order. */
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
  /** Less used conditions, folded away; open where one of them is in use. */
  readonly more?: ComponentChildren
  readonly moreOpen?: boolean | undefined
  readonly frame?: string | undefined
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <search>
      <form
        class="filters"
        action={props.action}
        method="get"
        data-turbo-frame={props.frame}
        data-turbo-action={props.frame ? 'advance' : undefined}
        data-controller="filter"
        data-action="change->filter#submit"
      >
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <div class="filters-fields">
          <NothingRequired>{props.children}</NothingRequired>
          <div class="filters-buttons">
            <Button icon="filter">{t('ui.filter')}</Button>
            {props.clearHref && (
              <ButtonLink href={props.clearHref} kind="quiet">
                {t('ui.filter_clear')}
              </ButtonLink>
            )}
          </div>
        </div>
        {props.more && (
          <details open={props.moreOpen}>
            <summary>
              <Icon name="adjustments-horizontal" size={16} />
              {t('ui.filter_more')}
            </summary>
            <div class="filters-fields">
              <NothingRequired>{props.more}</NothingRequired>
            </div>
          </details>
        )}
      </form>
    </search>
  )
}
