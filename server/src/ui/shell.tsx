import type { ComponentChildren } from 'preact'
import { type Account, AccountMenu } from './account-menu.tsx'
import { classes } from './class-names.ts'
import { DemoBar, type DemoDay } from './demo-bar.tsx'
import { DrumRim } from './drum.tsx'
import { Emblem } from './emblem.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.gen.ts'
import { useWords } from './words.tsx'

export interface NavigationItem {
  readonly label: string
  readonly href: string
  readonly icon: IconName
  /** How many things wait behind it; 0 is not shown. */
  readonly count?: number | undefined
  readonly current?: boolean | undefined
  /** Goes there after "g". */
  readonly key?: string | undefined
}

export interface NavigationGroup {
  readonly label?: string | undefined
  readonly items: readonly NavigationItem[]
}

export interface ShellProps {
  readonly homeHref: string
  /** The house that runs this installation, under the product's name. */
  readonly subtitle?: string | undefined
  readonly navigation: readonly NavigationGroup[]
  readonly search?: { readonly action: string; readonly value?: string | undefined } | undefined
  readonly helpHref?: string | undefined
  readonly demo?: DemoDay | undefined
  readonly account?: Account | undefined
  /** `desk`: the page fills the window, and the menu keeps its icons alone. */
  readonly layout?: 'desk' | undefined
  readonly children?: ComponentChildren
}

/** The frame of every page after signing in: menu, search, account and the content. */
export function Shell(props: ShellProps) {
  const { t } = useWords()
  return (
    <>
      <a class="skip" href="#noi-dung">
        {t('ui.skip')}
      </a>
      <div class={classes('shell', props.layout && `shell-${props.layout}`)} data-controller="shortcut">
        <aside class="side">
          <Brand {...props} />
          <Navigation groups={props.navigation} />
          <DrumRim />
        </aside>
        <div class="page" data-today={props.demo?.today}>
          {props.demo && <DemoBar {...props.demo} />}
          <header class="top">
            <details class="phone-menu menu">
              <summary aria-label={t('ui.menu')}>
                <Icon name="menu-2" size={24} />
              </summary>
              <div class="phone-menu-body">
                <Navigation groups={props.navigation} />
              </div>
            </details>
            <a class="brand brand-top" href={props.homeHref} aria-label={t('ui.product')}>
              <Emblem size={28} />
              <b>{t('ui.product')}</b>
            </a>
            {props.search && <QuickSearch {...props.search} />}
            {props.helpHref && <HelpLink href={props.helpHref} />}
            {props.account && <AccountMenu {...props.account} />}
          </header>
          <main id="noi-dung" tabIndex={-1}>
            {props.children}
          </main>
          <p class="print-note">{t('ui.printed', { product: t('ui.product') })}</p>
        </div>
      </div>
    </>
  )
}

function Brand({ homeHref, subtitle }: ShellProps) {
  const { t } = useWords()
  return (
    <a class="brand" href={homeHref}>
      <Emblem />
      <span>
        <b>{t('ui.product')}</b>
        <small>{subtitle ?? t('ui.motto')}</small>
      </span>
    </a>
  )
}

function Navigation({ groups }: { groups: readonly NavigationGroup[] }) {
  const { t } = useWords()
  return (
    <nav class="nav" aria-label={t('ui.navigation')}>
      {groups.map((group) => (
        <div class="nav-group" key={group.label ?? group.items[0]?.href}>
          {group.label && <p>{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                  data-key={item.key === undefined ? undefined : `g ${item.key}`}
                >
                  <Icon name={item.icon} />
                  <span>{item.label}</span>
                  {item.count ? <span class="count">{item.count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function HelpLink({ href }: { href: string }) {
  const { t } = useWords()
  return (
    <a class="help-link" href={href} aria-label={t('ui.page_help')} title={t('ui.page_help')} data-key="?">
      <Icon name="help-circle" size={24} />
    </a>
  )
}

function QuickSearch({ action, value }: { action: string; value?: string | undefined }) {
  const { t } = useWords()
  return (
    <search>
      <form class="quick-search" action={action} method="get">
        <Icon name="search" size={18} />
        <input
          type="search"
          name="q"
          value={value}
          aria-label={t('ui.search')}
          placeholder={t('ui.search_hint')}
          autocomplete="off"
          data-shortcut-target="field"
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}
