import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { DerReader } from '../der/read.ts'
import { bitString, type DerPart, encode, nothing, oid, sequence } from '../der/write.ts'
import { PadesError } from '../errors.ts'
import { readSignatureAlgorithm } from '../x509/algorithm-identifier.ts'
import { type PublicKeyInfo, readPublicKey } from '../x509/public-key.ts'
import { isPlainRsaRight } from './plain-rsa.ts'

/** Whether `value` is the signature of `data` by a key; what OpenSSL is asked in Node. */
export interface SignatureQuestion {
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'
  readonly hash: KnownHash
  /** Of RSASSA-PSS. */
  readonly saltLength: number
  /** The SubjectPublicKeyInfo. */
  readonly spki: Uint8Array
  readonly data: Uint8Array
  readonly value: Uint8Array
}

const webHashes: Readonly<Partial<Record<KnownHash, string>>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}
const webCurves: ReadonlySet<string> = new Set(['P-256', 'P-384', 'P-521'])
const rsaOid = '1.2.840.113549.1.1.1'
const rsaPssOid = '1.2.840.113549.1.1.10'

/**
 * Checks of signatures by WebCrypto, which answers later, for code that needs its answer at once: a question that is not
 * answered yet counts as answered with yes and is noted. The caller then waits for the answers and runs that code again,
 * until a run asks nothing new. Only the result of such a run may be used.
 */
export class SignatureChecks {
  readonly #answers = new Map<string, boolean>()
  readonly #open = new Map<string, SignatureQuestion>()

  isRight(question: SignatureQuestion): boolean {
    const name = nameOf(question)
    const answer = this.#answers.get(name)
    if (answer === undefined) this.#open.set(name, question)
    return answer ?? true
  }

  /**
   * Finds the answers to what was asked since the last time.
   *
   * @returns whether there was any
   * @throws PadesError `algorithm_unavailable`
   */
  async settle(): Promise<boolean> {
    const asked = [...this.#open]
    this.#open.clear()
    await Promise.all(asked.map(async ([name, question]) => this.#answers.set(name, await ask(question))))
    return asked.length > 0
  }
}

function nameOf({ scheme, hash, saltLength, spki, data, value }: SignatureQuestion): string {
  const digests = [spki, data, value].map((bytes) => digestOf('sha256', bytes, 'hex'))
  return [scheme, hash, saltLength, ...digests].join(' ')
}

async function ask(question: SignatureQuestion): Promise<boolean> {
  const { scheme, saltLength } = question
  const info = readPublicKey(new DerReader(question.spki))
  const hash = webHashes[question.hash]
  if (hash === undefined && scheme === 'rsa-pkcs1')
    return isPlainRsaRight(question.hash, info.bits, question.data, question.value)
  if (hash === undefined) return unavailable(question.hash)
  if (scheme === 'ecdsa') return askEcdsa(question, info, hash)
  const spki = plainRsa(question, info)
  if (spki === null) return false
  const name = scheme === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
  return askWeb(spki, { name, hash }, { name, saltLength }, question.value, question.data)
}

async function askEcdsa(question: SignatureQuestion, info: PublicKeyInfo, hash: string): Promise<boolean> {
  const { name: namedCurve, bits } = info.kind
  if (!webCurves.has(namedCurve)) return unavailable(namedCurve)
  const value = plainEcdsa(question.value, Math.ceil(bits / 8))
  if (value === null) return false
  const name = 'ECDSA'
  return askWeb(question.spki, { name, namedCurve }, { name, hash }, value, question.data)
}

async function askWeb(
  spki: Uint8Array,
  importing: RsaHashedImportParams | EcKeyImportParams,
  checking: RsaPssParams | EcdsaParams,
  value: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  // Pages that did not come over HTTPS have no WebCrypto.
  if (globalThis.crypto?.subtle === undefined) return unavailable('WebCrypto')
  const { subtle } = globalThis.crypto
  let key: CryptoKey
  try {
    key = await subtle.importKey('spki', Uint8Array.from(spki), importing, false, ['verify'])
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError') return unavailable(importing.name)
    // A point beside its curve: OpenSSL refuses such a key too.
    return false
  }
  return subtle.verify(checking, key, Uint8Array.from(value), Uint8Array.from(data))
}

/**
 * The key as a plain RSA key, as browsers read no others: one that is for RSASSA-PSS alone is of the same numbers. null
 * where its own parameters forbid what is asked (RFC 4055, 3.3).
 */
function plainRsa({ spki, hash, saltLength }: SignatureQuestion, info: PublicKeyInfo): Uint8Array | null {
  const reader = new DerReader(spki).sequence()
  const parameters = reader.sequence()
  if (parameters.oid() !== rsaPssOid) return spki
  if (!parameters.done) {
    const allowed = readSignatureAlgorithm(new DerReader(spki).sequence())
    if (allowed.hash !== hash || saltLength < (allowed.saltLength ?? 0)) return null
  }
  const algorithm: DerPart = sequence(oid(rsaOid), nothing)
  return encode(sequence(algorithm, bitString(info.bits)))
}

/** The two numbers of a signature one after the other, each as long as the order of the curve (IEEE P1363). */
function plainEcdsa(value: Uint8Array, size: number): Uint8Array | null {
  const pair = new DerReader(value).sequence()
  const plain = new Uint8Array(2 * size)
  for (const end of [size, 2 * size]) {
    const octets = pair.integerBytes()
    const magnitude = octets[0] === 0 ? octets.subarray(1) : octets
    if (magnitude.length > size) return null
    plain.set(magnitude, end - magnitude.length)
  }
  return plain
}

function unavailable(algorithm: string): never {
  throw new PadesError('algorithm_unavailable', `this browser cannot check signatures with ${algorithm}`, {
    algorithm,
  })
}
