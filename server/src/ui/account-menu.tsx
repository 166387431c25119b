import { Form } from './form.tsx'
import { Icon } from './icon.tsx'
import { type Language, useWords } from './words.tsx'

export interface AccountPost {
  readonly id: string
  readonly label: string
  readonly current?: boolean | undefined
}

export interface Account {
  readonly name: string
  /** The post one acts in, with its unit. */
  readonly post?: string | undefined
  readonly posts?: readonly AccountPost[] | undefined
  /** Takes `postId` and `returnTo`. */
  readonly switchAction?: string | undefined
  /** Takes `language` and `returnTo`. */
  readonly languageAction?: string | undefined
  readonly signOutAction: string
  readonly returnTo?: string | undefined
  readonly links?: ReadonlyArray<{ readonly label: string; readonly href: string }> | undefined
}

/** The two letters of a Vietnamese name by which its bearer is called: the first and the last word. */
export function initials(name: string): string {
  // A remark in brackets is not part of a name.
  const words = name
    .replaceAll(/\(.*?\)/g, ' ')
    .trim()
    .split(/\s+/)
  const letters = words.length > 1 ? [words.at(-2), words.at(-1)] : words
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')
}

/** Who is signed in and in which post; switching, language, light or dark, and the way out. */
export function AccountMenu(props: Account) {
  const { t } = useWords()
  return (
    <details class="account menu">
      <summary>
        <span class="hidden-visually">{t('ui.account', { name: props.name })}</span>
        <span class="face" aria-hidden="true">
          {initials(props.name)}
        </span>
        <span class="account-name" aria-hidden="true">
          <b>{props.name}</b>
          {props.post && <small>{props.post}</small>}
        </span>
        <Icon name="chevron-down" size={16} />
      </summary>
      <div class="menu-body">
        <p class="menu-who">
          <b>{props.name}</b>
          {props.post && <small>{props.post}</small>}
        </p>
        <Posts {...props} />
        {props.links?.map((link) => (
          <a key={link.href} class="menu-item" href={link.href}>
            {link.label}
          </a>
        ))}
        <Preferences {...props} />
        <Form action={props.signOutAction} plain>
          <button type="submit" class="menu-item">
            <Icon name="logout" size={18} />
            {t('ui.sign_out')}
          </button>
        </Form>
      </div>
    </details>
  )
}

function Posts({ posts, switchAction, returnTo }: Account) {
  const { t } = useWords()
  if (!posts || posts.length < 2 || !switchAction) return null
  return (
    <Form action={switchAction} hidden={{ returnTo }} label={t('ui.switch_post')}>
      <p class="menu-title">{t('ui.acting_as')}</p>
      {posts.map((post) => (
        <button
          key={post.id}
          type="submit"
          class="menu-item"
          name="postId"
          value={post.id}
          aria-current={post.current ? 'true' : undefined}
        >
          <Icon name={post.current ? 'check' : 'id-badge-2'} size={18} />
          <span>{post.label}</span>
        </button>
      ))}
    </Form>
  )
}

const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

function Preferences({ languageAction, returnTo }: Account) {
  const { t, language } = useWords()
  const themes = [
    ['auto', 'sun-moon'],
    ['light', 'sun'],
    ['dark', 'moon'],
  ] as const
  return (
    <div class="menu-choices">
      {languageAction && (
        <Form action={languageAction} hidden={{ returnTo }} label={t('ui.language')}>
          <fieldset class="segmented">
            <legend class="hidden-visually">{t('ui.language')}</legend>
            {(['vi', 'en'] as const).map((choice) => (
              <button
                key={choice}
                type="submit"
                name="language"
                value={choice}
                lang={choice}
                aria-pressed={choice === language}
              >
                {languageNames[choice]}
              </button>
            ))}
          </fieldset>
        </Form>
      )}
      {/* Hidden until its controller starts: without scripts the page follows the computer. */}
      <fieldset class="segmented" hidden data-theme-target="choices">
        <legend class="hidden-visually">{t('ui.theme')}</legend>
        {themes.map(([theme, icon]) => (
          <button
            key={theme}
            type="button"
            title={t(`ui.theme_${theme}`)}
            aria-label={t(`ui.theme_${theme}`)}
            data-action="theme#choose"
            data-theme-choice-param={theme}
          >
            <Icon name={icon} size={18} />
          </button>
        ))}
      </fieldset>
    </div>
  )
}
