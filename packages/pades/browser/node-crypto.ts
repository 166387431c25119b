// In the place of `node:crypto` in the build for browsers: as much of it as judging needs.
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'
import type { CHash } from '@noble/hashes/utils.js'
import { Buffer } from 'buffer/index.js'
import type { KnownHash } from '../src/algorithms.ts'
import { isRight } from '../src/browser/asked.ts'
import { DerReader } from '../src/der/read.ts'
import { readPublicKey } from '../src/x509/public-key.ts'

const hashes: Readonly<Record<KnownHash, CHash>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
}

type State = ReturnType<CHash['create']>

class Hash {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  update(bytes: Uint8Array): this {
    this.#state.update(bytes)
    return this
  }

  copy(): Hash {
    return new Hash(this.#state.clone())
  }

  digest(): Uint8Array {
    return Buffer.from(this.#state.digest())
  }
}

export function createHash(name: KnownHash): Hash {
  return new Hash(hashes[name].create())
}

export function hash(name: KnownHash, data: Uint8Array, encoding: string): Uint8Array | string {
  const digest = Buffer.from(hashes[name](data))
  return encoding === 'buffer' ? digest : digest.toString(encoding)
}

interface KeyObject {
  readonly asymmetricKeyType: string
  readonly spki: Uint8Array
}

const types: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'rsa',
  '1.2.840.113549.1.1.10': 'rsa-pss',
  '1.2.840.10045.2.1': 'ec',
}

export function createPublicKey(pem: string): KeyObject {
  const spki = Buffer.from(pem.replace(/-----.*?-----|\s/g, ''), 'base64')
  const algorithm = new DerReader(spki).sequence().sequence()
  readPublicKey(new DerReader(spki))
  return { asymmetricKeyType: types[algorithm.oid()] ?? 'other', spki }
}

export const constants = { RSA_PKCS1_PSS_PADDING: 6 } as const

type Key = KeyObject | { readonly key: KeyObject; readonly padding: number; readonly saltLength: number }

export function verify(hashName: KnownHash, data: Uint8Array, key: Key, value: Uint8Array): boolean {
  if ('padding' in key) {
    const { saltLength } = key
    return isRight({ scheme: 'rsa-pss', hash: hashName, saltLength, spki: key.key.spki, data, value })
  }
  const scheme = key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa-pkcs1'
  return isRight({ scheme, hash: hashName, saltLength: 0, spki: key.spki, data, value })
}
