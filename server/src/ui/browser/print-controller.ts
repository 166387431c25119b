import { Controller } from '@hotwired/stimulus'

/** A button that opens the browser's print dialogue. */
export class PrintController extends Controller<HTMLElement> {
  override connect() {
    this.element.hidden = false
  }

  open() {
    window.print()
  }
}
