import { Controller } from '@hotwired/stimulus'
import type { SearchableSelect } from './searchable-select.ts'

const kept = ['ArrowDown', 'ArrowUp', 'Enter', 'Backspace']

/**
 * Makes a long select searchable when somebody comes to it or to its form: what that takes is loaded no sooner. What is
 * typed meanwhile is kept for it; where it does not come, the select stays the browser's own.
 */
export class SearchableSelectController extends Controller<HTMLSelectElement> {
  static override values = { placeholder: String, none: String }
  declare readonly placeholderValue: string
  declare readonly noneValue: string
  private state: 'asleep' | 'coming' | 'here' | 'failed' = 'asleep'
  private searchable: SearchableSelect | null = null
  private presses = 0
  private keys: KeyboardEvent[] = []
  private listening = new AbortController()

  private readonly onComing = () => {
    if (this.state === 'asleep') void this.load()
  }

  private readonly onPress = (event: MouseEvent) => {
    if (event.button !== 0 || this.state === 'failed') return
    this.presses += 1
    // Who presses again will not wait, and gets what the browser has.
    if (this.presses > 1) return
    event.preventDefault()
    this.element.focus()
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (this.state !== 'coming' || this.presses > 1 || event.ctrlKey || event.metaKey) return
    const isFirst = this.keys.length === 0
    // Leaving chooses what was typed, and is not held up.
    if (event.key === 'Tab' && !isFirst) this.keys.push(event)
    if ([...event.key].length > 1 && !kept.includes(event.key)) return
    event.preventDefault()
    // A space opens a select, and so does coming to it.
    if (!isFirst || event.key !== ' ') this.keys.push(event)
  }

  override connect() {
    this.listening = new AbortController()
    const { signal } = this.listening
    this.element.form?.addEventListener('focusin', this.onComing, { signal })
    this.element.addEventListener('focus', this.onComing, { signal })
    this.element.addEventListener('pointerenter', this.onComing, { signal })
    this.element.addEventListener('mousedown', this.onPress, { signal })
    this.element.addEventListener('keydown', this.onKey, { signal })
  }

  override disconnect() {
    this.beforeCache()
    this.listening.abort()
  }

  beforeCache() {
    this.searchable?.destroy()
    this.searchable = null
    this.state = 'asleep'
    this.presses = 0
    this.keys = []
  }

  private async load() {
    this.state = 'coming'
    const { signal } = this.listening
    const loaded = await import('./searchable-select.ts').catch(() => null)
    if (this.presses > 1) await this.left(signal)
    if (signal.aborted || this.searchable) return
    this.state = loaded ? 'here' : 'failed'
    if (loaded) this.replace(loaded.SearchableSelect)
  }

  /** Until the list that the browser has opened is out of use. */
  private left(signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve) => this.element.addEventListener('blur', resolve, { once: true, signal }))
  }

  private replace(Searchable: typeof SearchableSelect) {
    const isFocused = document.activeElement === this.element
    this.searchable = new Searchable(this.element, {
      placeholder: this.placeholderValue,
      none: this.noneValue,
    })
    if (isFocused) this.searchable.focus()
    if (isFocused || this.keys.at(-1)?.key === 'Tab') this.searchable.press(this.keys)
    this.keys = []
  }
}
