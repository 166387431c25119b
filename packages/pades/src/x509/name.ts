import { asBuffer, malformed } from '../der/bytes.ts'
import type { DerReader } from '../der/read.ts'
import { isText } from '../der/text.ts'

/** Attribute types of names (RFC 4519, RFC 5280 appendix A, ETSI EN 319 412-1), by what they are called in a name. */
export const nameOids = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  street: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  title: '2.5.4.12',
  telephoneNumber: '2.5.4.20',
  GN: '2.5.4.42',
  organizationIdentifier: '2.5.4.97',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
} as const

export type NameField = keyof typeof nameOids

const labels = new Map<string, string>(Object.entries(nameOids).map(([label, oid]) => [oid, label]))

export interface NameAttribute {
  readonly oid: string
  readonly value: string
}

const maxAttributes = 64

/** A distinguished name (RFC 5280, 4.1.2.4). */
export class Name {
  readonly raw: Uint8Array
  /** From the root of the tree downwards; most have one attribute each. */
  readonly rdns: readonly (readonly NameAttribute[])[]
  #canonical: readonly string[] | undefined
  #key: string | undefined

  constructor(raw: Uint8Array, rdns: readonly (readonly NameAttribute[])[]) {
    this.raw = raw
    this.rdns = rdns
  }

  get isEmpty(): boolean {
    return this.rdns.length === 0
  }

  /** All values of a field, in the order of the name. */
  all(field: NameField): readonly string[] {
    const oid = nameOids[field]
    const values: string[] = []
    for (const rdn of this.rdns) for (const one of rdn) if (one.oid === oid) values.push(one.value)
    return values
  }

  /** The most specific value of a field. */
  find(field: NameField): string | null {
    return this.all(field).at(-1) ?? null
  }

  /** What a person calls it: the common name, else the organisation, else the whole. */
  get display(): string {
    return this.find('CN') ?? this.find('O') ?? this.toString()
  }

  /** As RFC 4514 writes it, the most specific first. */
  toString(): string {
    return this.rdns.map(writeRdn).reverse().join(',')
  }

  /** One string for each level, equal for names that RFC 5280, 7.1 holds to be equal. */
  get canonical(): readonly string[] {
    this.#canonical ??= this.rdns.map((rdn) => rdn.map(canonicalAttribute).sort().join('+'))
    return this.#canonical
  }

  /** The same for equal names; for maps. */
  get key(): string {
    this.#key ??= this.canonical.join('/')
    return this.#key
  }

  equals(other: Name): boolean {
    if (this.raw.length === other.raw.length && Buffer.compare(this.raw, other.raw) === 0) return true
    return this.rdns.length === other.rdns.length && this.key === other.key
  }

  /** Whether this name is `base` or lies below it. */
  isWithin(base: Name): boolean {
    return base.canonical.every((level, at) => this.canonical[at] === level)
  }
}

/** @throws PadesError `der_malformed` */
export function readName(reader: DerReader): Name {
  const start = reader.at
  const sequence = reader.sequence()
  const raw = reader.bytes.subarray(start, reader.at)
  const rdns: NameAttribute[][] = []
  let count = 0
  while (!sequence.done) {
    const set = sequence.set()
    const rdn: NameAttribute[] = []
    do {
      if (++count > maxAttributes) malformed('a name of too many parts', start)
      rdn.push(readAttribute(set))
    } while (!set.done)
    rdns.push(rdn)
  }
  return new Name(raw, rdns)
}

function readAttribute(set: DerReader): NameAttribute {
  const attribute = set.sequence()
  const oid = attribute.oid()
  const at = attribute.at
  // An attribute of a type that is no text keeps its octets, as RFC 4514, 2.4 writes them.
  const value = isText(attribute.tag) ? attribute.text() : `#${asBuffer(attribute.raw()).toString('hex')}`
  // What follows a NUL is shown by one reader and hidden by another.
  if (value.includes('\0')) malformed('a NUL in a name', at)
  attribute.finish()
  return { oid, value }
}

function writeRdn(rdn: readonly NameAttribute[]): string {
  return rdn.map(({ oid, value }) => `${labels.get(oid) ?? oid}=${escapeValue(value)}`).join('+')
}

function escapeValue(value: string): string {
  return value
    .replace(/[",+;<>\\=]/g, '\\$&')
    .replace(/^[ #]| $/g, '\\$&')
    .replace(/\p{Cc}/gu, (letter) => `\\${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

// RFC 5280, 7.1 with RFC 4518: case and the number of spaces mean nothing, nor how a letter with a mark is composed.
function canonicalAttribute({ oid, value }: NameAttribute): string {
  const lower = value.normalize('NFKC').toLowerCase()
  if (isPlain.test(lower)) return `${oid}=${lower}`
  const text = lower.trim().replaceAll(/\s+/g, ' ')
  return `${oid}=${text.replaceAll(/[\\/+]/g, '\\$&')}`
}

/** Words with one space between them and nothing that has to be escaped: nearly all names are. */
const isPlain = /^[^\s\\/+]+(?: [^\s\\/+]+)*$/
