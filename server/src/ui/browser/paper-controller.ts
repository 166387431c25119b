import { Controller } from '@hotwired/stimulus'
import type { DrawnPaper } from './draw-paper.ts'

/** Shows a PDF in the page. What draws it is loaded with the first one. */
export class PaperController extends Controller<HTMLElement> {
  static override targets = ['status']
  static override values = { href: String, page: String, failed: String }
  declare readonly statusTarget: HTMLElement
  declare readonly hrefValue: string
  declare readonly pageValue: string
  declare readonly failedValue: string
  private paper: DrawnPaper | undefined

  override connect() {
    void this.open()
  }

  override disconnect() {
    this.paper?.close()
    this.paper = undefined
  }

  /** Turbo's copy of the page for going back holds no drawings: they are made again. */
  beforeCache() {
    this.paper?.clear()
    this.statusTarget.hidden = false
  }

  private async open() {
    try {
      const { DrawnPaper } = await import('./draw-paper.ts')
      this.paper = new DrawnPaper(this.element, this.pageValue)
      await this.paper.open(this.hrefValue)
      this.statusTarget.hidden = true
    } catch {
      this.statusTarget.textContent = this.failedValue
    }
  }
}
