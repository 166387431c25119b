import { Controller } from '@hotwired/stimulus'

/** Ticks all rows of a page at once and says how many are ticked. */
export class SelectAllController extends Controller {
  static override targets = ['all', 'row', 'count', 'bar']
  declare readonly allTarget: HTMLInputElement
  declare readonly rowTargets: HTMLInputElement[]
  declare readonly countTarget: HTMLElement
  declare readonly barTarget: HTMLElement

  override connect() {
    this.allTarget.hidden = false
    this.count()
  }

  toggle() {
    for (const row of this.rowTargets) row.checked = this.allTarget.checked
    this.count()
  }

  count() {
    const chosen = this.rowTargets.filter((row) => row.checked).length
    this.allTarget.checked = chosen > 0 && chosen === this.rowTargets.length
    this.allTarget.indeterminate = chosen > 0 && chosen < this.rowTargets.length
    this.barTarget.classList.toggle('chosen', chosen > 0)
    const { none = '', some = '' } = this.countTarget.dataset
    this.countTarget.textContent = chosen > 0 ? some.replace('{count}', String(chosen)) : none
  }
}
