import { type ChainJudgement, type Ground, judgeChain, nameOf } from '../verify/chain.ts'
import type { JudgedFile, JudgedSignature } from '../verify/judge-file.ts'
import type { RevocationReport } from '../verify/report.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Crl } from '../x509/crl.ts'
import type { OcspAnswer } from '../x509/ocsp.ts'

/** What proves one signature: all certificates of its chains, and what says of each but the anchors that it was good. */
export interface ValidationData {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Crl[]
  readonly ocsps: readonly OcspAnswer[]
}

/** What is at hand for each signature of a file, and the names of certificates of whose status nothing is. */
export interface CollectedData {
  readonly bySignature: ReadonlyMap<JudgedSignature, ValidationData>
  readonly missing: readonly string[]
}

/**
 * Gathers what judging a file came upon (EN 319 142-1, 5.4): for the chain of each signer, of each time-stamp authority
 * and of each responder in whose answers that is found.
 */
export async function collectValidationData({ ground, signatures }: JudgedFile): Promise<CollectedData> {
  const bySignature = new Map<JudgedSignature, ValidationData>()
  const missing = new Set<string>()
  for (const one of signatures) {
    const collection = new Collection(ground, missing)
    const { chain, timestamps } = one.judged
    if (chain !== null) await collection.add(chain.path, chain.revocation)
    for (const timestamp of timestamps) await collection.add(timestamp.path, timestamp.revocation)
    bySignature.set(one, collection)
  }
  return { bySignature, missing: [...missing] }
}

// A responder's responder is a list's issuer as a rule; the third in a row is nobody's.
const deepest = 3

class Collection implements ValidationData {
  readonly #ground: Ground
  readonly #missing: Set<string>
  readonly #certificates = new Map<string, Certificate>()
  readonly #crls = new Set<Crl>()
  readonly #ocsps = new Set<OcspAnswer>()

  constructor(ground: Ground, missing: Set<string>) {
    this.#ground = ground
    this.#missing = missing
  }

  get certificates(): readonly Certificate[] {
    return [...this.#certificates.values()]
  }

  get crls(): readonly Crl[] {
    return [...this.#crls]
  }

  get ocsps(): readonly OcspAnswer[] {
    return [...this.#ocsps]
  }

  async add(path: readonly Certificate[], revocation: readonly RevocationReport[], depth = 0): Promise<void> {
    for (const certificate of path) this.#certificates.set(certificate.sha256, certificate)
    for (const [place, certificate] of path.slice(0, -1).entries()) {
      const issuer = path[place + 1]
      const report = revocation.find(({ certificateSha256 }) => certificateSha256 === certificate.sha256)
      if (issuer === undefined) continue
      if (report === undefined || report.source === null) this.#missing.add(nameOf(certificate))
      else if (report.source === 'crl') this.#addLists(certificate, report)
      else await this.#addAnswers(certificate, issuer, report, depth)
    }
  }

  #addLists(certificate: Certificate, { thisUpdate }: RevocationReport): void {
    for (const { crl } of this.#ground.evidence.crls)
      if (crl.issuer.equals(certificate.issuer) && crl.thisUpdate.toISOString() === thisUpdate)
        this.#crls.add(crl)
  }

  async #addAnswers(
    certificate: Certificate,
    issuer: Certificate,
    { thisUpdate }: RevocationReport,
    depth: number,
  ): Promise<void> {
    for (const { answer } of this.#ground.evidence.ocsps) {
      if (answer.find(certificate, issuer)?.thisUpdate.toISOString() !== thisUpdate) continue
      if (this.#ocsps.has(answer)) continue
      this.#ocsps.add(answer)
      await this.#addResponder(answer, issuer, depth)
    }
  }

  /** A responder that the issuer named is judged as others are, unless it says of itself that nobody need. */
  async #addResponder(answer: OcspAnswer, issuer: Certificate, depth: number): Promise<void> {
    const candidates = [...answer.certificates, ...this.#ground.evidence.certificates]
    const responder = candidates.find((one) => answer.isBy(one) && answer.isSignedBy(one))
    if (responder === undefined || responder.equals(issuer) || depth >= deepest) return
    this.#certificates.set(responder.sha256, responder)
    if (responder.extensions.ocspNoCheck) return
    const chain = await this.#judgeResponder(responder, answer)
    const own = chain.revocation.filter(({ certificateSha256 }) => certificateSha256 === responder.sha256)
    await this.add(chain.path.slice(0, 2), own, depth + 1)
  }

  #judgeResponder(certificate: Certificate, { producedAt }: OcspAnswer): Promise<ChainJudgement> {
    return judgeChain(this.#ground, { certificate, at: producedAt, isProven: true, claimedAt: null })
  }
}
