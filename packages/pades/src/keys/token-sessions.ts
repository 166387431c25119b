import { PadesError } from '../errors.ts'
import { type Cryptoki, type CryptokiHandle, ck, ckr } from './cryptoki.ts'
import { ckrOf } from './token-errors.ts'

const maxWaiting = 10_000

interface Waiting {
  give(session: CryptokiHandle): void
  refuse(error: unknown): void
}

/** Sessions with one token: one for each signature that is being made, opened as they are needed, up to a bound. */
export class TokenSessions {
  readonly #cryptoki: Cryptoki
  readonly #slot: CryptokiHandle
  readonly #idle: CryptokiHandle[] = []
  readonly #waiting: Waiting[] = []
  #open = 0
  #bound: number
  #closed = false

  constructor(cryptoki: Cryptoki, slot: CryptokiHandle, bound: number) {
    this.#cryptoki = cryptoki
    this.#slot = slot
    this.#bound = bound
  }

  /** @throws errors of the addon; PadesError `token_failed` where too many wait */
  async take(): Promise<CryptokiHandle> {
    const idle = this.#idle.pop()
    if (idle !== undefined) return idle
    const opened = this.#open < this.#bound ? this.#tryOpen() : null
    if (opened !== null) return opened
    if (this.#waiting.length >= maxWaiting)
      throw new PadesError('token_failed', 'too many signatures wait for the token', { waiting: maxWaiting })
    return new Promise((give, refuse) => this.#waiting.push({ give, refuse }))
  }

  /** Takes a session back that can be used again. */
  giveBack(session: CryptokiHandle): void {
    const next = this.#waiting.shift()
    if (this.#closed) this.#close(session)
    else if (next === undefined) this.#idle.push(session)
    else next.give(session)
  }

  /**
   * Closes a session in which something failed: an operation may still be open in it. The next is opened first, because
   * a token forgets its login with its last session.
   */
  discard(session: CryptokiHandle): void {
    const wanted = !this.#closed && (this.#open === 1 || this.#waiting.length > 0)
    const before = wanted ? this.#replacement() : null
    this.#close(session)
    this.#open -= 1
    // A token of one session only has room when that is closed.
    const next = before ?? (wanted && this.#open === 0 ? this.#replacement() : null)
    if (next !== null) this.giveBack(next)
  }

  #replacement(): CryptokiHandle | null {
    try {
      return this.#openOne()
    } catch (error) {
      // Nobody is left who could bring a session back to those who wait.
      if (this.#open === 0) for (const waiting of this.#waiting.splice(0)) waiting.refuse(error)
      return null
    }
  }

  /** Closes what is idle; what is in use is closed when it comes back. Who waits gets `reason`. */
  close(reason: unknown): void {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0)) waiting.refuse(reason)
    for (const session of this.#idle.splice(0)) this.#close(session)
  }

  // A token may have fewer sessions than it says, or another program has some of them.
  #tryOpen(): CryptokiHandle | null {
    try {
      return this.#openOne()
    } catch (error) {
      if (ckrOf(error) !== ckr.sessionCount || this.#open === 0) throw error
      this.#bound = this.#open
      return null
    }
  }

  #openOne(): CryptokiHandle {
    const session = this.#cryptoki.C_OpenSession(this.#slot, ck.serialSession)
    this.#open += 1
    return session
  }

  #close(session: CryptokiHandle): void {
    try {
      this.#cryptoki.C_CloseSession(session)
    } catch {
      // It is gone with its token.
    }
  }
}
