import { Controller } from '@hotwired/stimulus'

/**
 * Filters as soon as a choice changes; what is typed waits for Enter or the button. A form that stands outside the frame
 * it filters is set again from the address when somebody goes back.
 */
export class FilterController extends Controller<HTMLFormElement> {
  private readonly onBack = () => {
    const search = new URLSearchParams(location.search)
    for (const field of this.element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input, select',
    )) {
      if (!field.name) continue
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
        field.checked = search.getAll(field.name).includes(field.value)
      } else {
        field.value = search.get(field.name) ?? ''
      }
    }
  }

  override connect() {
    if (this.element.dataset.turboFrame) addEventListener('popstate', this.onBack)
  }

  override disconnect() {
    removeEventListener('popstate', this.onBack)
  }

  submit({ target }: Event) {
    const typed = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
    if (!typed) this.element.requestSubmit()
  }
}
