import type { HashName } from '../algorithms.ts'

/** How a key makes its signature value. */
export type SignatureScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'

/**
 * A private key wherever it is: in a file, a token, a module or behind a service.
 *
 * `sign` gets the DER of the signed attributes (RFC 5652, 5.4: with the tag of a SET) **not hashed yet**; the signer
 * hashes them with `hash` itself, because Node's own `crypto.sign` does and a token may. It gives the value as CMS
 * wants it: for RSA as long as the modulus, for ECDSA the DER of `Ecdsa-Sig-Value` (RFC 5480), not r‖s. RSA-PSS uses
 * MGF1 with the same hash and a salt as long as the hash.
 */
export interface Signer {
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array
  /** DER of the issuers' certificates that are at hand, nearest first; may be empty. */
  readonly issuers: readonly Uint8Array[]
  readonly scheme: SignatureScheme
  readonly hash: HashName
  /** @throws PadesError where the key cannot be used: wrong PIN, token removed, service refused */
  sign(signedAttributes: Uint8Array): Uint8Array | Promise<Uint8Array>
}
