import { hash } from 'node:crypto'
import { attributeOids, findSingle, readAdobeRevocation } from '../cms/attributes.ts'
import type { SignedData } from '../cms/signed-data.ts'
import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, type PdfObject, PdfStream } from '../pdf/objects.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { CertificateCache } from '../x509/certificate-cache.ts'
import { type Crl, parseCrl } from '../x509/crl.ts'
import { type OcspAnswer, parseOcsp } from '../x509/ocsp.ts'
import type { EvidenceOrigin } from '../x509/revocation.ts'

/** What was given beside the file; DER. */
export interface GivenEvidence {
  readonly certificates?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  readonly ocsps?: readonly Uint8Array[]
}

const mostItems = 10_000

/** All certificates, lists and answers at hand, of whomever they speak; each read once. */
export class Evidence {
  readonly crls: { readonly crl: Crl; origin: EvidenceOrigin }[] = []
  readonly ocsps: { readonly answer: OcspAnswer; origin: EvidenceOrigin }[] = []
  readonly certificates: Certificate[] = []
  readonly cache: CertificateCache
  /** Items that could not be read. */
  malformed = 0
  readonly #seen = new Set<string>()
  /** By their SHA-256: what was given and is in the file as well counts as the file's own. */
  readonly #given = new Map<string, { origin: EvidenceOrigin }>()

  constructor(cache: CertificateCache) {
    this.cache = cache
  }

  addCertificate(der: Uint8Array): void {
    if (this.#isNew(`certificate ${hash('sha256', der, 'hex')}`))
      this.#read(() => this.certificates.push(this.cache.parse(der)))
  }

  addCertificates(certificates: readonly Certificate[]): void {
    for (const certificate of certificates)
      if (this.#isNew(`certificate ${certificate.sha256}`)) this.certificates.push(certificate)
  }

  addCrl(der: Uint8Array, origin: EvidenceOrigin): void {
    this.#once('crl', der, origin, () => {
      const entry = { crl: parseCrl(der), origin }
      this.crls.push(entry)
      return entry
    })
  }

  addOcsp(der: Uint8Array, origin: EvidenceOrigin): void {
    this.#once('ocsp', der, origin, () => {
      const { answer } = parseOcsp(der, this.cache.parse)
      if (answer === null) return null
      const entry = { answer, origin }
      this.ocsps.push(entry)
      this.addCertificates(answer.certificates)
      return entry
    })
  }

  addGiven({ certificates = [], crls = [], ocsps = [] }: GivenEvidence): void {
    for (const der of certificates) this.addCertificate(der)
    for (const der of crls) this.addCrl(der, 'given')
    for (const der of ocsps) this.addOcsp(der, 'given')
  }

  addFetched(crls: readonly Crl[], ocsps: readonly OcspAnswer[]): void {
    for (const crl of crls) this.crls.push({ crl, origin: 'service' })
    for (const answer of ocsps) {
      this.ocsps.push({ answer, origin: 'service' })
      this.addCertificates(answer.certificates)
    }
  }

  /** What a signature carries: certificates, lists, answers, also in Adobe's own attribute (ISO 32000-2, 12.8.3.3.2). */
  addSigned(data: SignedData): void {
    this.addCertificates(data.certificates)
    for (const der of data.crls) this.addCrl(der, 'signature')
    for (const der of data.ocsps) this.addOcsp(der, 'signature')
    const value = this.#read(() =>
      findSingle(data.signers[0]?.signedAttributes ?? [], attributeOids.adobeRevocation),
    )
    if (value === null || value === undefined) return
    const adobe = this.#read(() => readAdobeRevocation(value))
    for (const der of adobe?.crls ?? []) this.addCrl(der, 'signature')
    for (const der of adobe?.ocsps ?? []) this.addOcsp(der, 'signature')
  }

  /** The document security store (EN 319 142-1, 5.4.2) as of the last revision, and what VRI name besides. */
  addStore(file: PdfFile): boolean {
    const store = file.resolve(file.catalog().get('DSS'))
    if (!(store instanceof PdfDict)) return false
    this.#addStreams(file, store)
    const perSignature = file.resolve(store.get('VRI'))
    if (perSignature instanceof PdfDict)
      for (const [key, value] of perSignature.entries) {
        const vri = key === 'Type' ? null : file.resolve(value)
        if (vri instanceof PdfDict) this.#addStreams(file, vri)
      }
    return true
  }

  #addStreams(file: PdfFile, dict: PdfDict): void {
    for (const key of ['Certs', 'Cert'])
      for (const der of streamsIn(file, dict.get(key))) this.addCertificate(der)
    for (const key of ['CRLs', 'CRL'])
      for (const der of streamsIn(file, dict.get(key))) this.addCrl(der, 'file')
    for (const key of ['OCSPs', 'OCSP'])
      for (const der of streamsIn(file, dict.get(key))) this.addOcsp(der, 'file')
  }

  #isNew(key: string): boolean {
    if (this.#seen.has(key) || this.#seen.size >= mostItems) return false
    this.#seen.add(key)
    return true
  }

  #once(
    kind: string,
    der: Uint8Array,
    origin: EvidenceOrigin,
    add: () => { origin: EvidenceOrigin } | null,
  ): void {
    const key = `${kind} ${hash('sha256', der, 'hex')}`
    const known = this.#given.get(key)
    if (known !== undefined) known.origin = origin
    if (!this.#isNew(key)) return
    const entry = this.#read(add)
    if (entry !== null && origin === 'given') this.#given.set(key, entry)
  }

  #read<Result>(read: () => Result): Result | null {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof PadesError)) throw error
      this.malformed += 1
      return null
    }
  }
}

function streamsIn(file: PdfFile, value: PdfObject): readonly Uint8Array[] {
  const list = file.resolve(value)
  if (!Array.isArray(list)) return []
  return list.slice(0, mostItems).flatMap((item) => {
    const stream = file.resolve(item)
    return stream instanceof PdfStream ? [file.decode(stream).bytes] : []
  })
}
