import type { SigningIdentity } from '../cms/build.ts'
import type { EvidenceService } from '../services/evidence-service.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { parseCrl } from '../x509/crl.ts'
import { parseOcsp } from '../x509/ocsp.ts'
import { type FoundPath, findPath, type NoPath, type TrustStore } from '../x509/path.ts'
import { judgeRevocation, type RevocationEvidence } from '../x509/revocation.ts'
import { certificateOf, refusal } from './check-signer.ts'

/** How the signer's certificate is checked before it signs. */
export interface SignerCheck {
  readonly trust: readonly TrustStore[]
  /** DER of what is at hand. */
  readonly certificates?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  readonly ocsps?: readonly Uint8Array[]
  /** Asked for what is not at hand; left out, nobody is asked. */
  readonly services?: EvidenceService
}

/** What could not be checked before signing, for the signer to be told (TT15/2025/TT-BKHCN, annex II, 1.2). */
export interface SignWarning {
  readonly code: 'path_not_checked' | 'revocation_not_checked' | 'revocation_unknown'
  /** Of whose certificate; common name. */
  readonly certificate: string
}

/** What is to be said where nothing was there to check the certificate with. */
export function uncheckedWarnings(certificate: Certificate): readonly SignWarning[] {
  const name = nameOf(certificate)
  return [
    { code: 'path_not_checked', certificate: name },
    { code: 'revocation_not_checked', certificate: name },
  ]
}

/**
 * Checks the path of a signer's certificate and that none of it is revoked, as of `at`.
 *
 * @returns the certificates whose status could not be found out
 * @throws PadesError `certificate_path_broken`, `certificate_revoked`, and `der_malformed` where what was given is none
 */
export async function checkPath(
  identity: SigningIdentity,
  at: Date,
  check: SignerCheck,
): Promise<readonly SignWarning[]> {
  const certificate = certificateOf(identity)
  const candidates = [...identity.issuers, ...(check.certificates ?? [])].map(parseCertificate)
  const path = await searchPath(certificate, at, check, candidates)
  if (path.kind === 'no_path')
    throw refusal('certificate_path_broken', path.at, `has no path: ${path.reason}`, { reason: path.reason })
  const expired = path.outOfTime.find((one) => one.certificate !== path.certificates.at(-1))
  if (expired !== undefined)
    throw refusal('certificate_path_broken', expired.certificate, 'has run out', { reason: expired.state })
  const status = new StatusCheck(at, check, candidates)
  const warnings: SignWarning[] = []
  for (const [place, one] of path.certificates.slice(0, -1).entries()) {
    const issuer = path.certificates[place + 1]
    if (issuer === undefined || (await status.isGood(one, issuer))) continue
    warnings.push({ code: 'revocation_unknown', certificate: nameOf(one) })
  }
  return warnings
}

const mostFetched = 8

async function searchPath(
  certificate: Certificate,
  at: Date,
  { trust: stores, services }: SignerCheck,
  candidates: Certificate[],
): Promise<FoundPath | NoPath> {
  for (let fetched = 0; ; fetched++) {
    const found = findPath({ certificate, candidates, stores, at })
    if (found.kind === 'path' || services === undefined || fetched >= mostFetched) return found
    const issuers = await services.issuersOf(found.at)
    const added = issuers.filter((issuer) => !candidates.some((one) => one.equals(issuer)))
    if (added.length === 0) return found
    candidates.push(...added)
  }
}

class StatusCheck {
  readonly #at: Date
  readonly #check: SignerCheck
  readonly #certificates: Certificate[]
  readonly #crls: RevocationEvidence['crls'][number][]
  readonly #ocsps: RevocationEvidence['ocsps'][number][] = []

  constructor(at: Date, check: SignerCheck, certificates: Certificate[]) {
    this.#at = at
    this.#check = check
    this.#certificates = certificates
    this.#crls = (check.crls ?? []).map((der) => ({ crl: parseCrl(der), origin: 'given' }))
    for (const der of check.ocsps ?? []) {
      const { answer } = parseOcsp(der, parseCertificate)
      if (answer === null) continue
      this.#ocsps.push({ answer, origin: 'given' })
      this.#certificates.push(...answer.certificates)
    }
  }

  /** False where nobody says. @throws PadesError `certificate_revoked` */
  async isGood(certificate: Certificate, issuer: Certificate): Promise<boolean> {
    if (this.#judge(certificate, issuer)) return true
    if (this.#check.services === undefined) return false
    const { crls, ocsps } = await this.#check.services.revocationOf(certificate, issuer)
    this.#crls.push(...crls.map((crl) => ({ crl, origin: 'service' as const })))
    for (const answer of ocsps) {
      this.#ocsps.push({ answer, origin: 'service' })
      this.#certificates.push(...answer.certificates)
    }
    return this.#judge(certificate, issuer)
  }

  #judge(certificate: Certificate, issuer: Certificate): boolean {
    const { status, revokedAt } = judgeRevocation({
      certificate,
      issuer,
      certificates: this.#certificates,
      stores: this.#check.trust,
      at: this.#at,
      now: this.#at,
      evidence: { crls: this.#crls, ocsps: this.#ocsps },
    })
    if (status === 'revoked')
      throw refusal('certificate_revoked', certificate, 'is revoked', {
        revokedAt: revokedAt?.toISOString() ?? '',
      })
    return status === 'good'
  }
}

const nameOf = ({ subject }: Certificate): string => subject.find('CN') ?? subject.display
