import type { CscClient } from './csc-client.ts'
import type { AuthorizationFactor, RemoteCredential } from './csc-credential.ts'
import { refused } from './csc-credential.ts'

/** What a person is asked before a remote key signs. */
export interface AuthorizationRequest {
  readonly credentialId: string
  /** What the service calls the key. */
  readonly description: string | null
  /** Which of the factors are wanted together, such as `PIN AND OTP`. */
  readonly expression: string | null
  readonly factors: readonly AuthorizationFactor[]
  /** For how many signatures. */
  readonly signatures: number
}

/** The value of each factor by its id. */
export type AuthorizationAnswer = Readonly<Record<string, string>>

export interface AuthorizationOptions {
  /** Asks a person; needed where the key is authorised explicitly. */
  readonly authorize?: (request: AuthorizationRequest) => Promise<AuthorizationAnswer> | AuthorizationAnswer
  /** For how many signatures one authorisation is asked for, as far as the service lets; 1 where nothing is said. */
  readonly signaturesPerAuthorization?: number
  readonly now: () => Date
}

/** A right to sign (Signature Activation Data), used for one signature. */
export interface Activation {
  readonly sad: string
  /** Whether it was asked for on behalf of this signature. */
  readonly fresh: boolean
}

// The API's own (11.6), less what the way takes.
const usualSeconds = 3600
const marginMs = 5000

interface Granted {
  readonly sad: string
  readonly endsAtMs: number
  left: number
}

/** Gets the right to sign, and keeps what is left of it. */
export class Authorizer {
  readonly #client: CscClient
  readonly #credential: RemoteCredential
  readonly #hashOid: string
  readonly #options: AuthorizationOptions
  #granted: Granted | null = null
  /** A person is asked one thing at a time. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    client: CscClient,
    credential: RemoteCredential,
    hashOid: string,
    options: AuthorizationOptions,
  ) {
    this.#client = client
    this.#credential = credential
    this.#hashOid = hashOid
    this.#options = options
  }

  /**
   * @param hash base64
   * @throws PadesError as `CscClient.post`; what the callback throws
   */
  activate(hash: string): Promise<Activation> {
    const turn = this.#last.then(() => this.#activate(hash))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Forgets a right that the service does not accept any more. */
  drop(sad: string): void {
    if (this.#granted?.sad === sad) this.#granted = null
  }

  async #activate(hash: string): Promise<Activation> {
    const kept = this.#granted
    if (kept !== null && kept.left > 0 && this.#options.now().getTime() < kept.endsAtMs) {
      kept.left -= 1
      return { sad: kept.sad, fresh: false }
    }
    const granted = await this.#ask(hash)
    granted.left -= 1
    this.#granted = granted
    return { sad: granted.sad, fresh: true }
  }

  async #ask(hash: string): Promise<Granted> {
    const { boundToHash, multisign, id } = this.#credential
    const signatures = boundToHash ? 1 : Math.min(this.#options.signaturesPerAuthorization ?? 1, multisign)
    const answer = await this.#askPerson(signatures)
    const granted = await this.#client.post(
      'credentials/authorize',
      {
        credentialID: id,
        numSignatures: signatures,
        ...(signatures === 1 ? { hashes: [hash], hashAlgorithmOID: this.#hashOid } : {}),
        ...(answer === null
          ? {}
          : { authData: Object.entries(answer).map(([id, value]) => ({ id, value })) }),
      },
      Object.values(answer ?? {}),
    )
    const seconds = granted.optionalCount('expiresIn') ?? usualSeconds
    const endsAtMs = this.#options.now().getTime() + seconds * 1000 - marginMs
    return { sad: granted.text('SAD'), endsAtMs, left: signatures }
  }

  async #askPerson(signatures: number): Promise<AuthorizationAnswer | null> {
    const { mode, id, description, expression, factors } = this.#credential
    if (mode === 'implicit') return null
    const { authorize } = this.#options
    if (authorize === undefined)
      throw refused('auth_missing', 'the remote key wants a PIN or a code, and nobody is asked')
    return authorize({ credentialId: id, description, expression, factors, signatures })
  }
}
