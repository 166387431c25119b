import { setTimeout as delay } from 'node:timers/promises'

export const titleMark = 'Bản nháp giữa lúc máy hỏng'

/** A work that a writer registered and then edited; ids are there once the server has acknowledged the act. */
export interface Draft {
  readonly title: string
  id?: string
  isEdited?: boolean
}

interface Answer {
  readonly status: number
  readonly body: { readonly id?: string; readonly version?: number; readonly code?: string }
}

/**
 * Writers who register and edit drafts over HTTP, one act after the other, each with a key of its own. An act without an
 * answer, or with one that it should come again, is sent again under the same key until it is acknowledged.
 */
export class Load {
  readonly drafts: Draft[] = []
  /** When acts were acknowledged, in milliseconds of this process. */
  readonly acknowledgedAt: number[] = []
  readonly refusedWith = new Map<string, number>()
  #isOn = true
  readonly #writing: Promise<unknown>
  readonly #url: string
  readonly #token: string

  constructor(url: string, token: string, writers: number) {
    this.#url = url
    this.#token = token
    this.#writing = Promise.all(Array.from({ length: writers }, (_, writer) => this.#write(writer)))
  }

  /** Lets every writer finish the act that they are at. @throws where an act was answered as it never should be */
  async stop(): Promise<void> {
    this.#isOn = false
    await this.#writing
  }

  async #write(writer: number): Promise<void> {
    for (let count = 0; this.#isOn; count += 1) {
      const draft: Draft = { title: `${titleMark} ${writer}-${count}` }
      this.drafts.push(draft)
      const registered = await this.#act('POST', '/works', `ha-${writer}-${count}-register`, {
        year: 2022,
        ownerKind: 'collective',
        title: draft.title,
      })
      draft.id = registered.body.id ?? ''
      await this.#act('PUT', `/works/${draft.id}`, `ha-${writer}-${count}-edit`, {
        version: registered.body.version ?? 1,
        title: `${draft.title} (đã sửa)`,
      })
      draft.isEdited = true
    }
  }

  async #act(method: string, path: string, key: string, body: object): Promise<Answer> {
    for (;;) {
      const answer = await this.#send(method, path, key, body)
      if (answer.status === 200 || answer.status === 201) {
        this.acknowledgedAt.push(performance.now())
        return answer
      }
      // A lost draft would show here: as one that cannot be found.
      if (answer.status !== 0 && answer.status < 500)
        throw new Error(`${method} ${path} was answered ${answer.status} ${answer.body.code}`)
      const name = answer.status === 0 ? 'no answer' : `${answer.status} ${answer.body.code ?? ''}`.trim()
      this.refusedWith.set(name, (this.refusedWith.get(name) ?? 0) + 1)
      await delay(100)
    }
  }

  async #send(method: string, path: string, key: string, body: object): Promise<Answer> {
    try {
      const answer = await fetch(`${this.#url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      })
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json') === true
      return { status: answer.status, body: isJson ? (JSON.parse(text) as Answer['body']) : {} }
    } catch {
      return { status: 0, body: {} }
    }
  }

  /** Waits until an act is acknowledged that was not yet when this was called. */
  async next(seconds: number, count = 1): Promise<void> {
    const before = this.acknowledgedAt.length
    const giveUpAt = performance.now() + seconds * 1000
    while (this.acknowledgedAt.length < before + count) {
      if (performance.now() > giveUpAt) throw new Error(`no act was acknowledged within ${seconds} s`)
      await delay(20)
    }
  }

  /** The longest time in seconds between two acts that were acknowledged, from `since` on. */
  longestGap(since: number): number {
    const times = this.acknowledgedAt.filter((time) => time >= since)
    return Math.max(...times.map((time, index) => time - (times[index - 1] ?? since))) / 1000
  }
}
