import { Controller } from '@hotwired/stimulus'

/** Closes an open menu by Escape or a click elsewhere, as people expect of menus; opening is the browser's own. */
export class MenuController extends Controller {
  private readonly onClick = (event: Event) => this.close((menu) => !menu.contains(event.target as Node))
  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.close((menu) => menu.contains(document.activeElement), true)
  }

  override connect() {
    document.addEventListener('click', this.onClick)
    document.addEventListener('keydown', this.onKey)
  }

  override disconnect() {
    document.removeEventListener('click', this.onClick)
    document.removeEventListener('keydown', this.onKey)
  }

  beforeCache() {
    this.close(() => true)
  }

  private close(which: (menu: HTMLDetailsElement) => boolean, refocus = false) {
    for (const menu of this.element.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (!which(menu)) continue
      menu.open = false
      if (refocus) menu.querySelector('summary')?.focus()
    }
  }
}
