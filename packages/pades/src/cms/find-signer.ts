import { hash as digestOf } from 'node:crypto'
import { sameBytes } from '../der/bytes.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { EssCertificate } from './attributes.ts'
import type { SignerIdentifier } from './signed-data.ts'

export type SignerProblem = 'certificate_missing' | 'certificate_ambiguous' | 'ess_missing' | 'ess_mismatch'

/**
 * The signer's certificate by both of its names, the identifier (RFC 5652, 5.3) and `signing-certificate` (RFC 5035,
 * 5.4); the order of certificates means nothing. Without a match the certificate is still given, beside the problem.
 *
 * @param ess what each version of `signing-certificate` names first
 */
export function findSigner(
  identifier: SignerIdentifier,
  ess: readonly EssCertificate[],
  certificates: readonly Certificate[],
): { readonly signer: Certificate | null; readonly problems: readonly SignerProblem[] } {
  const problems: SignerProblem[] = []
  const named = unique(certificates.filter((certificate) => isNamedBy(identifier, certificate)))
  const meant = named.filter((certificate) => ess.every((one) => isMeantBy(one, certificate)))
  if (ess.length === 0) problems.push('ess_missing')
  if (named.length === 0) problems.push('certificate_missing')
  if (named.length > 0 && meant.length === 0) problems.push('ess_mismatch')
  if (meant.length > 1) problems.push('certificate_ambiguous')
  return { signer: meant[0] ?? named[0] ?? null, problems }
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return certificates.filter((one, at) => certificates.findIndex((other) => other.equals(one)) === at)
}

function isNamedBy(identifier: SignerIdentifier, certificate: Certificate): boolean {
  if ('subjectKeyId' in identifier) {
    const keyId = certificate.extensions.subjectKeyId
    return keyId !== null && sameBytes(keyId, identifier.subjectKeyId)
  }
  const { issuer, serialBytes } = identifier
  return sameBytes(certificate.serialBytes, serialBytes) && certificate.issuer.equals(issuer)
}

function isMeantBy(
  { hash, certificateHash, issuer, serialBytes }: EssCertificate,
  certificate: Certificate,
): boolean {
  if (hash === null || !sameBytes(digestOf(hash, certificate.der, 'buffer'), certificateHash)) return false
  if (serialBytes !== null && !sameBytes(serialBytes, certificate.serialBytes)) return false
  return issuer === null || issuer.equals(certificate.issuer)
}
