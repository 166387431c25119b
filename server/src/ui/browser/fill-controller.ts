import { Controller } from '@hotwired/stimulus'

/** Ticks several radio buttons of its form at once, as if by hand: who listens to a change hears of each. */
export class FillController extends Controller<HTMLElement> {
  static override values = { values: Object }
  declare readonly valuesValue: Record<string, string>

  override connect() {
    this.element.hidden = false
  }

  fill() {
    const form = this.element.closest('form')
    if (form === null) return
    let last: HTMLInputElement | undefined
    for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      if (this.valuesValue[radio.name] !== radio.value || radio.disabled) continue
      if (!radio.checked) {
        radio.checked = true
        radio.dispatchEvent(new Event('change', { bubbles: true }))
      }
      last = radio
    }
    last?.focus()
  }
}
