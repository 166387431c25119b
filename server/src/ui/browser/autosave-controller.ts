import { Controller } from '@hotwired/stimulus'

const quietMs = 2500

interface Answer {
  readonly revision?: number
  readonly savedAt?: string
  readonly isOutdated?: boolean
  readonly code?: string
  readonly detail?: string
  readonly errors?: readonly { readonly params?: { readonly revision?: number; readonly savedAt?: string } }[]
}

/** Keeps what is typed into a form on the server while it is being typed, and says when. What the server refuses is told. */
export class AutosaveController extends Controller<HTMLFormElement> {
  static override targets = ['status']
  static override values = { url: String, form: String, base: Number, revision: Number }
  declare readonly urlValue: string
  declare readonly formValue: string
  declare readonly baseValue: number
  declare revisionValue: number
  declare readonly statusTarget: HTMLElement
  private readonly windowKey = crypto.randomUUID()
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private again = false
  private stopped = false

  private readonly onInput = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), quietMs)
  }
  private readonly onHidden = () => {
    if (document.visibilityState === 'hidden' && this.timer !== undefined) void this.save()
  }
  // What is sent now is kept by its own act.
  private readonly onSubmit = () => {
    clearTimeout(this.timer)
    this.timer = undefined
    this.stopped = true
  }
  private readonly onSubmitted = () => {
    this.stopped = false
  }

  override connect() {
    this.element.addEventListener('input', this.onInput)
    this.element.addEventListener('change', this.onInput)
    this.element.addEventListener('submit', this.onSubmit)
    this.element.addEventListener('turbo:submit-end', this.onSubmitted)
    document.addEventListener('visibilitychange', this.onHidden)
  }

  override disconnect() {
    clearTimeout(this.timer)
    this.element.removeEventListener('input', this.onInput)
    this.element.removeEventListener('change', this.onInput)
    this.element.removeEventListener('submit', this.onSubmit)
    this.element.removeEventListener('turbo:submit-end', this.onSubmitted)
    document.removeEventListener('visibilitychange', this.onHidden)
  }

  private async save(): Promise<void> {
    this.timer = undefined
    if (this.stopped) return
    // One after the other: the server tells by the number which writing this window knows of.
    if (this.sending) {
      this.again = true
      return
    }
    this.sending = true
    try {
      const answer = await fetch(this.urlValue, {
        method: 'PUT',
        keepalive: document.visibilityState === 'hidden',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(this.typed()),
      })
      this.tell(answer.status, (await answer.json()) as Answer)
    } catch {
      this.say(this.words('failed'))
    } finally {
      this.sending = false
      if (this.again) {
        this.again = false
        this.onInput()
      }
    }
  }

  private typed() {
    const fields = [...new FormData(this.element)].filter(
      (one): one is [string, string] => typeof one[1] === 'string',
    )
    return {
      form: this.formValue,
      baseVersion: this.baseValue,
      window: this.windowKey,
      revision: this.revisionValue,
      fields,
    }
  }

  private tell(status: number, answer: Answer) {
    if (answer.revision !== undefined && answer.savedAt !== undefined) {
      this.revisionValue = answer.revision
      this.say(this.words(answer.isOutdated ? 'outdated' : 'saved', answer.savedAt))
      if (!answer.isOutdated) this.dispatch('saved')
    } else if (status === 401) {
      this.say(this.words('signedOut'), this.signInLink())
    } else if (answer.code === 'typing_elsewhere') {
      const { revision, savedAt } = answer.errors?.[0]?.params ?? {}
      this.say(this.words('elsewhere', savedAt), this.takeButton(revision ?? 0))
    } else {
      this.say(answer.detail ?? this.words('failed'))
    }
  }

  private words(name: string, at?: string): string {
    const { language = 'vi' } = this.statusTarget.dataset
    const time =
      at === undefined
        ? ''
        : new Date(at).toLocaleTimeString(language === 'vi' ? 'vi-VN' : 'en-GB', {
            hour: '2-digit',
            minute: '2-digit',
            timeZone: 'Asia/Ho_Chi_Minh',
          })
    return (this.statusTarget.dataset[name] ?? '').replace('{time}', time)
  }

  private say(text: string, act?: HTMLElement) {
    // The same words again are not read out again.
    if (act === undefined && this.statusTarget.textContent === text) return
    this.statusTarget.replaceChildren(text, ...(act === undefined ? [] : [' ', act]))
  }

  /** Goes on here: the next writing takes the place of the other window's, which was named. */
  private takeButton(revision: number): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary button-small'
    button.textContent = this.words('take')
    button.addEventListener('click', () => {
      this.revisionValue = revision
      void this.save()
    })
    return button
  }

  private signInLink(): HTMLElement {
    const link = document.createElement('a')
    link.href = '/dang-nhap'
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = this.words('signIn')
    return link
  }
}
