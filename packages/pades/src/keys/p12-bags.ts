import { createPrivateKey, type KeyObject } from 'node:crypto'
import { asBuffer } from '../der/bytes.ts'
import { normaliseDer } from '../der/normalise.ts'
import { constructed, DerReader, primitive } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { type IterationBudget, maxBagDepth, maxBags, notRead, tooMuch } from './p12-limits.ts'
import type { PasswordForm } from './p12-password.ts'
import { openProtected } from './pbe.ts'

const dataOid = '1.2.840.113549.1.7.1'
const encryptedDataOid = '1.2.840.113549.1.7.6'
const keyBagOid = '1.2.840.113549.1.12.10.1.1'
const shroudedKeyBagOid = '1.2.840.113549.1.12.10.1.2'
const certificateBagOid = '1.2.840.113549.1.12.10.1.3'
const nestedBagOid = '1.2.840.113549.1.12.10.1.6'
const x509Oid = '1.2.840.113549.1.9.22.1'
const friendlyNameOid = '1.2.840.113549.1.9.20'

export interface Named<T> {
  readonly value: T
  /** What its owner calls it. */
  readonly friendlyName: string | null
}

/** What is in a PKCS #12 file and can be used to sign. */
export interface Bags {
  readonly keys: Named<KeyObject>[]
  readonly certificates: Named<Certificate>[]
}

/**
 * Reads the AuthenticatedSafe of RFC 7292, 4.1 with all that it protects. Certificates that cannot be read are left
 * out: old roots that nobody needs are in many files.
 *
 * @throws PadesError `key_wrong_password`, `key_malformed`, `der_malformed`
 */
export function readBags(safe: Uint8Array, forms: readonly PasswordForm[], budget: IterationBudget): Bags {
  const bags: Bags = { keys: [], certificates: [] }
  const walk = new Walk(bags, forms, budget)
  const reader = new DerReader(normalised(safe)).sequence()
  while (!reader.done) walk.contents(readPart(reader.sequence(), forms, budget), 0)
  return bags
}

/** One ContentInfo: in clear, or closed by the password. */
function readPart(info: DerReader, forms: readonly PasswordForm[], budget: IterationBudget): Uint8Array {
  const type = info.oid()
  const content = info.enter(constructed(0))
  if (type === dataOid) return normalised(content.octets())
  // EnvelopedData would be closed by a public key, which nobody uses for this.
  if (type !== encryptedDataOid) notRead('content', type)
  const data = content.sequence()
  data.count()
  const encrypted = data.sequence()
  if (encrypted.oid() !== dataOid) notRead('content', 'other than data')
  const algorithm = new DerReader(encrypted.raw())
  return openProtected(algorithm, readClosed(encrypted), forms, budget)
}

/** `[0] IMPLICIT OCTET STRING`, which BER may have in pieces. */
function readClosed(encrypted: DerReader): Uint8Array {
  if (encrypted.tag === primitive(0)) return encrypted.octets(primitive(0))
  const pieces = encrypted.enter(constructed(0))
  const octets: Uint8Array[] = []
  while (!pieces.done) octets.push(pieces.octets())
  return Buffer.concat(octets)
}

class Walk {
  readonly bags: Bags
  readonly forms: readonly PasswordForm[]
  readonly budget: IterationBudget
  #count = 0

  constructor(bags: Bags, forms: readonly PasswordForm[], budget: IterationBudget) {
    this.bags = bags
    this.forms = forms
    this.budget = budget
  }

  contents(safeContents: Uint8Array, depth: number): void {
    if (depth > maxBagDepth) tooMuch('levels of bags', maxBagDepth)
    const reader = new DerReader(safeContents).sequence()
    while (!reader.done) this.#bag(reader.sequence(), depth)
  }

  #bag(bag: DerReader, depth: number): void {
    if (++this.#count > maxBags) tooMuch('bags', maxBags)
    const type = bag.oid()
    const value = bag.enter(constructed(0)).raw()
    const friendlyName = bag.done ? null : readFriendlyName(bag.set())
    if (type === nestedBagOid) this.contents(value, depth + 1)
    else if (type === keyBagOid) this.bags.keys.push({ value: importKey(value), friendlyName })
    else if (type === shroudedKeyBagOid)
      this.bags.keys.push({ value: this.#shroudedKey(value), friendlyName })
    else if (type === certificateBagOid) {
      const certificate = readCertificateBag(value)
      if (certificate !== null) this.bags.certificates.push({ value: certificate, friendlyName })
    }
  }

  #shroudedKey(value: Uint8Array): KeyObject {
    return importKey(openEncryptedKey(value, this.forms, this.budget))
  }
}

/** EncryptedPrivateKeyInfo (RFC 5958, 3). @throws PadesError `key_wrong_password`, `key_malformed`, `der_malformed` */
export function openEncryptedKey(
  der: Uint8Array,
  forms: readonly PasswordForm[],
  budget: IterationBudget,
): Uint8Array {
  const info = new DerReader(der).sequence()
  const algorithm = new DerReader(info.raw())
  return openProtected(algorithm, info.octets(), forms, budget)
}

/** @throws PadesError `key_malformed` */
export function importKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: asBuffer(pkcs8), format: 'der', type: 'pkcs8' })
  } catch (error) {
    throw new PadesError('key_malformed', 'the private key cannot be read', {}, { cause: error })
  }
}

function readCertificateBag(value: Uint8Array): Certificate | null {
  const bag = new DerReader(value).sequence()
  if (bag.oid() !== x509Oid) return null
  const der = bag.enter(constructed(0)).octets()
  try {
    return parseCertificate(der)
  } catch {
    return null
  }
}

function readFriendlyName(attributes: DerReader): string | null {
  let name: string | null = null
  while (!attributes.done) {
    const attribute = attributes.sequence()
    if (attribute.oid() !== friendlyNameOid) continue
    const values = attribute.set()
    if (!values.done) name = values.text()
  }
  return name
}

/** What is in an octet string is encoded by itself, and by BER in files of old Java and NSS. */
export function normalised(bytes: Uint8Array): Uint8Array {
  return normaliseDer(bytes).der
}
