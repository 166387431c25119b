import { Controller } from '@hotwired/stimulus'

const kept = 'dotpha-keys'

/** Whether keys without Ctrl or Alt do anything: who dictates, or rests a hand on the keyboard, must be able to switch them off. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true
  }
}

/** Switches the keys off and on again on this computer. */
export class KeysSwitchController extends Controller<HTMLElement> {
  static override targets = ['button']
  static override values = { on: String, off: String }
  declare readonly buttonTarget: HTMLElement
  declare readonly onValue: string
  declare readonly offValue: string

  override connect() {
    this.element.hidden = false
    this.show()
  }

  turn() {
    try {
      if (keysAreOn()) localStorage.setItem(kept, 'off')
      else localStorage.removeItem(kept)
    } catch {
      // A browser that keeps nothing has its keys on.
    }
    this.show()
  }

  private show() {
    this.buttonTarget.textContent = keysAreOn() ? this.offValue : this.onValue
  }
}
