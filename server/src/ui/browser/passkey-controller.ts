import { Controller } from '@hotwired/stimulus'

/** Asks the server what to sign, has the device sign it, and sends the form with the answer. It judges nothing. */
export class PasskeyController extends Controller<HTMLElement> {
  static override targets = ['answer', 'button', 'problem', 'without']
  static override values = { askAt: String, purpose: String, failed: String }
  declare readonly answerTarget: HTMLInputElement
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly problemTarget: HTMLElement
  declare readonly withoutTargets: HTMLElement[]
  declare readonly askAtValue: string
  declare readonly purposeValue: string
  declare readonly failedValue: string

  override connect() {
    const works = 'PublicKeyCredential' in window
    this.buttonTarget.hidden = !works
    for (const words of this.withoutTargets) words.hidden = works
  }

  async start() {
    this.problemTarget.hidden = true
    this.buttonTarget.disabled = true
    try {
      const answered = await this.ask()
      if ('problem' in answered) {
        this.say(answered.problem)
        return
      }
      this.answerTarget.value = JSON.stringify(await this.sign(answered.options))
      this.answerTarget.form?.requestSubmit()
    } catch {
      this.say(this.failedValue)
    } finally {
      this.buttonTarget.disabled = false
    }
  }

  private async ask(): Promise<{ options: never } | { problem: string }> {
    const response = await fetch(this.askAtValue, {
      method: 'POST',
      body: new URLSearchParams({ purpose: this.purposeValue }),
    })
    if (!response.ok) throw new Error(`asked in vain: ${response.status}`)
    return response.json()
  }

  // Loaded when it is needed: most visits never use it.
  private async sign(optionsJSON: never): Promise<unknown> {
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    return this.purposeValue === 'register'
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON })
  }

  private say(words: string) {
    this.problemTarget.textContent = words
    this.problemTarget.hidden = false
  }
}
