import { Controller } from '@hotwired/stimulus'

/** Hides fields that the choice made in another field does not need. What was typed in them stays. */
export class ShowWhenController extends Controller<HTMLElement> {
  static override values = { field: String, is: String }
  declare readonly fieldValue: string
  declare readonly isValue: string
  private form: HTMLFormElement | null = null

  private readonly update = () => {
    const field = this.form?.elements.namedItem(this.fieldValue)
    const chosen =
      field instanceof HTMLSelectElement ||
      field instanceof HTMLInputElement ||
      field instanceof RadioNodeList
        ? field.value
        : ''
    this.element.hidden = !this.isValue.split(' ').includes(chosen)
  }

  override connect() {
    this.form = this.element.closest('form')
    this.form?.addEventListener('change', this.update)
    this.update()
  }

  override disconnect() {
    this.form?.removeEventListener('change', this.update)
  }

  beforeCache() {
    this.element.hidden = false
  }
}
