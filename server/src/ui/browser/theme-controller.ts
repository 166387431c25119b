import { Controller } from '@hotwired/stimulus'

/** Light, dark or as the computer: set at once and kept in a cookie, from which the server renders the next page. */
export class ThemeController extends Controller {
  static override targets = ['choices']
  static override values = { server: String }
  declare readonly choicesTargets: HTMLElement[]
  declare readonly serverValue: string

  /** Turbo changes the body alone; the root element takes over what the server said of this page. */
  override connect() {
    this.apply(/(?:^|; )(?:__Host-)?theme=(\w+)/.exec(document.cookie)?.[1] ?? this.serverValue)
  }

  choicesTargetConnected(choices: HTMLElement) {
    choices.hidden = false
    this.show()
  }

  choose(event: Event & { params: { choice: string } }) {
    const { choice } = event.params
    const isSecure = location.protocol === 'https:'
    // The asynchronous cookie store is missing in Firefox 115.
    // biome-ignore lint/suspicious/noDocumentCookie: above
    document.cookie = `${isSecure ? '__Host-' : ''}theme=${choice}; Path=/; Max-Age=31536000; SameSite=Lax${isSecure ? '; Secure' : ''}`
    this.apply(choice)
  }

  private apply(choice: string) {
    if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice
    else delete document.documentElement.dataset.theme
    this.show()
  }

  private show() {
    const theme = document.documentElement.dataset.theme ?? 'auto'
    for (const button of this.choicesTargets.flatMap((choices) => [...choices.querySelectorAll('button')])) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoiceParam === theme))
    }
  }
}
