import { createCipheriv, createHmac, type KeyObject, pbkdf2Sync, randomBytes } from 'node:crypto'
import {
  bmp as bmpString,
  type DerPart,
  encode,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
} from '../der/write.ts'
import { deriveOctets, purposes } from '../keys/p12-kdf.ts'
import { type PasswordForm, passwordForms } from '../keys/p12-password.ts'
import { hashAlgorithm } from '../x509/write-algorithm.ts'

export interface P12Entry {
  readonly key: KeyObject
  /** DER; null leaves the key without one. */
  readonly certificate: Uint8Array | null
  readonly friendlyName?: string
}

export interface P12Content {
  readonly entries: readonly P12Entry[]
  /** DER of further certificates, in the order of the file. */
  readonly certificates?: readonly Uint8Array[]
  readonly password: string
  /** Which of the forms of the password the producer took; the standard's where nothing is said. */
  readonly form?: PasswordForm | undefined
  readonly iterations?: number
  /** What stands in the file where another count was used, for files that lie. */
  readonly claimedIterations?: number
}

const dataOid = '1.2.840.113549.1.7.1'

/** A PKCS #12 file as OpenSSL 3 writes it: PBES2 with AES-256, integrity by HMAC-SHA-256. */
export function writeP12(content: P12Content): Uint8Array {
  const { entries, certificates = [], password } = content
  const { utf8, bmp } = content.form ?? standardForm(password)
  const shrouded = entries.map((entry) => shroudedKeyBag(entry, utf8, content))
  const own = entries.flatMap(({ certificate, friendlyName }) =>
    certificate === null ? [] : [certificateBag(certificate, friendlyName)],
  )
  const bags = encode(sequence(...own, ...certificates.map((one) => certificateBag(one))))
  const { algorithm, closed } = close(bags, utf8, content)
  const encrypted = sequence(integer(0), sequence(oid(dataOid), algorithm, implicit(0, closed)))
  const safe = encode(
    sequence(
      sequence(oid('1.2.840.113549.1.7.6'), tagged(0, encrypted)),
      sequence(oid(dataOid), tagged(0, octetString(encode(sequence(...shrouded))))),
    ),
  )
  const info = sequence(oid(dataOid), tagged(0, octetString(safe)))
  return encode(sequence(integer(3), info, macOf(safe, bmp, content)))
}

function standardForm(password: string): PasswordForm {
  const [form] = passwordForms(password)
  if (form === undefined) throw new Error('every password has a form')
  return form
}

function macOf(safe: Uint8Array, password: Uint8Array, { iterations = 1000 }: P12Content): DerPart {
  const salt = randomBytes(16)
  const key = deriveOctets(purposes.mac, 32, { hash: 'sha256', password, salt, iterations })
  const value = createHmac('sha256', key).update(safe).digest()
  return sequence(
    sequence(hashAlgorithm('sha256'), octetString(value)),
    octetString(salt),
    integer(iterations),
  )
}

function shroudedKeyBag({ key, friendlyName }: P12Entry, utf8: Uint8Array, content: P12Content): DerPart {
  const { algorithm, closed } = close(key.export({ type: 'pkcs8', format: 'der' }), utf8, content)
  return bag('1.2.840.113549.1.12.10.1.2', sequence(algorithm, octetString(closed)), friendlyName)
}

function certificateBag(certificate: Uint8Array, friendlyName?: string): DerPart {
  const value = sequence(oid('1.2.840.113549.1.9.22.1'), tagged(0, octetString(certificate)))
  return bag('1.2.840.113549.1.12.10.1.3', value, friendlyName)
}

function bag(type: string, value: DerPart, friendlyName?: string): DerPart {
  const name = friendlyName === undefined ? [] : [setOf(friendlyNameAttribute(friendlyName))]
  return sequence(oid(type), tagged(0, value), ...name)
}

const friendlyNameAttribute = (name: string): DerPart =>
  sequence(oid('1.2.840.113549.1.9.20'), setOf(bmpString(name)))

function close(plain: Uint8Array, utf8: Uint8Array, { iterations = 1000, claimedIterations }: P12Content) {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(utf8, salt, iterations, 32, 'sha256'), iv)
  const closed = Buffer.concat([cipher.update(plain), cipher.final()])
  const prf = sequence(oid('1.2.840.113549.2.9'), nothing)
  const derivation = sequence(octetString(salt), integer(claimedIterations ?? iterations), prf)
  const parameters = sequence(
    sequence(oid('1.2.840.113549.1.5.12'), derivation),
    sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv)),
  )
  return { algorithm: sequence(oid('1.2.840.113549.1.5.13'), parameters), closed }
}
