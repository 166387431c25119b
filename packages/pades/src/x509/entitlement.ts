import { judgeAlgorithm } from '../algorithms.ts'
import type { Certificate } from './certificate.ts'
import type { Crl } from './crl.ts'
import { keyUsages } from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import type { OcspAnswer, SingleAnswer } from './ocsp.ts'
import { findPath, type TrustStore } from './path.ts'
import { judgeResponderPurpose } from './purpose.ts'

/** Why a CRL or an OCSP answer that is about a certificate does not count. */
export type EvidenceRefusal =
  | 'wrong_issuer'
  | 'signature_wrong'
  | 'weak_algorithm'
  | 'not_entitled'
  | 'issuer_not_valid_then'
  | 'unknown_critical_extension'
  | 'delta'
  | 'indirect'
  | 'other_scope'
  | 'malformed'
  | 'status_unknown'
  | 'from_the_future'
  | 'too_old'
  | 'after_expiry'
  | 'responder_revoked'

/** What is needed to find out who signed an item. */
export interface EntitlementQuestion {
  readonly certificate: Certificate
  readonly issuer: Certificate
  /** Where a signer's certificate may be found. */
  readonly certificates: readonly Certificate[]
  readonly stores: readonly TrustStore[]
}

// Certificates of one name with different keys: two while a key is renewed, any number where a file is made to cost time.
const maxSigners = 8

type Entitled = { readonly signer: Certificate } | { readonly refused: EvidenceRefusal }

/** Who signed the list, and whether he may speak for the certificate (RFC 5280, 6.3.3 b to g). */
export function entitleCrl(crl: Crl, question: EntitlementQuestion): Entitled {
  const { certificate, issuer, certificates } = question
  const { issuingPoint, isDelta, unknownCritical } = crl.fields
  if (!crl.issuer.equals(certificate.issuer)) return { refused: 'wrong_issuer' }
  if (unknownCritical.length > 0) return { refused: 'unknown_critical_extension' }
  if (isDelta) return { refused: 'delta' }
  if (issuingPoint !== null) {
    // Another issuer's lists are named by points of the certificate that nobody in the country uses.
    if (issuingPoint.indirect) return { refused: 'indirect' }
    if (!isInScope(crl, certificate)) return { refused: 'other_scope' }
  }
  const others = certificates.filter((one) => one.subject.equals(crl.issuer) && !one.equals(issuer))
  const signer = [issuer, ...others].slice(0, maxSigners).find((one) => crl.isSignedBy(one))
  if (signer === undefined) return { refused: 'signature_wrong' }
  return mayIssueList(signer, crl, question) ?? { signer }
}

function mayIssueList(
  signer: Certificate,
  crl: Crl,
  { issuer, certificates, stores }: EntitlementQuestion,
): { refused: EvidenceRefusal } | null {
  const { keyUsage } = signer.extensions
  if (keyUsage !== null && (keyUsage & keyUsages.cRLSign) === 0) return { refused: 'not_entitled' }
  const { hash, scheme } = crl.fields.signatureAlgorithm
  if (!judgeAlgorithm({ hash, scheme, key: signer.key }, crl.thisUpdate).ok)
    return { refused: 'weak_algorithm' }
  if (!signer.isValidAt(crl.thisUpdate)) return { refused: 'issuer_not_valid_then' }
  if (signer === issuer) return null
  // Another key of the same name must hang on the same anchor as the certificate's issuer (6.3.3 f).
  const pathOf = (certificate: Certificate) =>
    findPath({ certificate, candidates: certificates, stores, at: crl.thisUpdate })
  const [own, wanted] = [pathOf(signer), pathOf(issuer)]
  const same =
    own.kind === 'path' &&
    wanted.kind === 'path' &&
    own.certificates.at(-1)?.equals(wanted.certificates.at(-1) as Certificate) === true
  return same ? null : { refused: 'not_entitled' }
}

/** Whether the list says that it covers certificates like this one (RFC 5280, 6.3.3 b 2). */
function isInScope(crl: Crl, certificate: Certificate): boolean {
  const { issuingPoint } = crl.fields
  if (issuingPoint === null) return true
  const isAuthority = certificate.extensions.basicConstraints?.ca === true
  if (issuingPoint.onlyAttributes) return false
  if (issuingPoint.onlyUsers && isAuthority) return false
  if (issuingPoint.onlyAuthorities && !isAuthority) return false
  if (issuingPoint.names.length === 0) return true
  const named = certificate.extensions.crlPoints.flatMap(({ names }) => names)
  return issuingPoint.names.some((name) => named.some((other) => isSameName(name, other)))
}

function isSameName(a: GeneralName, b: GeneralName): boolean {
  if (a.form === 'uri') return b.form === 'uri' && a.value === b.value
  return a.form === 'directory' && b.form === 'directory' && a.name.equals(b.name)
}

/** Who signed the answer, and whether he may (RFC 6960, 4.2.2.2): the issuer, or whom he has named for it himself. */
export function entitleOcsp(
  answer: OcspAnswer,
  single: SingleAnswer,
  question: EntitlementQuestion,
): Entitled {
  const { issuer, certificates } = question
  if (answer.fields.unknownCritical.length + single.unknownCritical.length > 0)
    return { refused: 'unknown_critical_extension' }
  const candidates = [issuer, ...answer.certificates, ...certificates].filter((one) => answer.isBy(one))
  if (candidates.length === 0) return { refused: 'wrong_issuer' }
  const signer = candidates.slice(0, maxSigners).find((one) => answer.isSignedBy(one))
  if (signer === undefined) return { refused: 'signature_wrong' }
  const { hash, scheme } = answer.fields.signatureAlgorithm
  if (!judgeAlgorithm({ hash, scheme, key: signer.key }, answer.producedAt).ok)
    return { refused: 'weak_algorithm' }
  if (!signer.isValidAt(answer.producedAt)) return { refused: 'issuer_not_valid_then' }
  if (signer.equals(issuer)) return { signer }
  return isDelegated(signer, issuer, answer.producedAt) ? { signer } : { refused: 'not_entitled' }
}

function isDelegated(signer: Certificate, issuer: Certificate, at: Date): boolean {
  const { hash, scheme } = signer.signatureAlgorithm
  return (
    judgeResponderPurpose(signer).ok &&
    signer.extensions.unknownCritical.length === 0 &&
    signer.issuer.equals(issuer.subject) &&
    judgeAlgorithm({ hash, scheme, key: issuer.key }, at).ok &&
    signer.isSignedBy(issuer)
  )
}
