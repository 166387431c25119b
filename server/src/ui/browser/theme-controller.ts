import { Controller } from '@hotwired/stimulus'

/** Light, dark or as the computer: set at once and kept in a cookie, from which the server renders the next page. */
export class ThemeController extends Controller {
  static override targets = ['choices']
  declare readonly choicesTargets: HTMLElement[]

  choicesTargetConnected(choices: HTMLElement) {
    choices.hidden = false
    this.show()
  }

  choose(event: Event & { params: { choice: string } }) {
    const { choice } = event.params
    if (choice === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // The asynchronous cookie store is missing in Firefox 115.
    // biome-ignore lint/suspicious/noDocumentCookie: above
    document.cookie = `theme=${choice}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
    this.show()
  }

  private show() {
    const theme = document.documentElement.dataset.theme ?? 'auto'
    for (const button of this.choicesTargets.flatMap((choices) => [...choices.querySelectorAll('button')])) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoiceParam === theme))
    }
  }
}
