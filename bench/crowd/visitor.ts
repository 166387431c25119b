import { performance } from 'node:perf_hooks'

/** One thing that somebody asked of the server. */
export interface Asked {
  readonly kind: string
  readonly ms: number
  readonly status: number
  readonly code: string
}

/** An act that the server acknowledged: what was done to what, in the words of the record. */
export interface Acknowledged {
  readonly action: string
  readonly objectId: string
  readonly by: string
}

/** What all visitors of a run did, for the count at the end. */
export class Ledger {
  readonly asked: Asked[] = []
  readonly acknowledged: Acknowledged[] = []
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Somebody at a desk: signs in through the form, opens pages, and acts; each from an address of their own. */
export class Visitor {
  readonly username: string
  readonly #url: string
  readonly #password: string
  readonly #address: string
  readonly #number: number
  readonly #ledger: Ledger
  #cookie = ''
  #acts = 0

  constructor(url: string, username: string, password: string, number: number, ledger: Ledger) {
    this.#url = url
    this.username = username
    this.#password = password
    this.#number = number
    this.#address = `10.20.${Math.floor(number / 200)}.${(number % 200) + 1}`
    this.#ledger = ledger
  }

  async signIn(): Promise<void> {
    const answer = await this.#ask('sign in', 'POST', '/dang-nhap', {
      body: new URLSearchParams({ username: this.username, password: this.#password }).toString(),
      type: 'application/x-www-form-urlencoded',
    })
    if (answer.status !== 303) throw new Error(`${this.username} was not let in: ${answer.status}`)
  }

  /** Opens a page. @returns whether it was shown */
  async open(kind: string, path: string): Promise<boolean> {
    return (await this.#ask(kind, 'GET', path)).status === 200
  }

  async read(kind: string, path: string): Promise<Readonly<Record<string, unknown>>> {
    return (await this.#ask(kind, 'GET', `/api/v1${path}`)).body
  }

  /** Does an act under a key of its own; where the server wants to see the password again, it does. */
  async act(
    action: string,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    objectOf: (answer: Readonly<Record<string, unknown>>) => unknown = (answer) => answer.id,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    this.#acts += 1
    const sent = {
      body: JSON.stringify(body),
      type: 'application/json',
      key: `crowd-${this.#number}-${this.#acts}`,
    }
    let answer = await this.#ask(action, method, `/api/v1${path}`, sent)
    if (answer.body.code === 'fresh_sign_in_needed') {
      await this.signIn()
      answer = await this.#ask(action, method, `/api/v1${path}`, sent)
    }
    if (answer.status !== 200 && answer.status !== 201) return undefined
    const objectId = String(objectOf(answer.body))
    this.#ledger.acknowledged.push({ action, objectId, by: this.username })
    return answer.body
  }

  /** Hands in a paper. @returns the id of the upload */
  async upload(content: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const form = new FormData()
    form.set('file', new Blob([content], { type: 'application/pdf' }), 'van-ban.pdf')
    const { body } = await this.#ask('file.upload', 'POST', '/api/v1/files', { body: form })
    return body.uploadId === undefined ? undefined : String(body.uploadId)
  }

  async #ask(
    kind: string,
    method: string,
    path: string,
    sent: { body?: string | FormData; type?: string; key?: string } = {},
  ): Promise<Answer> {
    const began = performance.now()
    const answer = await this.#send(method, path, sent)
    const ms = performance.now() - began
    this.#ledger.asked.push({ kind, ms, status: answer.status, code: String(answer.body.code ?? '') })
    return answer
  }

  async #send(
    method: string,
    path: string,
    sent: { body?: string | FormData; type?: string; key?: string },
  ): Promise<Answer> {
    try {
      const answer = await fetch(this.#url + path, {
        method,
        redirect: 'manual',
        headers: {
          cookie: this.#cookie,
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': this.#address,
          ...(sent.type === undefined ? {} : { 'content-type': sent.type }),
          ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
        },
        ...(sent.body === undefined ? {} : { body: sent.body }),
        signal: AbortSignal.timeout(30_000),
      })
      const text = await answer.text()
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
      if (path === '/dang-nhap' && cookies.length > 0) this.#cookie = cookies.join('; ')
      const isJson = answer.headers.get('content-type')?.includes('json') === true
      return { status: answer.status, text, body: isJson ? JSON.parse(text) : {} }
    } catch {
      return { status: 0, text: '', body: {} }
    }
  }
}
