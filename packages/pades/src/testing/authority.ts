import type { KeyObject } from 'node:crypto'
import type { HashName, KnownHash } from '../algorithms.ts'
import { DerReader } from '../der/read.ts'
import { type DerPart, encode, integer } from '../der/write.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { keyUsages } from '../x509/extensions.ts'
import { readPublicKey } from '../x509/public-key.ts'
import { schemeOf, signValue, type TestScheme, writeCertificate } from './certificate.ts'
import {
  authorityKeyId,
  basicConstraints,
  crlPoint,
  informationAccess,
  keyId,
  keyUsage,
  purposes,
  subjectKeyId,
  type TestExtension,
} from './extensions.ts'
import { type TestKey, type TestKeyKind, testKey } from './keys.ts'
import { type StringKind, type TestName, writeName } from './names.ts'

/** The instant of which tests speak as now; certificates of an authority are valid around it. */
export const testNow = new Date('2026-03-15T02:00:00Z')

export interface IssueOptions {
  readonly commonName?: string
  /** Further fields, or the whole name where `CN` is among them. */
  readonly name?: TestName
  readonly strings?: StringKind
  /** The subject as it shall stand, whatever it is. */
  readonly subject?: DerPart
  readonly keyKind?: TestKeyKind
  readonly key?: TestKey
  /** The hash of the issuer's signature, and of what the certificate's own key signs where that is SHA-2. */
  readonly hash?: KnownHash
  /** The scheme of the issuer's signature. */
  readonly scheme?: TestScheme
  readonly signerScheme?: TestScheme
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly version?: number
  readonly serial?: bigint | DerPart
  /** Bits; null leaves the extension out. */
  readonly usage?: number | null
  /** Purposes; null or nothing leaves the extension out. */
  readonly purposes?: readonly string[] | null
  readonly purposesCritical?: boolean
  readonly ca?: boolean
  readonly pathLength?: number
  readonly crlUrl?: string
  readonly ocspUrl?: string
  readonly issuerUrl?: string
  /** Added after those that are made here. */
  readonly extensions?: readonly TestExtension[]
  /** Object identifiers of extensions that are left out. */
  readonly without?: readonly string[]
}

/** A certificate with its key: a `Signer` in itself. */
export interface TestIdentity {
  readonly certificate: Uint8Array
  readonly parsed: Certificate
  readonly key: KeyObject
  readonly issuers: readonly Uint8Array[]
  readonly scheme: TestScheme
  readonly hash: HashName
  sign(signedAttributes: Uint8Array): Uint8Array
}

let authorities = 0

/** A root authority of a test's own. */
export function testAuthority(options: IssueOptions = {}): TestAuthority {
  authorities += 1
  const number = authorities
  const key = options.key ?? testKey(options.keyKind ?? 'p256', 'root')
  const name = { C: 'VN', O: 'Cơ quan chứng thực thử', ...options.name }
  return new TestAuthority(key, null, { commonName: `Gốc thử ${number}`, ...options, name, ca: true })
}

export class TestAuthority {
  readonly key: TestKey
  readonly certificate: Uint8Array
  readonly parsed: Certificate
  readonly parent: TestAuthority | null
  #issued = 0

  constructor(key: TestKey, parent: TestAuthority | null, options: IssueOptions) {
    this.key = key
    this.parent = parent
    this.certificate = makeCertificate(parent, key, options, parent === null ? 1 : parent.nextSerial())
    this.parsed = parseCertificate(this.certificate)
  }

  get root(): TestAuthority {
    return this.parent === null ? this : this.parent.root
  }

  /** This authority's certificate and those above it but the root's. */
  get chain(): readonly Uint8Array[] {
    return this.parent === null ? [] : [this.certificate, ...this.parent.chain]
  }

  nextSerial(): number {
    this.#issued += 1
    return 0x1000 + this.#issued
  }

  intermediate(options: IssueOptions = {}): TestAuthority {
    const key = options.key ?? testKey(options.keyKind ?? 'p256', 'authority')
    authorities += 1
    const commonName = options.commonName ?? `Cơ quan cấp dưới ${authorities}`
    return new TestAuthority(key, this, { ...options, commonName, ca: options.ca ?? true })
  }

  /** A certificate that may sign documents, where the options say nothing else. */
  issue(options: IssueOptions = {}): TestIdentity {
    const key = options.key ?? testKey(options.keyKind ?? 'p256', 'holder')
    const filled = { commonName: 'Nguyễn Thị Ánh', ...options }
    const certificate = makeCertificate(this, key, filled, this.nextSerial())
    return identityOf(certificate, key, this.chain, options)
  }
}

/** An identity around a certificate, whoever made it. */
export function identityOf(
  certificate: Uint8Array,
  key: TestKey,
  issuers: readonly Uint8Array[],
  { hash = 'sha256', signerScheme }: IssueOptions = {},
): TestIdentity {
  const scheme = signerScheme ?? schemeOf(key.privateKey)
  const own: HashName = hash === 'sha384' || hash === 'sha512' ? hash : 'sha256'
  return {
    certificate,
    get parsed() {
      return parseCertificate(certificate)
    },
    key: key.privateKey,
    issuers,
    scheme,
    hash: own,
    sign: (attributes) => signValue({ key: key.privateKey, hash: own, scheme }, attributes),
  }
}

function makeCertificate(
  issuer: TestAuthority | null,
  key: TestKey,
  options: IssueOptions,
  serial: number,
): Uint8Array {
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' })
  const name = { C: 'VN', ...options.name, CN: options.name?.CN ?? options.commonName ?? '' }
  const subject = options.subject ?? writeName(name, options.strings)
  const issuerKey = issuer?.key.privateKey ?? key.privateKey
  return writeCertificate(
    {
      ...(options.version === undefined ? {} : { version: options.version }),
      serial: serialOf(options.serial ?? BigInt(serial)),
      issuer: issuer?.parsed.subject.raw ?? encode(subject),
      subject,
      notBefore: options.notBefore ?? new Date('2020-01-01T00:00:00Z'),
      notAfter:
        options.notAfter ?? new Date(options.ca === true ? '2045-01-01T00:00:00Z' : '2030-01-01T00:00:00Z'),
      publicKey,
      extensions: options.version === 1 ? [] : extensionsFor(issuer, key, options),
    },
    { key: issuerKey, hash: options.hash ?? 'sha256', scheme: options.scheme ?? schemeOf(issuerKey) },
  )
}

const serialOf = (serial: bigint | DerPart): DerPart =>
  typeof serial === 'bigint' ? integer(serial) : serial

function extensionsFor(issuer: TestAuthority | null, key: TestKey, options: IssueOptions): TestExtension[] {
  const { ca = false, usage, without = [] } = options
  const defaultUsage = ca
    ? keyUsages.keyCertSign | keyUsages.cRLSign
    : keyUsages.digitalSignature | keyUsages.nonRepudiation
  const list: TestExtension[] = []
  list.push(basicConstraints(ca, options.pathLength))
  if (usage !== null) list.push(keyUsage(usage ?? defaultUsage))
  if (options.purposes) list.push(purposes(options.purposes, options.purposesCritical))
  list.push(subjectKeyId(idOf(key)))
  if (issuer !== null) list.push(authorityKeyId(idOf(issuer.key)))
  if (options.crlUrl !== undefined) list.push(crlPoint(options.crlUrl))
  if (options.ocspUrl !== undefined || options.issuerUrl !== undefined)
    list.push(informationAccess(options.ocspUrl, options.issuerUrl))
  list.push(...(options.extensions ?? []))
  return list.filter(({ oid }) => !without.includes(oid))
}

/** The key identifier of RFC 5280, 4.2.1.2, first way. */
function idOf(key: TestKey): Uint8Array {
  const spki = key.publicKey.export({ type: 'spki', format: 'der' })
  return keyId(readPublicKey(new DerReader(spki)).bits)
}
