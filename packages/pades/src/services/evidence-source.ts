import { PadesError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { CertificateCache } from '../x509/certificate-cache.ts'
import type { Crl } from '../x509/crl.ts'
import { purposeOids } from '../x509/purpose.ts'
import { AnswerCache, type Fetched } from './answer-cache.ts'
import { askable } from './ask.ts'
import { crlUrls, fetchCrl } from './crl.ts'
import type { EvidenceService, FetchedEvidence } from './evidence-service.ts'
import type { Fetcher } from './fetcher.ts'
import { fetchIssuers, issuerUrls } from './issuers.ts'
import { askOcsp } from './ocsp.ts'
import { attempt, failedAttempt, judgeAnswer, type StatusAttempt, withResponderChecked } from './status.ts'

export interface EvidenceOptions {
  readonly fetcher: Fetcher
  readonly now: () => Date
  /** Shared by sources where it is given. */
  readonly cache?: AnswerCache
  readonly certificates?: CertificateCache
  /** For one question; ten seconds where it is left out. */
  readonly timeoutMs?: number
  /** How long an answer is given again at most, however long it says that it is good; ten minutes where left out. */
  readonly keepMs?: number
  /** How long a service that did not answer is left alone; half a minute where it is left out. */
  readonly restMs?: number
}

/** An EvidenceService that tells what became of each question. */
export interface EvidenceSource extends EvidenceService {
  /** All that was asked for a certificate's status, in order; the last is the one that decided. */
  statusOf(certificate: Certificate, issuer: Certificate): Promise<readonly StatusAttempt[]>
}

const mostPlaces = 4

/**
 * Certificates and their status from the services that certificates name: OCSP first, lists after it where that does not
 * decide. Each answer is checked before it counts; none is asked for again while it is good, nor twice at once.
 */
export function evidenceSource(options: EvidenceOptions): EvidenceSource {
  const asker = new Asker(options)
  const statusOf = async (certificate: Certificate, issuer: Certificate) => {
    const attempts: StatusAttempt[] = []
    for await (const one of asker.attempts(certificate, issuer)) attempts.push(one)
    return attempts
  }
  return {
    statusOf,
    revocationOf: async (certificate, issuer) => evidenceIn(await statusOf(certificate, issuer)),
    issuersOf: (certificate) => asker.issuersOf(certificate),
  }
}

function evidenceIn(attempts: readonly StatusAttempt[]): FetchedEvidence {
  return {
    crls: attempts.flatMap(({ crl }) => (crl === null ? [] : [crl])),
    ocsps: attempts.flatMap(({ ocsp }) => (ocsp === null ? [] : [ocsp])),
  }
}

type FetchedList = { readonly crl: Crl } | { readonly failure: StatusAttempt }

class Asker {
  readonly #fetcher: Fetcher
  readonly #now: () => Date
  readonly #cache: AnswerCache
  readonly #certificates: CertificateCache
  readonly #timeoutMs: number
  readonly #keepMs: number
  readonly #restMs: number

  constructor(options: EvidenceOptions) {
    this.#fetcher = options.fetcher
    this.#now = options.now
    this.#cache = options.cache ?? new AnswerCache()
    this.#certificates = options.certificates ?? new CertificateCache()
    this.#timeoutMs = options.timeoutMs ?? 10_000
    this.#keepMs = options.keepMs ?? 10 * 60_000
    this.#restMs = options.restMs ?? 30_000
  }

  async *attempts(certificate: Certificate, issuer: Certificate): AsyncGenerator<StatusAttempt> {
    // An answer about a responder would be by that responder: for him there are lists (RFC 6960, 4.2.2.2.1).
    const isResponder = certificate.extensions.extendedKeyUsage?.includes(purposeOids.ocspSigning) === true
    // A responder may have forgotten what has run out, a list may remember it.
    const wantsBoth = certificate.notAfter < this.#now()
    const roads = [this.#byOcsp(certificate, issuer), this.#byList(certificate, issuer)]
    for (const road of isResponder ? roads.reverse() : roads)
      for await (const one of road) {
        yield one
        const decided = one.result === 'revoked' || (one.result === 'good' && !wantsBoth)
        if (decided) return
        if (one.result === 'good') break
      }
  }

  async *#byOcsp(certificate: Certificate, issuer: Certificate): AsyncGenerator<StatusAttempt> {
    const urls = askable(certificate.extensions.ocspUrls).slice(0, mostPlaces)
    if (urls.length === 0) yield attempt('ocsp', null, 'not_offered')
    for (const url of urls) {
      const key = `ocsp ${url} ${issuer.sha256} ${certificate.sha256}`
      yield await this.#cache.get(key, this.#now(), () => this.#askOcsp(url, certificate, issuer))
    }
  }

  async #askOcsp(
    url: string,
    certificate: Certificate,
    issuer: Certificate,
  ): Promise<Fetched<StatusAttempt>> {
    const first = await askOcsp({
      fetcher: this.#fetcher,
      url,
      certificate,
      issuer,
      now: this.#now,
      timeoutMs: this.#timeoutMs,
      parse: this.#certificates.parse,
    })
    const value = await this.#withResponderChecked(first, issuer)
    const { ocsp } = value
    if (ocsp === null) return { value, sizeBytes: 1024, until: this.#resting() }
    const until = this.#until(ocsp.find(certificate, issuer)?.nextUpdate ?? null)
    return { value, sizeBytes: ocsp.der.length, until }
  }

  async #withResponderChecked(one: StatusAttempt, issuer: Certificate): Promise<StatusAttempt> {
    if (one.uncheckedResponder === null) return one
    for await (const { crl } of this.#byList(one.uncheckedResponder, issuer))
      if (crl !== null) return withResponderChecked(one, issuer, crl, this.#now())
    return one
  }

  async *#byList(certificate: Certificate, issuer: Certificate): AsyncGenerator<StatusAttempt> {
    const urls = crlUrls(certificate).slice(0, mostPlaces)
    if (urls.length === 0) yield attempt('crl', null, 'not_offered')
    for (const url of urls) {
      const list = await this.#cache.get(`crl ${url}`, this.#now(), () => this.#fetchList(url))
      if ('failure' in list) yield list.failure
      else {
        const { result, why } = judgeAnswer({ certificate, issuer }, this.#now(), list)
        const counts = result === 'good' || result === 'revoked'
        yield attempt('crl', url, result, { why, crl: counts ? list.crl : null })
      }
    }
  }

  async #fetchList(url: string): Promise<Fetched<FetchedList>> {
    try {
      const crl = await fetchCrl(this.#fetcher, url, this.#timeoutMs)
      return { value: { crl }, sizeBytes: crl.der.length, until: this.#until(crl.nextUpdate) }
    } catch (error) {
      return { value: { failure: failedAttempt('crl', url, error) }, sizeBytes: 1024, until: this.#resting() }
    }
  }

  async issuersOf(certificate: Certificate): Promise<readonly Certificate[]> {
    for (const url of issuerUrls(certificate).slice(0, mostPlaces)) {
      const key = `issuers ${url} ${certificate.sha256}`
      const found = await this.#cache.get(key, this.#now(), () => this.#fetchIssuers(url, certificate))
      if (found.length > 0) return found
    }
    return []
  }

  async #fetchIssuers(url: string, child: Certificate): Promise<Fetched<readonly Certificate[]>> {
    try {
      const parse = this.#certificates.parse
      const value = await fetchIssuers(this.#fetcher, url, child, this.#timeoutMs, parse)
      const sizeBytes = value.reduce((sum, { der }) => sum + der.length, 0)
      return { value, sizeBytes, until: this.#until(new Date(8.64e15)) }
    } catch (error) {
      if (!(error instanceof PadesError)) throw error
      return { value: [], sizeBytes: 1024, until: this.#resting() }
    }
  }

  #until(nextUpdate: Date | null): Date | null {
    if (nextUpdate === null) return null
    return new Date(Math.min(nextUpdate.getTime(), this.#now().getTime() + this.#keepMs))
  }

  #resting(): Date {
    return new Date(this.#now().getTime() + this.#restMs)
  }
}
