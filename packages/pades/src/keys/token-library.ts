import { PadesError } from '../errors.ts'
import { type Cryptoki, ck, ckr, newCryptoki } from './cryptoki.ts'
import { ckrOf, tokenError } from './token-errors.ts'

/**
 * One library of PKCS #11, begun at its first user and ended at its last. It is one for the whole process, because
 * its sessions and logins are; so what all of its users must agree on is kept here.
 */
export class TokenLibrary {
  readonly cryptoki: Cryptoki
  /** Grows when the library is begun anew; what was opened before is gone then. */
  generation = 0
  readonly #users = new Set<object>()
  readonly #connected = new Set<object>()
  #begunHere = false
  #running = 0
  #restart: Promise<void> | null = null
  #quiet: (() => void) | null = null

  constructor(cryptoki: Cryptoki) {
    this.cryptoki = cryptoki
  }

  enter(user: object): void {
    this.#users.add(user)
  }

  leave(user: object): void {
    this.#connected.delete(user)
    if (this.#users.delete(user) && this.#users.size === 0) this.#end()
  }

  /** Tells whether a user has a connection that it believes in. */
  setConnected(user: object, connected: boolean): void {
    if (connected) this.#connected.add(user)
    else this.#connected.delete(user)
  }

  /** Begins the library where it is not, because it never was or somebody else ended it. @throws PadesError `token_failed` */
  begin(): void {
    try {
      this.cryptoki.C_Initialize({ flags: ck.osLocking })
      this.#begunHere = true
      this.generation += 1
    } catch (error) {
      if (ckrOf(error) !== ckr.alreadyInitialized) throw tokenError(error, 'beginning')
    }
  }

  /** Runs a call that works on another thread; the library is not ended under it. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    while (this.#restart !== null) await this.#restart
    this.#running += 1
    try {
      return await call()
    } finally {
      this.#running -= 1
      if (this.#running === 0) this.#quiet?.()
    }
  }

  /**
   * Ends the library and begins it anew, because many notice in no other way that a token was put back. Not while a
   * user has a connection: it would have to be asked for its PIN again. Gives whether it was done.
   */
  async restart(): Promise<boolean> {
    if (this.#connected.size > 0 || !this.#begunHere) return false
    this.#restart ??= this.#whenQuiet().then(() => {
      this.#end()
      this.begin()
    })
    try {
      await this.#restart
    } finally {
      this.#restart = null
    }
    return true
  }

  async #whenQuiet(): Promise<void> {
    if (this.#running === 0) return
    await new Promise<void>((resolve) => {
      this.#quiet = resolve
    })
    this.#quiet = null
  }

  #end(): void {
    if (!this.#begunHere) return
    this.#begunHere = false
    try {
      this.cryptoki.C_Finalize()
    } catch (error) {
      if (ckrOf(error) !== ckr.notInitialized) throw tokenError(error, 'ending')
    }
  }
}

const libraries = new Map<string, Promise<TokenLibrary>>()

/** The library at `path`, loaded once. @throws PadesError `token_module_missing`, `token_failed` */
export function tokenLibrary(path: string): Promise<TokenLibrary> {
  const known = libraries.get(path)
  if (known !== undefined) return known
  const loading = load(path)
  libraries.set(path, loading)
  loading.catch(() => libraries.delete(path))
  return loading
}

async function load(path: string): Promise<TokenLibrary> {
  const cryptoki = await newCryptoki()
  try {
    cryptoki.load(path)
  } catch (cause) {
    throw new PadesError(
      'token_failed',
      `the library ${path} of the token cannot be loaded`,
      { library: path },
      { cause },
    )
  }
  return new TokenLibrary(cryptoki)
}
