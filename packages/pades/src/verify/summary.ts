import type { Certificate } from '../x509/certificate.ts'
import type { CertificateSummary } from './report.ts'

/** What is shown of a certificate (TT15/2025, article 6, clause 4). */
export function summaryOf(certificate: Certificate): CertificateSummary {
  const { subject, issuer, key } = certificate
  return {
    subject: subject.display,
    commonName: subject.find('CN'),
    organisation: subject.find('O'),
    issuer: issuer.display,
    serial: certificate.serial,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    sha256: certificate.sha256,
    key: key.kind === 'rsa' ? `RSA ${key.bits}` : key.name,
  }
}
