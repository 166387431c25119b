import { Controller } from '@hotwired/stimulus'
import { keysAreOn } from './keys-switch-controller.ts'

// Long enough for one who looks for the second key.
const togetherMs = 1500
// Not 0: time begins with the page, whose first second would count as after a "g".
const never = Number.NEGATIVE_INFINITY

/**
 * Keys of the whole frame, unless somebody is typing: "/" goes to the quick search, "?" to the help of the page, and "g" with
 * a second key to a place of the menu. The links themselves say their keys (`data-key`).
 */
export class ShortcutController extends Controller {
  static override targets = ['field']
  declare readonly fieldTarget: HTMLInputElement
  declare readonly hasFieldTarget: boolean
  private goingSince = never

  private readonly onKey = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]',
    )
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !keysAreOn()) return
    const going = event.timeStamp - this.goingSince < togetherMs
    this.goingSince = event.key === 'g' && !going ? event.timeStamp : never
    if (event.key === '/' && this.hasFieldTarget) {
      event.preventDefault()
      this.fieldTarget.select()
      return
    }
    const key = going ? `g ${event.key}` : event.key
    const link = [...this.element.querySelectorAll<HTMLElement>('[data-key]')].find(
      (one) => one.dataset.key === key,
    )
    if (link === undefined) return
    event.preventDefault()
    link.click()
  }

  override connect() {
    document.addEventListener('keydown', this.onKey)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.onKey)
  }
}
