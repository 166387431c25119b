import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { asBuffer } from '../der/bytes.ts'
import { normaliseDer } from '../der/normalise.ts'
import { type DerReader, tags } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { deriveOctets, purposes } from './p12-kdf.ts'
import { type IterationBudget, notRead } from './p12-limits.ts'
import type { PasswordForm } from './p12-password.ts'
import { decryptRc2 } from './rc2.ts'

const pbes2Oid = '1.2.840.113549.1.5.13'
const pbkdf2Oid = '1.2.840.113549.1.5.12'
const maxSaltBytes = 1024

/** HMACs (RFC 8018, B.1.2 and its register), as pseudo-random functions and as codes of messages. */
const hmacHashes = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.840.113549.2.12', 'sha512-224'],
  ['1.2.840.113549.2.13', 'sha512-256'],
])

const ciphers = new Map<
  string,
  { readonly name: string; readonly keyBytes: number; readonly ivBytes: number }
>([
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 }],
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 }],
])

const oldCiphers = new Map<string, { readonly cipher: '3des' | 'rc2'; readonly keyBytes: number }>([
  ['1.2.840.113549.1.12.1.3', { cipher: '3des', keyBytes: 24 }],
  ['1.2.840.113549.1.12.1.4', { cipher: '3des', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.5', { cipher: 'rc2', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.6', { cipher: 'rc2', keyBytes: 5 }],
])

/** Opens what one form of the password closed. @throws PadesError `key_wrong_password` */
type Opening = (form: PasswordForm) => Uint8Array

/**
 * Opens what a password closed: PBES2 (RFC 8018, 6.2) and the schemes of PKCS #12 itself (RFC 7292, C). What is inside
 * is DER; the forms of the password are tried until it is.
 *
 * @param algorithm stands before the AlgorithmIdentifier
 * @throws PadesError `key_wrong_password`, `key_malformed`, `der_malformed`
 */
export function openProtected(
  algorithm: DerReader,
  closed: Uint8Array,
  forms: readonly PasswordForm[],
  budget: IterationBudget,
): Uint8Array {
  const open = readScheme(algorithm.sequence(), closed, budget)
  for (const form of forms) {
    const opened = attempt(open, form)
    if (opened !== null) return opened
  }
  throw wrongPassword()
}

// With the wrong password the padding is wrong, or once in 256 times what is inside is not DER.
function attempt(open: Opening, form: PasswordForm): Uint8Array | null {
  try {
    const opened = open(form)
    const { der, sizeBytes } = normaliseDer(opened)
    return sizeBytes === opened.length ? der : null
  } catch (error) {
    const code = error instanceof PadesError ? error.code : null
    if (code === 'key_wrong_password' || code === 'der_malformed') return null
    throw error
  }
}

/** The error for a password that opens nothing. */
export function wrongPassword(cause?: unknown): PadesError {
  return new PadesError('key_wrong_password', 'the password does not open the key file', {}, { cause })
}

function readScheme(algorithm: DerReader, closed: Uint8Array, budget: IterationBudget): Opening {
  const oid = algorithm.oid()
  if (oid === pbes2Oid) return readPbes2(algorithm.sequence(), closed, budget)
  const old = oldCiphers.get(oid)
  if (old === undefined) notRead('encryption', oid)
  const parameters = algorithm.sequence()
  const salt = readSalt(parameters)
  const iterations = parameters.count()
  parameters.finish()
  return ({ bmp }) => {
    budget.spend(iterations)
    budget.spend(iterations)
    const input = { hash: 'sha1', password: bmp, salt, iterations } as const
    const key = deriveOctets(purposes.key, old.keyBytes, input)
    const iv = deriveOctets(purposes.iv, 8, input)
    if (old.cipher === 'rc2') return decryptRc2(closed, key, old.keyBytes * 8, iv)
    // With two keys the first is used again as the third.
    const threeKeys = Buffer.concat([key, key]).subarray(0, 24)
    return decipher('des-ede3-cbc', threeKeys, iv, closed)
  }
}

function readPbes2(parameters: DerReader, closed: Uint8Array, budget: IterationBudget): Opening {
  const derive = readDerivation(parameters, budget)
  const scheme = parameters.sequence()
  parameters.finish()
  const oid = scheme.oid()
  const cipher = ciphers.get(oid)
  if (cipher === undefined) notRead('encryption', oid)
  const iv = scheme.octets()
  if (iv.length !== cipher.ivBytes) notRead('initial block of', cipher.name)
  return ({ utf8 }) => decipher(cipher.name, derive(utf8, cipher.keyBytes), iv, closed)
}

/** Gives a key as long as is asked; null asks for the length that the parameters say. */
type Derivation = (password: Uint8Array, keyBytes: number | null) => Uint8Array

/** PBKDF2 as an AlgorithmIdentifier says it (RFC 8018, A.2). @throws PadesError `key_malformed`, `der_malformed` */
export function readDerivation(reader: DerReader, budget: IterationBudget): Derivation {
  const algorithm = reader.sequence()
  const oid = algorithm.oid()
  if (oid !== pbkdf2Oid) notRead('key derivation', oid)
  const parameters = algorithm.sequence()
  const salt = readSalt(parameters)
  const iterations = parameters.count()
  const length = parameters.tag === tags.integer ? parameters.count(1024) : null
  const hash = parameters.done ? 'sha1' : readHmac(parameters)
  parameters.finish()
  return (password, keyBytes) => {
    budget.spend(iterations)
    const asked = keyBytes ?? length
    if (asked === null || asked === 0 || (length !== null && length !== asked))
      notRead('key length', String(length))
    return pbkdf2Sync(password, salt, iterations, asked, hash)
  }
}

/** The hash of an HMAC. @throws PadesError `key_malformed`, `der_malformed` */
export function readHmac(reader: DerReader): string {
  const algorithm = reader.sequence()
  const oid = algorithm.oid()
  return hmacHashes.get(oid) ?? notRead('pseudo-random function', oid)
}

function readSalt(reader: DerReader): Uint8Array {
  const salt = reader.octets()
  if (salt.length === 0 || salt.length > maxSaltBytes) notRead('salt of', `${salt.length} octets`)
  return salt
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, closed: Uint8Array): Uint8Array {
  const cipher = createDecipheriv(name, key, iv)
  const start = cipher.update(asBuffer(closed))
  try {
    return Buffer.concat([start, cipher.final()])
  } catch (error) {
    throw wrongPassword(error)
  }
}
