import { Controller } from '@hotwired/stimulus'

/** Lets a notice be closed. */
export class DismissController extends Controller<HTMLElement> {
  static override targets = ['button']
  declare readonly buttonTarget: HTMLElement

  override connect() {
    this.buttonTarget.hidden = false
  }

  close() {
    this.element.remove()
  }
}
