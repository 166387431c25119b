import { createHash, randomBytes } from 'node:crypto'
import { PadesError } from '../errors.ts'
import { type Cryptoki, type CryptokiHandle, type CryptokiTokenInfo, ck, ckr } from './cryptoki.ts'
import { ckrOf, tokenError } from './token-errors.ts'

export interface PinRequest {
  readonly tokenLabel: string
  /** `open` for the token, `sign` where the key wants the PIN for each signature. */
  readonly purpose: 'open' | 'sign'
  /** How many tries are left before the token locks itself, as far as it says. */
  readonly triesLeft: TriesLeft
}

export type TriesLeft = 'many' | 'few' | 'one'

/** Asks for a PIN and logs in. It keeps no PIN, only a digest of the last that was refused. */
export class PinAsker {
  readonly #ask: (request: PinRequest) => Promise<string> | string
  readonly #salt = randomBytes(16)
  #refused: string | null = null

  constructor(ask: (request: PinRequest) => Promise<string> | string) {
    this.#ask = ask
  }

  /** @throws PadesError `token_pin_wrong`, `token_pin_locked`, `token_failed`; what the callback throws */
  async login(
    cryptoki: Cryptoki,
    session: CryptokiHandle,
    { label, info }: { readonly label: string; readonly info: () => CryptokiTokenInfo },
    purpose: 'open' | 'sign',
  ): Promise<void> {
    const { flags } = info()
    if (flags & ck.pinLocked) throw new PadesError('token_pin_locked', 'the PIN of the token is locked')
    const pin = await this.#ask({ tokenLabel: label, purpose, triesLeft: triesLeft(flags) })
    const digest = createHash('sha256').update(this.#salt).update(pin).digest('hex')
    // Whoever asks for the PIN may keep it, and would lock the token by trying it again and again.
    if (digest === this.#refused) throw wrong(triesLeft(flags))
    try {
      cryptoki.C_Login(session, purpose === 'open' ? ck.user : ck.contextSpecific, pin)
    } catch (error) {
      const code = ckrOf(error)
      if (code === ckr.alreadyLoggedIn) return
      if (code === ckr.pinIncorrect || code === ckr.pinInvalid || code === ckr.pinLength) {
        this.#refused = digest
        throw wrong(triesLeft(info().flags))
      }
      throw tokenError(error, 'login')
    }
  }
}

function triesLeft(flags: number): TriesLeft {
  if (flags & ck.pinFinalTry) return 'one'
  return flags & ck.pinCountLow ? 'few' : 'many'
}

const wrong = (left: TriesLeft): PadesError =>
  new PadesError('token_pin_wrong', 'the PIN of the token is wrong', { triesLeft: left })
