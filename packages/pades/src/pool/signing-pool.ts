import { rmSync } from 'node:fs'
import type { HashName } from '../algorithms.ts'
import { PadesError } from '../errors.ts'
import { unfinishedOf } from '../sign/appended-file.ts'
import type { SignerCheck } from '../sign/check-path.ts'
import type { TimestampSource } from '../sign/levels.ts'
import type { SignOptions } from '../sign/sign.ts'
import { Signed } from '../sign/signed.ts'
import { bytesSource } from '../source.ts'
import { workerUrl } from '../worker-url.ts'
import { Crew } from './crew.ts'
import { callsOf, type SentStore, sendStores } from './home-services.ts'
import { withFile } from './lane.ts'
import { type HomeKey, openAtHome, type PoolKey, type SentKey } from './pool-key.ts'
import { crewSettings, type PoolOptions } from './pool-options.ts'
import type { PooledLook } from './pooled-look.ts'

export interface SigningPoolOptions extends PoolOptions {
  readonly key: PoolKey
  /** Needed from B-T on. It is asked from the thread that made the pool; a thread waits for its answer. */
  readonly timestamp?: TimestampSource
  /** Against what the certificate is checked before each signature. */
  readonly check?: SignerCheck
}

/** What `sign` takes, as far as it is not the pool's. */
export interface PooledSignOptions extends Omit<SignOptions, 'signer' | 'timestamp' | 'check' | 'look'> {
  /** What is to be seen; nothing where it is left out. */
  readonly look?: PooledLook
  /** Takes the job back, also while it is being done. */
  readonly signal?: AbortSignal
}

/** What was made of a file on the disk. */
export type SignedFile = Pick<Signed, 'sizeBytes' | 'level' | 'warnings'>

/** What a thread gives back: not the file, only what was added to it. */
export type SignedParts = Pick<Signed, 'appended' | 'sizeBytes' | 'level' | 'warnings'>

export interface SigningSettings {
  readonly key: SentKey
  readonly check: (Omit<SignerCheck, 'services' | 'trust'> & { readonly trust: readonly SentStore[] }) | null
  readonly asksServices: boolean
  readonly timestampHash: HashName | null
}

export type SigningJob = {
  readonly options: Omit<PooledSignOptions, 'signal'>
  readonly tokenBytesAtMost: number
} & (
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly from: string; readonly to: string }
)

/** Signs on all cores and leaves the thread free that asks for it. Close it when done. */
export class SigningPool implements AsyncDisposable {
  readonly #crew: Crew<null, SigningJob, SignedParts>
  readonly #key: HomeKey
  readonly #timestamp: TimestampSource | undefined

  constructor(
    crew: Crew<null, SigningJob, SignedParts>,
    key: HomeKey,
    timestamp: TimestampSource | undefined,
  ) {
    this.#crew = crew
    this.#key = key
    this.#timestamp = timestamp
  }

  /** How many files wait, without those that are being signed. */
  get waiting(): number {
    return this.#crew.waiting
  }

  /**
   * Signs a PDF in memory. Its bytes are copied when a thread is free for them, so they must not change until it is
   * signed; bytes in a SharedArrayBuffer are not copied at all.
   *
   * @throws PadesError as `sign` does; `pool_full`, `pool_closed`, `pool_worker_died`; the signal's reason
   */
  async sign(pdf: Uint8Array, { signal, ...options }: PooledSignOptions): Promise<Signed> {
    const { appended, level, warnings } = await this.#crew.run(
      (lane) =>
        withFile(lane, pdf, (bytes): SigningJob => ({ kind: 'bytes', bytes, ...this.#rest(options) })),
      signal,
    )
    return new Signed(bytesSource(pdf), appended, { level, warnings })
  }

  /**
   * Signs a file on the disk of whatever size into another, which appears only when it is whole.
   *
   * @throws as `sign` does; the errors of `node:fs`
   */
  async signFile(from: string, to: string, { signal, ...options }: PooledSignOptions): Promise<SignedFile> {
    try {
      const { sizeBytes, level, warnings } = await this.#crew.run(
        () => ({ kind: 'file', from, to, ...this.#rest(options) }),
        signal,
      )
      return { sizeBytes, level, warnings }
    } catch (error) {
      // A thread that was ended in the midst of writing has cleared nothing away.
      if (wasEnded(error, signal)) rmSync(unfinishedOf(to), { force: true })
      throw error
    }
  }

  /** Takes no more files, waits for those that it has, and ends its threads. */
  async close(): Promise<void> {
    await this.#crew.close()
    await this.#key.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #rest(options: SigningJob['options']): Pick<SigningJob, 'options' | 'tokenBytesAtMost'> {
    return { options, tokenBytesAtMost: this.#timestamp?.tokenBytesAtMost ?? 0 }
  }
}

/**
 * Opens a pool that signs with one key. It is there when each of its threads has the key open.
 *
 * A password is sent to threads and kept for those that replace a dead one; it is in no error.
 *
 * @throws PadesError as the key's own opening does; the errors of `node:fs` where its file cannot be read
 */
export async function signingPool(options: SigningPoolOptions): Promise<SigningPool> {
  const { timestamp, check } = options
  const key = await openAtHome(options.key)
  try {
    const { crew } = await Crew.open<null, SigningJob, SignedParts>({
      ...crewSettings(options),
      module: workerUrl('signing-worker', import.meta.url),
      settings: settingsFor(options, key.sent),
      calls: callsOf({ signer: key.signer, timestamp, services: check?.services }),
    })
    return new SigningPool(crew, key, timestamp)
  } catch (error) {
    await key.close()
    throw error
  }
}

function wasEnded(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || (error instanceof PadesError && error.code === 'pool_worker_died')
}

function settingsFor({ check, timestamp }: SigningPoolOptions, key: SentKey): SigningSettings {
  const timestampHash = timestamp?.hash ?? null
  if (check === undefined) return { key, check: null, asksServices: false, timestampHash }
  const { services, trust, ...given } = check
  const asksServices = services !== undefined
  return { key, check: { ...given, trust: sendStores(trust) }, asksServices, timestampHash }
}
