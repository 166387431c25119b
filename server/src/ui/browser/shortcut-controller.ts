import { Controller } from '@hotwired/stimulus'

/** The key "/" goes to the quick search, unless somebody is typing. */
export class ShortcutController extends Controller {
  static override targets = ['field']
  declare readonly fieldTarget: HTMLInputElement

  private readonly onKey = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]',
    )
    if (event.key !== '/' || typing || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    this.fieldTarget.select()
  }

  override connect() {
    document.addEventListener('keydown', this.onKey)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.onKey)
  }
}
