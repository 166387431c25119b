import type { HashName } from '../algorithms.ts'
import { sameBytes } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import type { SignatureScheme, Signer } from './signer.ts'
import { type Connection, type ConnectionChoice, connect, signWith } from './token-connection.ts'
import { isLost, tokenError } from './token-errors.ts'
import { type TokenLibrary, tokenLibrary } from './token-library.ts'
import { PinAsker, type PinRequest } from './token-pin.ts'

export interface TokenOptions extends ConnectionChoice {
  /** Path of the token's library (PKCS #11), as its maker names it. */
  readonly library: string
  /** Asked when the token is opened, when it was lost and comes back, and for each signature where the key wants it. */
  readonly pin: (request: PinRequest) => Promise<string> | string
}

/** A key on a token or in a security module. Dispose of it when done: that ends its sessions. */
export interface TokenSigner extends Signer, AsyncDisposable {
  readonly tokenLabel: string
  readonly tokenSerial: string
  sign(signedAttributes: Uint8Array): Promise<Uint8Array>
}

/**
 * Opens a key on a token by PKCS #11. When the token is pulled, or loses its sessions, it is opened anew once for the
 * signature at hand, and again for each later one; a PIN that was refused is not tried twice.
 *
 * @throws PadesError `token_module_missing`, `token_not_found`, `token_key_not_found`, `key_ambiguous`,
 *   `token_pin_wrong`, `token_pin_locked`, `token_failed`; `key_too_weak`, `algorithm_not_allowed`, `key_mismatch`
 */
export async function openToken(options: TokenOptions): Promise<TokenSigner> {
  const library = await tokenLibrary(options.library)
  const user = {}
  const pins = new PinAsker(options.pin)
  library.enter(user)
  try {
    const connection = await connect(library, options, pins)
    return new OpenToken({ library, user, options, pins, connection })
  } catch (error) {
    library.leave(user)
    throw tokenError(error, 'opening')
  }
}

interface OpenTokenParts {
  readonly library: TokenLibrary
  readonly user: object
  readonly options: TokenOptions
  readonly pins: PinAsker
  readonly connection: Connection
}

class OpenToken implements TokenSigner {
  readonly certificate: Uint8Array
  readonly issuers: readonly Uint8Array[]
  readonly scheme: SignatureScheme
  readonly hash: HashName
  readonly tokenLabel: string
  readonly tokenSerial: string
  readonly #parts: OpenTokenParts
  readonly #signing = new Set<Promise<unknown>>()
  #connection: Connection | null
  #reconnecting: Promise<Connection> | null = null
  #closed = false

  constructor(parts: OpenTokenParts) {
    const { connection } = parts
    this.#parts = parts
    this.#connection = connection
    this.certificate = connection.certificate.der
    this.issuers = connection.issuers
    this.scheme = connection.scheme
    this.hash = connection.hash
    this.tokenLabel = connection.token.label
    this.tokenSerial = connection.token.serial
    parts.library.setConnected(parts.user, true)
  }

  sign(signedAttributes: Uint8Array): Promise<Uint8Array> {
    const signing = this.#sign(signedAttributes)
    this.#signing.add(signing)
    const done = (): boolean => this.#signing.delete(signing)
    signing.then(done, done)
    return signing
  }

  async #sign(data: Uint8Array): Promise<Uint8Array> {
    if (this.#closed) throw new PadesError('token_failed', 'the token was closed')
    const { library, pins } = this.#parts
    const connection = this.#current() ?? (await this.#reconnect())
    try {
      return await signWith(connection, library, pins, data)
    } catch (error) {
      if (!isLost(error)) throw tokenError(error, 'signing')
      this.#lose(connection, error)
    }
    const again = this.#current() ?? (await this.#reconnect())
    try {
      return await signWith(again, library, pins, data)
    } catch (error) {
      if (isLost(error)) this.#lose(again, error)
      throw tokenError(error, 'signing')
    }
  }

  #current(): Connection | null {
    const connection = this.#connection
    if (connection !== null && connection.generation !== this.#parts.library.generation)
      this.#lose(connection, new PadesError('token_removed', 'the library was begun anew'))
    return this.#connection
  }

  #lose(connection: Connection, reason: unknown): void {
    connection.sessions.close(reason)
    if (this.#connection !== connection) return
    this.#connection = null
    this.#parts.library.setConnected(this.#parts.user, false)
  }

  /** All that wait for the token share one attempt, so that its PIN is tried once. */
  async #reconnect(): Promise<Connection> {
    this.#reconnecting ??= this.#connectAgain()
    try {
      return await this.#reconnecting
    } finally {
      this.#reconnecting = null
    }
  }

  async #connectAgain(): Promise<Connection> {
    const { library, user } = this.#parts
    const connection = await this.#attempt().catch(async (error: unknown) => {
      if (!isAbsent(error) || !(await library.restart())) throw asRemoved(error)
      return this.#attempt().catch((failed: unknown) => {
        throw asRemoved(failed)
      })
    })
    if (!sameBytes(connection.certificate.der, this.certificate)) {
      connection.sessions.close(null)
      throw new PadesError('token_key_not_found', 'another token is there than the one that was opened')
    }
    this.#connection = connection
    library.setConnected(user, true)
    return connection
  }

  #attempt(): Promise<Connection> {
    const { library, options, pins } = this.#parts
    return connect(library, options, pins)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await Promise.allSettled(this.#signing)
    this.#connection?.sessions.close(null)
    this.#connection = null
    this.#parts.library.leave(this.#parts.user)
  }
}

const absentCodes: readonly string[] = ['token_not_found', 'token_key_not_found', 'token_removed']

const isAbsent = (error: unknown): boolean =>
  isLost(error) || (error instanceof PadesError && absentCodes.includes(error.code))

function asRemoved(error: unknown): unknown {
  if (!isAbsent(error)) return tokenError(error, 'opening again')
  return new PadesError('token_removed', 'the token was removed', {})
}
