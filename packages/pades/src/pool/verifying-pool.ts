import type { EvidenceService } from '../services/evidence-service.ts'
import type { GivenEvidence } from '../verify/evidence.ts'
import type { FileReport } from '../verify/report.ts'
import { workerUrl } from '../worker-url.ts'
import type { TrustStore } from '../x509/path.ts'
import { Crew } from './crew.ts'
import { callsOf, type SentStore, sendStores } from './home-services.ts'
import { withFile } from './lane.ts'
import { crewSettings, type PoolOptions } from './pool-options.ts'

export interface VerifyingPoolOptions extends PoolOptions {
  /** Whom to trust, as in `verify`. */
  readonly trust: readonly TrustStore[]
  /** Asked from the thread that made the pool for what files do not carry; left out, nobody is asked. */
  readonly services?: EvidenceService
}

export interface PooledVerifyOptions {
  /** The time as of which it is judged: now, as a rule. */
  readonly at: Date
  /** Certificates, CRLs and OCSP answers from elsewhere. */
  readonly given?: GivenEvidence
  /** Takes the job back, also while it is being done: `AbortSignal.timeout(…)` bounds what a hostile file may cost. */
  readonly signal?: AbortSignal
}

export interface VerifyingSettings {
  readonly trust: readonly SentStore[]
  readonly asksServices: boolean
}

export type VerifyingJob = { readonly options: Omit<PooledVerifyOptions, 'signal'> } & (
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }
)

/** Judges files on all cores and leaves the thread free that asks for it. Close it when done. */
export class VerifyingPool implements AsyncDisposable {
  readonly #crew: Crew<null, VerifyingJob, FileReport>

  constructor(crew: Crew<null, VerifyingJob, FileReport>) {
    this.#crew = crew
  }

  /** How many files wait, without those that are being judged. */
  get waiting(): number {
    return this.#crew.waiting
  }

  /**
   * Judges a PDF in memory, as `verify` does; for its bytes holds what `SigningPool.sign` says.
   *
   * @throws PadesError `pool_full`, `pool_closed`; `pool_worker_died`, also where the file wants more memory than a thread
   *   has; the signal's reason
   */
  verify(pdf: Uint8Array, { signal, ...options }: PooledVerifyOptions): Promise<FileReport> {
    return this.#crew.run(
      (lane) => withFile(lane, pdf, (bytes): VerifyingJob => ({ kind: 'bytes', bytes, options })),
      signal,
    )
  }

  /** Judges a file on the disk of whatever size. @throws as `verify` does; the errors of `node:fs` */
  verifyFile(path: string, { signal, ...options }: PooledVerifyOptions): Promise<FileReport> {
    return this.#crew.run(() => ({ kind: 'file', path, options }), signal)
  }

  /** Takes no more files, waits for those that it has, and ends its threads. */
  close(): Promise<void> {
    return this.#crew.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** Opens a pool that judges files against the same stores. */
export async function verifyingPool(options: VerifyingPoolOptions): Promise<VerifyingPool> {
  const { trust, services } = options
  const { crew } = await Crew.open<null, VerifyingJob, FileReport>({
    ...crewSettings(options),
    module: workerUrl('verifying-worker', import.meta.url),
    settings: { trust: sendStores(trust), asksServices: services !== undefined } satisfies VerifyingSettings,
    calls: callsOf({ services }),
  })
  return new VerifyingPool(crew)
}
