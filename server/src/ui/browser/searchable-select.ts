import TomSelect from 'tom-select/base'

/** Folds case and Vietnamese marks away, so that "tu ky" finds "Tứ Kỳ" however its letters are composed. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}

/** What stands in for a select that is searched by typing. */
export class SearchableSelect {
  private readonly select: HTMLSelectElement
  private readonly label: HTMLLabelElement | undefined
  private readonly widget: TomSelect

  constructor(select: HTMLSelectElement, words: { placeholder: string; none: string }) {
    this.select = select
    this.label = select.labels[0]
    const widget = new TomSelect(select, {
      placeholder: words.placeholder,
      maxOptions: 200,
      selectOnTab: true,
      openOnFocus: true,
      highlight: false,
      score: (search: string) => {
        const wanted = fold(search).split(/\s+/)
        return (item: { text?: string }) => {
          const text = fold(item.text ?? '')
          return wanted.every((word) => text.includes(word)) ? 1 / (1 + text.indexOf(wanted[0] ?? '')) : 0
        }
      },
      render: {
        no_results: () => {
          const none = document.createElement('div')
          none.className = 'no-results'
          none.textContent = words.none
          return none
        },
      },
    })
    // Choosing by Enter otherwise leaves the list open over the next field, or opens it again.
    widget.on('item_add', () => setTimeout(() => widget.close()))
    this.widget = widget
  }

  focus() {
    this.widget.focus()
  }

  /** Does what these keys would have done here. */
  press(keys: readonly KeyboardEvent[]) {
    for (const event of keys) {
      const isLetter = [...event.key].length === 1
      if (isLetter) this.search((typed) => typed + event.key)
      else if (event.key === 'Backspace') this.search((typed) => typed.slice(0, -1))
      else this.widget.control_input.dispatchEvent(new KeyboardEvent('keydown', event))
    }
  }

  private search(change: (typed: string) => string) {
    // Not its own `inputValue`, which drops a space at the end.
    this.widget.setTextboxValue(change(this.widget.control_input.value))
    this.widget.refreshOptions(true)
  }

  /** Gives the select back as it was, but with what is chosen by now. */
  destroy() {
    const { value, id } = this.select
    this.widget.destroy()
    this.select.value = value
    if (this.label) this.label.htmlFor = id
  }
}
