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
      // A small file is not "0 MB".
      const shown =
        file.size < 1e6
          ? `${size.format(Math.ceil(file.size / 1e3))} kB`
          : `${size.format(file.size / 1e6)} MB`
      line.textContent = `${file.name} · ${shown}`
      return line
    })
    this.namesTarget.replaceChildren(...(lines.length > 0 ? lines : this.empty))
  }
}
