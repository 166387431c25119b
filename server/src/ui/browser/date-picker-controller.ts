import { Controller } from '@hotwired/stimulus'
import { isoDate, partsOf, readTyped, weeksOf, writeTyped } from './calendar.ts'

const keySteps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A small calendar next to a date field. What it chooses is typed into the field, where it may also be typed by hand. */
export class DatePickerController extends Controller<HTMLElement> {
  static override targets = ['field', 'open']
  static override values = { words: Array }
  declare readonly fieldTarget: HTMLInputElement
  declare readonly openTarget: HTMLButtonElement
  declare readonly wordsValue: string[]
  private calendar: HTMLElement | null = null

  private readonly onOutside = (event: Event) => {
    if (!this.element.contains(event.target as Node)) this.close(false)
  }

  override connect() {
    this.openTarget.hidden = false
  }

  override disconnect() {
    this.close(false)
  }

  beforeCache() {
    this.close(false)
  }

  toggle() {
    if (this.calendar) this.close(true)
    else this.show(readTyped(this.fieldTarget.value) ?? this.today)
  }

  /** The day that the page calls today; the clock of the computer may be wrong, and the demonstration has its own. */
  private get today(): string {
    const now = new Date()
    const said = document.querySelector<HTMLElement>('[data-today]')?.dataset.today
    return said ?? isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  }

  private show(focused: string) {
    const calendar = this.calendar ?? this.openCalendar()
    const [year, month, day] = partsOf(focused)
    const lang = document.documentElement.lang
    const name = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    const header = make('header', {}, [
      this.button(this.wordsValue[1] ?? '', '‹', () => this.show(sameDay(year, month - 1, day))),
      make('span', { 'aria-live': 'polite' }, [name.format(Date.UTC(year, month - 1, 1))]),
      this.button(this.wordsValue[2] ?? '', '›', () => this.show(sameDay(year, month + 1, day))),
    ])
    const today = this.button('', this.wordsValue[3] ?? '', () => this.choose(this.today))
    calendar.replaceChildren(header, this.days(focused, lang), make('footer', {}, [today]))
    calendar.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  private openCalendar(): HTMLElement {
    const calendar = make('div', {
      class: 'calendar',
      role: 'dialog',
      'aria-label': this.wordsValue[0] ?? '',
    })
    calendar.addEventListener('keydown', (event) => this.onKey(event))
    this.element.append(calendar)
    document.addEventListener('click', this.onOutside)
    this.openTarget.setAttribute('aria-expanded', 'true')
    this.calendar = calendar
    return calendar
  }

  private days(focused: string, lang: string): HTMLElement {
    const [year, month] = partsOf(focused)
    const chosen = readTyped(this.fieldTarget.value)
    const weekday = new Intl.DateTimeFormat(lang, { weekday: 'narrow', timeZone: 'UTC' })
    const long = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' })
    const weeks = weeksOf(year, month)
    const head = (weeks[0] ?? []).map((date) =>
      make('th', { scope: 'col' }, [weekday.format(Date.parse(date))]),
    )
    const rows = weeks.map((week) =>
      make(
        'tr',
        {},
        week.map((date) => {
          const button = this.button(long.format(Date.parse(date)), String(partsOf(date)[2]), () =>
            this.choose(date),
          )
          button.dataset.date = date
          button.tabIndex = date === focused ? 0 : -1
          if (partsOf(date)[1] !== month) button.dataset.other = ''
          if (date === this.today) button.setAttribute('aria-current', 'date')
          if (date === chosen) button.setAttribute('aria-pressed', 'true')
          return make('td', {}, [button])
        }),
      ),
    )
    return make('table', {}, [make('thead', {}, [make('tr', {}, head)]), make('tbody', {}, rows)])
  }

  private onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.close(true)
    }
    const date = (event.target as HTMLElement).dataset.date
    const step = keySteps[event.key]
    if (!date) return
    const [year, month, day] = partsOf(date)
    if (step) this.show(isoDate(year, month, day + step))
    else if (event.key === 'PageUp') this.show(sameDay(year, month - 1, day))
    else if (event.key === 'PageDown') this.show(sameDay(year, month + 1, day))
    else return
    event.preventDefault()
  }

  private choose(date: string) {
    this.fieldTarget.value = writeTyped(date)
    this.fieldTarget.dispatchEvent(new Event('input', { bubbles: true }))
    this.close(true)
  }

  private close(refocus: boolean) {
    document.removeEventListener('click', this.onOutside)
    this.calendar?.remove()
    this.calendar = null
    this.openTarget.setAttribute('aria-expanded', 'false')
    if (refocus) this.openTarget.focus()
  }

  private button(label: string, text: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    if (label) button.setAttribute('aria-label', label)
    // Redrawing takes the button out of the page before the click arrives there, where it would look like one outside.
    button.addEventListener('click', (event) => {
      event.stopPropagation()
      act()
    })
    return button
  }
}

/** The same day of another month, or its last: 31 January back and forth is not 3 March. */
function sameDay(year: number, month: number, day: number): string {
  const last = partsOf(isoDate(year, month + 1, 0))[2]
  return isoDate(year, month, Math.min(day, last))
}

function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
