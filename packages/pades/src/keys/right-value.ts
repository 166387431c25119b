import type { HashName } from '../algorithms.ts'
import { encode, sequence, unsigned } from '../der/write.ts'
import { isSignatureRight } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { SignatureScheme } from './signer.ts'

export const hashBytes: Readonly<Record<HashName, number>> = { sha256: 32, sha384: 48, sha512: 64 }

/**
 * The value of a signature in the form of CMS, when it is right by the certificate's key; else null. What signs out of
 * our sight may take another key, or fail in a way that gives the key away when it is published (a fault in RSA-CRT).
 */
export function rightValue(
  certificate: Certificate,
  { scheme, hash }: { readonly scheme: SignatureScheme; readonly hash: HashName },
  data: Uint8Array,
  value: Uint8Array,
): Uint8Array | null {
  const { publicKey, key } = certificate
  if (publicKey === null) return null
  const algorithm = { scheme, hash, saltLength: hashBytes[hash] }
  const forms = scheme === 'ecdsa' ? ecdsaForms(value, Math.ceil(key.bits / 8)) : [value]
  return forms.find((form) => isSignatureRight(algorithm, publicKey, data, form)) ?? null
}

/** Tokens give r‖s, most services give DER. */
function ecdsaForms(value: Uint8Array, orderBytes: number): readonly Uint8Array[] {
  if (value.length !== 2 * orderBytes) return [value]
  const [r, s] = [value.subarray(0, orderBytes), value.subarray(orderBytes)]
  return [encode(sequence(unsigned(r), unsigned(s))), value]
}
