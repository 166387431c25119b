import { hash as digestOf } from 'node:crypto'
import { type DerPart, encode, octetString, oid, sequence, tagged, unsigned } from '../der/write.ts'
import type { Certificate } from './certificate.ts'
import { nonceOid } from './ocsp.ts'
import { hashAlgorithm } from './write-algorithm.ts'

export interface OcspQuestion {
  readonly certificate: Certificate
  readonly issuer: Certificate
  /** 16 bytes and more that were never sent before, of whoever asks; none where prepared answers are welcome. */
  readonly nonce?: Uint8Array
  /** By which the issuer is named: SHA-1 is what every responder knows, and nothing hangs on its strength. */
  readonly hash?: 'sha1' | 'sha256'
}

/** An OCSPRequest about one certificate (RFC 6960, 4.1.1; RFC 8954). */
export function buildOcspRequest(question: OcspQuestion): Uint8Array {
  const { nonce } = question
  const extension = (value: Uint8Array): DerPart =>
    tagged(2, sequence(sequence(oid(nonceOid), octetString(octetString(value)))))
  const request = sequence(sequence(certificateId(question)))
  return encode(sequence(sequence(request, ...(nonce === undefined ? [] : [extension(nonce)]))))
}

/** CertID (RFC 6960, 4.1.1). */
export function certificateId({ certificate, issuer, hash = 'sha1' }: OcspQuestion): DerPart {
  return sequence(
    hashAlgorithm(hash),
    octetString(digestOf(hash, issuer.subject.raw, 'buffer')),
    octetString(digestOf(hash, issuer.publicKeyInfo.bits, 'buffer')),
    unsigned(certificate.serialBytes),
  )
}
