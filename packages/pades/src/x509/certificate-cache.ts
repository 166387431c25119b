import { hash } from 'node:crypto'
import { type Certificate, parseCertificate } from './certificate.ts'

/**
 * Certificates that were read before, by their SHA-256. The same bytes give the same object, which remembers its key
 * and whose signatures it has been found to bear: a path that was checked once costs microseconds the next time.
 */
export class CertificateCache {
  readonly #max: number
  readonly #known = new Map<string, Certificate>()

  /** @param max how many are kept; the one that was added first makes room */
  constructor(max = 1024) {
    this.#max = max
  }

  /** @throws PadesError `certificate_malformed` */
  readonly parse = (der: Uint8Array): Certificate => {
    const key = hash('sha256', der, 'binary')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // A copy, or one certificate would keep the whole file in memory that it was in.
    const certificate = parseCertificate(Buffer.from(der))
    this.#known.set(key, certificate)
    if (this.#known.size > this.#max) {
      const oldest = this.#known.keys().next()
      if (!oldest.done) this.#known.delete(oldest.value)
    }
    return certificate
  }
}
