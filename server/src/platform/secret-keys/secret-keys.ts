import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { Failure } from '../refusal.ts'

/** Where an encrypted text stands: what it is for, and the row that it belongs to. Moved elsewhere, it cannot be read. */
export interface SecretPlace {
  readonly purpose: string
  readonly id: string
}

const cipher = 'aes-256-gcm'
const version = 'v1'
const keyBytes = 32
// Random: with one for each writing, 2^32 writings may be made under one key (NIST SP 800-38D, 8.3).
const nonceBytes = 12
const tagBytes = 16

const keyPattern = /^[A-Za-z0-9+/]{43}=$/

/**
 * Reads keys as they are written in a setting or a file: each 32 bytes in base64, parted by lines, spaces or commas.
 * @returns undefined where one of them is none
 */
export function parseSecretKeys(text: string): readonly Buffer[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  if (words.length === 0 || !words.every((word) => keyPattern.test(word))) return undefined
  return words.map((word) => Buffer.from(word, 'base64'))
}

/** A fresh key, as it is written. */
export const newSecretKey = (): string => randomBytes(keyBytes).toString('base64')

/** Names a key without telling anything of it. */
const idOf = (key: Buffer): string =>
  createHash('sha256').update('dotpha secret key id\0').update(key).digest('base64url').slice(0, 11)

/**
 * The keys of the installation, which stand outside the database: what the server must be able to read again (and so cannot
 * keep as a hash) is in the database, and in every backup, encrypted only. The first key encrypts; the ones after it are older
 * and only read.
 *
 * An encrypted text is `v1.<id of the key>.<nonce, text and tag in base64url>`.
 */
export class SecretKeys {
  readonly #keys: ReadonlyMap<string, Buffer>
  readonly #current: string

  constructor(keys: readonly Buffer[]) {
    const [first] = keys
    if (first === undefined || keys.some((key) => key.length !== keyBytes))
      throw new RangeError('secret keys: one or more of 32 bytes each')
    this.#keys = new Map(keys.map((key) => [idOf(key), key]))
    this.#current = idOf(first)
  }

  /** The names of all keys, the current one first. */
  get ids(): readonly string[] {
    return [...this.#keys.keys()]
  }

  encrypt(place: SecretPlace, text: string): string {
    const nonce = randomBytes(nonceBytes)
    const encryption = createCipheriv(cipher, this.#keyOf(this.#current), nonce, { authTagLength: tagBytes })
    encryption.setAAD(bound(place))
    const body = Buffer.concat([nonce, encryption.update(text, 'utf8'), encryption.final()])
    return `${version}.${this.#current}.${Buffer.concat([body, encryption.getAuthTag()]).toString('base64url')}`
  }

  /**
   * @throws Failure `secret_key_missing` where the key that it was encrypted under is not here, `secret_damaged` where it was
   *   changed, cut, or belongs to another place
   */
  decrypt(place: SecretPlace, encrypted: string): string {
    const [form, keyId = '', packed = '', ...more] = encrypted.split('.')
    const bytes = Buffer.from(packed, 'base64url')
    const isWhole = form === version && more.length === 0 && bytes.toString('base64url') === packed
    if (!isWhole || bytes.length < nonceBytes + tagBytes) throw damaged(place)
    const key = this.#keyOf(keyId, place)
    const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decryption.setAAD(bound(place))
    decryption.setAuthTag(bytes.subarray(-tagBytes))
    try {
      const text = decryption.update(bytes.subarray(nonceBytes, -tagBytes))
      return Buffer.concat([text, decryption.final()]).toString('utf8')
    } catch (error) {
      throw damaged(place, error)
    }
  }

  /** A hash of something short enough to be guessed, which nobody without the key can compare with a guess. In hex. */
  keyedHash(purpose: string, text: string): string {
    return createHmac('sha256', this.#keyOf(this.#current))
      .update(JSON.stringify(['hash', purpose, text]))
      .digest('hex')
  }

  /** Whether it was encrypted under an older key, and should be re-encrypted at the next opportunity. */
  isOld(encrypted: string): boolean {
    return encrypted.split('.')[1] !== this.#current
  }

  #keyOf(id: string, place?: SecretPlace): Buffer {
    const key = this.#keys.get(id)
    if (key === undefined)
      throw new Failure(
        'secret_key_missing',
        `decrypting ${place?.purpose}: its key (${id}) is not among those of this installation`,
      )
    return key
  }
}

/** As JSON, so that no purpose and id run together into those of another place. */
const bound = ({ purpose, id }: SecretPlace): Buffer => Buffer.from(JSON.stringify([version, purpose, id]))

function damaged({ purpose, id }: SecretPlace, cause?: unknown): Failure {
  return new Failure('secret_damaged', `decrypting ${purpose} of ${id}: it was changed or moved`, cause)
}
