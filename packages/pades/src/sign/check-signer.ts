import { judgeAlgorithm } from '../algorithms.ts'
import type { SigningIdentity } from '../cms/build.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { judgeDocumentPurpose } from '../x509/purpose.ts'

const read = new WeakMap<Uint8Array, Certificate>()

/** A signer's certificate, read once for each `Signer`. @throws PadesError `certificate_malformed` */
export function certificateOf({ certificate }: SigningIdentity): Certificate {
  const known = read.get(certificate)
  if (known !== undefined) return known
  const parsed = parseCertificate(certificate)
  read.set(certificate, parsed)
  return parsed
}

/**
 * Looks at a certificate before anything is signed with it (TT15/2025/TT-BKHCN, art. 5 and annex II, 1.1, 1.3 and 1.4),
 * as far as it can be looked at alone.
 *
 * @throws PadesError `certificate_not_valid_now`, `certificate_not_for_signing`, `key_too_weak`,
 *   `algorithm_not_allowed`
 */
export function checkSigner(identity: SigningIdentity, at: Date): Certificate {
  const certificate = certificateOf(identity)
  const { notBefore, notAfter, key } = certificate
  if (!certificate.isValidAt(at))
    throw refusal('certificate_not_valid_now', certificate, 'is not valid at that time', {
      at: at.toISOString(),
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
    })
  const purpose = judgeDocumentPurpose(certificate)
  if (!purpose.ok)
    throw refusal('certificate_not_for_signing', certificate, 'is not for documents', {
      reason: purpose.reason,
    })
  const algorithm = judgeAlgorithm({ hash: identity.hash, scheme: identity.scheme, key }, at)
  if (algorithm.ok) return certificate
  const { reason, what } = algorithm
  const isKey = reason === 'key_too_short' || reason === 'curve_not_allowed'
  throw refusal(isKey ? 'key_too_weak' : 'algorithm_not_allowed', certificate, `has ${what}`, {
    algorithm: what,
  })
}

/** An error about a certificate, with its name. */
export function refusal(
  code: PadesError['code'],
  { subject }: Certificate,
  what: string,
  details: Readonly<Record<string, string>> = {},
): PadesError {
  const name = subject.find('CN') ?? subject.display
  return new PadesError(code, `The certificate of ${name} ${what}`, { certificate: name, ...details })
}
