import { Controller } from '@hotwired/stimulus'

/** Adds and removes rows at once, by the same buttons that otherwise ask the server for it. */
export class RepeatRowsController extends Controller<HTMLElement> {
  static override targets = ['list', 'row', 'template']
  static override values = { max: Number }
  declare readonly listTarget: HTMLElement
  declare readonly rowTargets: HTMLElement[]
  declare readonly templateTarget: HTMLTemplateElement
  declare readonly maxValue: number
  private next = 0

  override connect() {
    this.next = this.rowTargets.length
    this.element.addEventListener('click', this.onClick)
  }

  override disconnect() {
    this.element.removeEventListener('click', this.onClick)
  }

  private readonly onClick = (event: Event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[name="rowsAct"]')
    if (!button) return
    event.preventDefault()
    if (button.value.startsWith('add:')) this.add()
    else this.remove(button)
    this.element.dispatchEvent(new Event('input', { bubbles: true }))
  }

  private add() {
    if (this.rowTargets.length >= this.maxValue) return
    // Gaps between the numbers are no harm: the server reads rows in order, whatever they are called.
    const html = this.templateTarget.innerHTML
      .replaceAll('__row__', String(this.next))
      .replaceAll('__number__', String(this.next + 1))
    this.next += 1
    this.listTarget.insertAdjacentHTML('beforeend', html)
    this.listTarget.lastElementChild
      ?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')
      ?.focus()
  }

  private remove(button: HTMLElement) {
    button.closest('[data-repeat-rows-target="row"]')?.remove()
    this.element.querySelector<HTMLElement>('button[value^="add:"]')?.focus()
  }
}
