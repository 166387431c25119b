import { Controller } from '@hotwired/stimulus'

/** Folds case and Vietnamese marks away, so that "tu ky" finds "Tứ Kỳ" however its letters are composed. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}

/** Makes a long select searchable. Its library is loaded only on a page that has one. */
export class SearchableSelectController extends Controller<HTMLSelectElement> {
  static override values = { placeholder: String, none: String }
  declare readonly placeholderValue: string
  declare readonly noneValue: string
  private widget: { destroy(): void } | null = null

  override async connect() {
    const { default: TomSelect } = await import('tom-select/base')
    if (!this.element.isConnected || this.widget) return
    const widget = new TomSelect(this.element, {
      placeholder: this.placeholderValue,
      maxOptions: 200,
      selectOnTab: true,
      openOnFocus: true,
      highlight: false,
      score: (search: string) => {
        const words = fold(search).split(/\s+/)
        return (item: { text?: string }) => {
          const text = fold(item.text ?? '')
          return words.every((word) => text.includes(word)) ? 1 / (1 + text.indexOf(words[0] ?? '')) : 0
        }
      },
      render: {
        no_results: () => {
          const none = document.createElement('div')
          none.className = 'no-results'
          none.textContent = this.noneValue
          return none
        },
      },
    })
    // Choosing by Enter otherwise leaves the list open over the next field, or opens it again.
    widget.on('item_add', () => setTimeout(() => widget.close()))
    this.widget = widget
  }

  override disconnect() {
    this.beforeCache()
  }

  beforeCache() {
    this.widget?.destroy()
    this.widget = null
  }
}
