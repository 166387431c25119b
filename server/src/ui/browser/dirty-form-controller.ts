import { Controller } from '@hotwired/stimulus'

/** Asks before typing that is not saved is left behind. */
export class DirtyFormController extends Controller<HTMLFormElement> {
  static override values = { message: String }
  declare readonly messageValue: string
  private dirty = false

  private readonly onInput = () => {
    this.dirty = true
  }
  private readonly onSubmit = () => {
    this.dirty = false
  }
  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (this.dirty) event.preventDefault()
  }
  private readonly onVisit = (event: Event) => {
    if (this.dirty && !confirm(this.messageValue)) event.preventDefault()
  }

  override connect() {
    this.element.addEventListener('input', this.onInput)
    this.element.addEventListener('submit', this.onSubmit)
    // What the server keeps is not lost by leaving.
    this.element.addEventListener('autosave:saved', this.onSubmit)
    addEventListener('beforeunload', this.onLeave)
    document.addEventListener('turbo:before-visit', this.onVisit)
  }

  override disconnect() {
    this.element.removeEventListener('input', this.onInput)
    this.element.removeEventListener('submit', this.onSubmit)
    this.element.removeEventListener('autosave:saved', this.onSubmit)
    removeEventListener('beforeunload', this.onLeave)
    document.removeEventListener('turbo:before-visit', this.onVisit)
  }
}
