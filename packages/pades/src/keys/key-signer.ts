import { constants, createPublicKey, type KeyObject, sign as signOnce } from 'node:crypto'
import type { HashName } from '../algorithms.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { type AlgorithmChoice, chooseAlgorithm } from './algorithm.ts'
import type { SignatureScheme, Signer } from './signer.ts'

export interface KeySignerOptions extends AlgorithmChoice {
  readonly key: KeyObject
  /** DER. */
  readonly certificate: Uint8Array
  /** DER, nearest first. */
  readonly issuers?: readonly Uint8Array[]
}

/**
 * Signs with a private key in memory: RSA of 2048 bits and more, P-256, P-384, P-521.
 *
 * @throws PadesError `certificate_malformed`, `key_mismatch` where the certificate is not the key's, `key_too_weak`,
 *   `algorithm_not_allowed`
 */
export function keySigner({ key, certificate, issuers = [], ...choice }: KeySignerOptions): Signer {
  const parsed = parseCertificate(certificate)
  if (!belongsTo(parsed, key))
    throw new PadesError(
      'key_mismatch',
      `the certificate of ${parsed.subject.display} is not that of the key`,
      {
        certificate: parsed.subject.display,
      },
    )
  const pssOnly = key.asymmetricKeyType === 'rsa-pss'
  const { scheme, hash } = chooseAlgorithm(parsed.key, choice, pssOnly)
  const sign = signWith(key, scheme, hash)
  if (pssOnly) tryOnce(sign, hash)
  return { certificate: parsed.der, issuers: [...issuers], scheme, hash, sign }
}

/** Whether a certificate holds the public half of a private key. */
export function belongsTo(certificate: Certificate, key: KeyObject): boolean {
  return certificate.publicKey?.equals(createPublicKey(key)) ?? false
}

/** One call of OpenSSL and nothing around it: this is called for each signature. */
function signWith(key: KeyObject, scheme: SignatureScheme, hash: HashName): (data: Uint8Array) => Uint8Array {
  if (scheme !== 'rsa-pss') return (data) => signOnce(hash, data, key)
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants
  const pssKey = { key, padding, saltLength }
  return (data) => signOnce(hash, data, pssKey)
}

// A key for RSASSA-PSS may carry the one hash and the least salt that it signs with; OpenSSL refuses all else.
function tryOnce(sign: (data: Uint8Array) => Uint8Array, hash: HashName): void {
  try {
    sign(Buffer.from('trial'))
  } catch (cause) {
    throw new PadesError(
      'algorithm_not_allowed',
      `the key does not sign with ${hash}`,
      { algorithm: hash },
      { cause },
    )
  }
}
