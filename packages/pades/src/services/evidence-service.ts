import type { Certificate } from '../x509/certificate.ts'
import type { Crl } from '../x509/crl.ts'
import type { OcspAnswer } from '../x509/ocsp.ts'

/** Revocation data that a service gave, not judged yet. */
export interface FetchedEvidence {
  readonly crls: readonly Crl[]
  readonly ocsps: readonly OcspAnswer[]
}

/** Where certificates and their status are asked for. Nothing is thrown where a service fails: it gives what it has. */
export interface EvidenceService {
  /** The certificates that the certificate says its issuer can be had from (RFC 5280, 4.2.2.1). */
  issuersOf(certificate: Certificate): Promise<readonly Certificate[]>
  revocationOf(certificate: Certificate, issuer: Certificate): Promise<FetchedEvidence>
}
