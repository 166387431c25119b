/** The hashes that a new signature may use (TT15/2025, annex I; ETSI TS 119 312). */
export type HashName = 'sha256' | 'sha384' | 'sha512'

/** The hashes that are understood in what is judged, by Node's names; which of them count is in the table below. */
export type KnownHash =
  | HashName
  | 'md5'
  | 'sha1'
  | 'sha224'
  | 'sha512-224'
  | 'sha512-256'
  | 'sha3-224'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'

export type KnownScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'other'

/** What a public key is, as far as its strength goes. */
export interface KeyKind {
  readonly kind: 'rsa' | 'ec' | 'other'
  /** Bits of the modulus or of the curve's order; 0 where not known. */
  readonly bits: number
  /** Name of the curve; of another kind of key its object identifier. */
  readonly name: string
}

/** One signature's algorithms. */
export interface AlgorithmUse {
  readonly hash: KnownHash | null
  readonly scheme: KnownScheme
  readonly key: KeyKind
}

export type AlgorithmVerdict =
  | { readonly ok: true; readonly note: 'rsa_pkcs1' | null }
  | {
      readonly ok: false
      readonly reason: 'hash_weak' | 'hash_unknown' | 'scheme_unknown' | 'key_too_short' | 'curve_not_allowed'
      readonly what: string
    }

/** A rule of the table: good until then, good without an end that is set, or good at no time. */
type Until = string | 'no_end_set' | 'never'

/**
 * What counts, and until when: TT15/2025/TT-BKHCN, annex I, with ETSI TS 119 312 where that is silent. SHA-1 and MD5
 * count at no time: whoever finds a collision today can date the signature as he likes.
 */
export const acceptedHashes: Readonly<Record<KnownHash, Until>> = {
  md5: 'never',
  sha1: 'never',
  sha224: 'never',
  sha256: 'no_end_set',
  sha384: 'no_end_set',
  sha512: 'no_end_set',
  'sha512-224': 'no_end_set',
  'sha512-256': 'no_end_set',
  'sha3-224': 'no_end_set',
  'sha3-256': 'no_end_set',
  'sha3-384': 'no_end_set',
  'sha3-512': 'no_end_set',
}

/** The smallest moduli that count, each until its end; the circular sets 2048 and no end. */
export const acceptedRsaBits: readonly { readonly bits: number; readonly until: Until }[] = [
  { bits: 2048, until: 'no_end_set' },
]

/** Curves of 256 bits and more; those of RFC 5639 are read but none of our keys has one. */
export const acceptedCurves: Readonly<Record<string, Until>> = {
  'P-256': 'no_end_set',
  'P-384': 'no_end_set',
  'P-521': 'no_end_set',
  brainpoolP256r1: 'no_end_set',
  brainpoolP384r1: 'no_end_set',
  brainpoolP512r1: 'no_end_set',
}

/** Whether a signature made with these algorithms counts at `at`. */
export function judgeAlgorithm(use: AlgorithmUse, at: Date): AlgorithmVerdict {
  const { hash, scheme, key } = use
  if (scheme === 'other') return { ok: false, reason: 'scheme_unknown', what: key.name }
  if (hash === null) return { ok: false, reason: 'hash_unknown', what: scheme }
  if (!counts(acceptedHashes[hash], at)) return { ok: false, reason: 'hash_weak', what: hash }
  const keyVerdict = judgeKey(key, at)
  if (!keyVerdict.ok) return keyVerdict
  return { ok: true, note: scheme === 'rsa-pkcs1' ? 'rsa_pkcs1' : null }
}

/** Whether a key is strong enough at `at`. */
export function judgeKey(key: KeyKind, at: Date): AlgorithmVerdict {
  if (key.kind === 'rsa') {
    const enough = acceptedRsaBits.some(({ bits, until }) => key.bits >= bits && counts(until, at))
    return enough ? { ok: true, note: null } : { ok: false, reason: 'key_too_short', what: `RSA ${key.bits}` }
  }
  if (key.kind === 'ec' && counts(acceptedCurves[key.name] ?? 'never', at)) return { ok: true, note: null }
  return { ok: false, reason: key.kind === 'ec' ? 'curve_not_allowed' : 'scheme_unknown', what: key.name }
}

function counts(until: Until, at: Date): boolean {
  return until === 'no_end_set' || (until !== 'never' && at.getTime() <= Date.parse(until))
}
