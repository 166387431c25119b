import { Controller } from '@hotwired/stimulus'

/** Takes the focus when it arrives, so that the summary of errors is read first. */
export class FocusController extends Controller<HTMLElement> {
  override connect() {
    this.element.focus()
  }
}
