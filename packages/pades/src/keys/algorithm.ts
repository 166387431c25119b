import { acceptedRsaBits, type HashName, type KeyKind } from '../algorithms.ts'
import { PadesError } from '../errors.ts'
import type { SignatureScheme } from './signer.ts'

/** What a caller may choose; what he leaves out follows the key. */
export interface AlgorithmChoice {
  /** For RSA only; an elliptic curve has one scheme. */
  readonly scheme?: SignatureScheme | undefined
  readonly hash?: HashName | undefined
}

const curveHashes = new Map<string, HashName>([
  ['P-256', 'sha256'],
  ['P-384', 'sha384'],
  ['P-521', 'sha512'],
])

// P-192 and P-224, which the table of curves does not name.
const weakCurves = ['1.2.840.10045.3.1.1', '1.3.132.0.33']

const rsaFloorBits = Math.min(...acceptedRsaBits.map(({ bits }) => bits))
// From here a collision of SHA-256 would be easier to find than the key.
const longRsaBits = 4096

/**
 * How a key signs: PKCS #1 v1.5 for RSA where nothing else is asked, the hash by the key's size.
 *
 * @param pssOnly of an RSA key whose own identifier allows PSS alone
 * @throws PadesError `key_too_weak`, `algorithm_not_allowed`
 */
export function chooseAlgorithm(
  key: KeyKind,
  { scheme, hash }: AlgorithmChoice,
  pssOnly = false,
): { readonly scheme: SignatureScheme; readonly hash: HashName } {
  const usual = usualHash(key)
  const chosen = scheme ?? (key.kind === 'ec' ? 'ecdsa' : pssOnly ? 'rsa-pss' : 'rsa-pkcs1')
  const fits = (chosen === 'ecdsa') === (key.kind === 'ec') && (!pssOnly || chosen === 'rsa-pss')
  if (!fits) throw notAllowed(key, chosen)
  return { scheme: chosen, hash: hash ?? usual }
}

function usualHash(key: KeyKind): HashName {
  if (key.kind === 'rsa' && key.bits < rsaFloorBits) throw tooWeak(key)
  if (key.kind === 'ec' && weakCurves.includes(key.name)) throw tooWeak(key)
  if (key.kind === 'rsa') return key.bits >= longRsaBits ? 'sha512' : 'sha256'
  const hash = curveHashes.get(key.name)
  if (hash === undefined) throw notAllowed(key, key.name)
  return hash
}

const tooWeak = ({ name, bits }: KeyKind): PadesError =>
  new PadesError('key_too_weak', `a key ${name} of ${bits} bits is too weak to sign with`, {
    key: name,
    bits,
  })

const notAllowed = ({ name }: KeyKind, algorithm: string): PadesError =>
  new PadesError('algorithm_not_allowed', `a key ${name} does not sign by ${algorithm} here`, {
    key: name,
    algorithm,
  })
