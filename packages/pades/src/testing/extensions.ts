import { hash } from 'node:crypto'
import {
  boolean,
  type DerPart,
  encode,
  flags,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
} from '../der/write.ts'

/** One extension to be written. */
export interface TestExtension {
  readonly oid: string
  readonly critical: boolean
  readonly value: DerPart
}

export function extension(type: string, value: DerPart, critical = false): TestExtension {
  return { oid: type, critical, value }
}

export function writeExtension({ oid: type, critical, value }: TestExtension): DerPart {
  return sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(encode(value)))
}

export const writeExtensions = (list: readonly TestExtension[]): DerPart =>
  sequence(...list.map(writeExtension))

export const keyUsage = (bits: number): TestExtension => extension('2.5.29.15', flags(bits), true)

export const purposes = (oids: readonly string[], critical = false): TestExtension =>
  extension('2.5.29.37', sequence(...oids.map(oid)), critical)

export function basicConstraints(ca: boolean, pathLength?: number): TestExtension {
  const fields = [...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])]
  return extension('2.5.29.19', sequence(...fields), true)
}

export const keyId = (bits: Uint8Array): Uint8Array => hash('sha1', bits, 'buffer')

export const subjectKeyId = (id: Uint8Array): TestExtension => extension('2.5.29.14', octetString(id))

export const authorityKeyId = (id: Uint8Array): TestExtension =>
  extension('2.5.29.35', sequence(implicit(0, id)))

const uri = (address: string): DerPart => implicit(6, Buffer.from(address, 'latin1'))

export const crlPoint = (address: string): TestExtension =>
  extension('2.5.29.31', sequence(sequence(tagged(0, tagged(0, uri(address))))))

export function informationAccess(ocspUrl: string | undefined, issuerUrl: string | undefined): TestExtension {
  const access = (method: string, address: string | undefined): DerPart[] =>
    address === undefined ? [] : [sequence(oid(method), uri(address))]
  return extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(...access('1.3.6.1.5.5.7.48.1', ocspUrl), ...access('1.3.6.1.5.5.7.48.2', issuerUrl)),
  )
}

export const ocspNoCheck = extension('1.3.6.1.5.5.7.48.1.5', nothing)

/** Names by their form, as in subjectAltName and nameConstraints. */
export type TestGeneralName =
  | { readonly email: string }
  | { readonly dns: string }
  | { readonly uri: string }
  | { readonly ip: Uint8Array }
  | { readonly directory: DerPart }
  | { readonly other: DerPart }

export function writeGeneralName(name: TestGeneralName): DerPart {
  if ('email' in name) return implicit(1, Buffer.from(name.email, 'latin1'))
  if ('dns' in name) return implicit(2, Buffer.from(name.dns, 'latin1'))
  if ('uri' in name) return uri(name.uri)
  if ('ip' in name) return implicit(7, name.ip)
  return 'directory' in name ? tagged(4, name.directory) : name.other
}

export const alternativeNames = (names: readonly TestGeneralName[], critical = false): TestExtension =>
  extension('2.5.29.17', sequence(...names.map(writeGeneralName)), critical)

export function nameConstraints(
  permitted: readonly TestGeneralName[],
  excluded: readonly TestGeneralName[] = [],
): TestExtension {
  const trees = (number: number, names: readonly TestGeneralName[]): DerPart[] =>
    names.length === 0 ? [] : [tagged(number, ...names.map((name) => sequence(writeGeneralName(name))))]
  return extension('2.5.29.30', sequence(...trees(0, permitted), ...trees(1, excluded)), true)
}

export const policies = (oids: readonly string[]): TestExtension =>
  extension('2.5.29.32', sequence(...oids.map((policy) => sequence(oid(policy)))))

export const policyMappings = (pairs: readonly (readonly [string, string])[]): TestExtension =>
  extension('2.5.29.33', sequence(...pairs.map(([from, to]) => sequence(oid(from), oid(to)))), true)

export function policyConstraints(explicit?: number, noMapping?: number): TestExtension {
  const field = (number: number, value: number | undefined): DerPart[] =>
    value === undefined ? [] : [implicit(number, encode(integer(value)).subarray(2))]
  return extension('2.5.29.36', sequence(...field(0, explicit), ...field(1, noMapping)), true)
}

export const inhibitAnyPolicy = (skip: number): TestExtension => extension('2.5.29.54', integer(skip), true)
