import { PadesError } from '../errors.ts'
import { openPdf } from '../pdf/document.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import type { EvidenceService } from '../services/evidence-service.ts'
import type { TimestampSource } from '../services/timestamp-source.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import type { GivenEvidence } from '../verify/evidence.ts'
import { type JudgedFile, type JudgedSignature, judgeFile } from '../verify/judge-file.ts'
import { CertificateCache } from '../x509/certificate-cache.ts'
import type { TrustStore } from '../x509/path.ts'
import { AppendedFile } from './appended-file.ts'
import { appendedSource } from './appended-source.ts'
import { documentTimestamp } from './document-timestamp.ts'
import { storeObjects } from './dss.ts'
import { checkExtendable, hasTime, isBroken, isOpen } from './extendable.ts'
import type { Level } from './levels.ts'
import { needsRenewal } from './renewal.ts'
import { collectValidationData } from './validation-data.ts'

export interface ExtendOptions {
  readonly to: Exclude<Level, 'B-B'>
  /** By whom the chains are trusted whose data are kept. */
  readonly trust: readonly TrustStore[]
  readonly timestamp: TimestampSource
  /** Asked for certificates and their status; what it gives is put into the file. */
  readonly evidence?: EvidenceService
  /** Certificates, CRLs and OCSP answers from elsewhere; what is needed of them is put into the file. */
  readonly given?: GivenEvidence
  readonly now: Date
  /** How long before its end a proof of time is renewed; 90 days where it is left out. */
  readonly renewWithinMs?: number
  /** Certificates read before; pass one for many files. */
  readonly cache?: CertificateCache
}

/** One update that was appended. */
export type ExtendStep = 'timestamp' | 'validation_data' | 'archival_timestamp'

/** A file with what makes its signatures last longer. */
export class Extended extends AppendedFile {
  /** What was done, in order; nothing where the file was as wished already. */
  readonly done: readonly ExtendStep[]

  constructor(source: ByteSource, appended: Uint8Array, done: readonly ExtendStep[]) {
    super(source, appended)
    this.done = done
  }
}

const dayMs = 86_400_000

/**
 * Lifts all signatures of a file to a level (EN 319 142-1, 6), by updates alone: a document time-stamp where nothing
 * proves the time, the validation data of every chain, a time-stamp over those. At B-LTA the last time-stamp is renewed
 * before it weakens. What is there already is not done again, and then nobody is asked.
 *
 * @throws PadesError `not_signed`; `signature_not_valid` where a signature is not sound or the file was changed beyond
 *   what is allowed; `certificate_path_broken` and `revocation_unknown` where B-LT cannot be reached; `service_…`; where
 *   the file cannot be read
 */
export async function extend(pdf: Uint8Array | ByteSource, options: ExtendOptions): Promise<Extended> {
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  const extension = new Extension(source, options)
  await extension.run()
  return new Extended(source, Buffer.concat(extension.appended), extension.done)
}

class Extension {
  readonly appended: Uint8Array[] = []
  readonly done: ExtendStep[] = []
  readonly #options: ExtendOptions
  readonly #cache: CertificateCache
  #source: ByteSource

  constructor(source: ByteSource, options: ExtendOptions) {
    this.#source = source
    this.#options = options
    this.#cache = options.cache ?? new CertificateCache()
  }

  async run(): Promise<void> {
    const { to } = this.#options
    if (this.#isReached(await this.#judge('file_alone'))) return
    let judged = await this.#judge('with_services')
    checkExtendable(judged, to)
    if (!judged.signatures.every((one) => hasTime(one, judged.signatures))) {
      await this.#stamp('timestamp')
      judged = await this.#judge('with_services')
    }
    if (to === 'B-T') return
    await this.#store(judged)
    if (to === 'B-LT') return
    await this.#stamp('archival_timestamp')
    // The data of the last time-stamp are there as a rule, because the one before it was of the same authority.
    const last = await this.#judge('file_alone')
    if (last.signatures.some(isOpen)) await this.#store(await this.#judge('with_services'))
  }

  #isReached({ signatures }: JudgedFile): boolean {
    const { to, now, renewWithinMs = 90 * dayMs } = this.#options
    if (signatures.length === 0 || signatures.some(isBroken)) return false
    if (to === 'B-T') return signatures.every((one) => hasTime(one, signatures))
    const levels = to === 'B-LT' ? ['B-LT', 'B-LTA'] : ['B-LTA']
    const isThere = (one: JudgedSignature) => one.found.isTimestamp || levels.includes(one.longevity)
    if (signatures.some(isOpen) || !signatures.every(isThere)) return false
    const reports = { signatures: signatures.map(({ report }) => report) }
    return to === 'B-LT' || needsRenewal(reports, now, renewWithinMs) === null
  }

  #judge(how: 'file_alone' | 'with_services'): Promise<JudgedFile> {
    const { trust, now, evidence, given } = this.#options
    const more =
      how === 'file_alone' ? {} : { ...(evidence && { services: evidence }), ...(given && { given }) }
    return judgeFile(openPdf(this.#source), { trust, at: now, cache: this.#cache, ...more })
  }

  async #stamp(step: 'timestamp' | 'archival_timestamp'): Promise<void> {
    this.#append(step, await documentTimestamp(this.#source, this.#options.timestamp))
  }

  /** Puts into the store what it does not have yet of all that proves the signatures. */
  async #store(judged: JudgedFile): Promise<void> {
    checkExtendable(judged, 'B-LT')
    const { bySignature, missing } = await collectValidationData(judged)
    const [name] = missing
    if (name !== undefined)
      throw new PadesError('revocation_unknown', `Nothing is known of the status of ${name}`, {
        certificate: name,
      })
    const entries = [...bySignature].map(([{ found }, data]) => ({
      contents: found.dictionary.contents?.bytes ?? new Uint8Array(0),
      data,
    }))
    const objects = storeObjects(judged.file, entries, this.#options.now)
    if (objects.length > 0) this.#append('validation_data', writeUpdate(judged.file, objects).appended)
  }

  #append(step: ExtendStep, bytes: Uint8Array): void {
    this.done.push(step)
    this.appended.push(bytes)
    this.#source = appendedSource(this.#source, bytes)
  }
}
