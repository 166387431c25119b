import { Controller } from '@hotwired/stimulus'

/** Shows the chosen files in the reader's language; the control below stays the browser's, dropping included. */
export class FileDropController extends Controller<HTMLElement> {
  static override targets = ['field', 'names']
  declare readonly fieldTarget: HTMLInputElement
  declare readonly namesTarget: HTMLElement
  private empty: Node[] = []

  override connect() {
    this.empty = [...this.namesTarget.childNodes]
    this.element.classList.add('enhanced')
    this.show()
  }

  beforeCache() {
    this.namesTarget.replaceChildren(...this.empty)
  }

  show() {
    const files = [...(this.fieldTarget.files ?? [])]
    const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
    const lines = files.map((file) => {
      const line = document.createElement('span')
      line.className = 'file-name'
      line.textContent = `${file.name} · ${size.format(file.size / 1e6)} MB`
      return line
    })
    this.namesTarget.replaceChildren(...(lines.length > 0 ? lines : this.empty))
  }
}
