import { type Dirent, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PadesError } from '../errors.ts'
import { readPem } from '../keys/pem-blocks.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import type { TrustStore } from '../x509/path.ts'
import { onFile } from './shell/file-error.ts'
import { readWhole } from './shell/whole-file.ts'

/** What a folder of trust holds: certificates as anchors, and lists of revoked ones beside them. */
export interface TrustFolder {
  readonly stores: readonly TrustStore[]
  /** DER. */
  readonly crls: readonly Uint8Array[]
}

const kinds = new Set(['public', 'official', 'test'])
const certificateEnding = /\.(pem|crt|cer|der)$/i
const listEnding = /\.crl$/i
/** Lists of large authorities have tens of megabytes. */
const mostBytes = 256 << 20

/**
 * Reads a folder of trust. Every certificate in it (`.pem`, `.crt`, `.cer`, `.der`; PEM or DER) is an anchor, every
 * `.crl` is revocation data. Folders in it named `public`, `official` or `test` are stores of that kind of their own.
 *
 * @throws PadesError `certificate_malformed` with the file's name; FileError
 */
export function readTrustFolder(path: string): TrustFolder {
  const stores: TrustStore[] = []
  const crls: Uint8Array[] = []
  for (const [folder, kind] of foldersOf(path)) {
    const anchors: Certificate[] = []
    for (const entry of entriesOf(folder)) {
      if (entry.isDirectory()) continue
      const file = join(folder, entry.name)
      const isList = listEnding.test(entry.name)
      if (!isList && !certificateEnding.test(entry.name)) continue
      anchors.push(...certificatesIn(file, !isList))
      crls.push(...blocksIn(file, 'crl', isList))
    }
    if (anchors.length > 0) stores.push({ name: basename(folder), kind, anchors })
  }
  return { stores, crls }
}

function foldersOf(path: string): readonly (readonly [string, TrustStore['kind']])[] {
  const own = [path, kindOf(basename(path))] as const
  const below = entriesOf(path)
    .filter((entry) => entry.isDirectory() && kinds.has(entry.name))
    .map((entry) => [join(path, entry.name), kindOf(entry.name)] as const)
  return [own, ...below]
}

const entriesOf = (path: string): readonly Dirent[] =>
  onFile('list', path, () => readdirSync(path, { withFileTypes: true }))

function kindOf(name: string): TrustStore['kind'] {
  return kinds.has(name) ? (name as TrustStore['kind']) : 'other'
}

function certificatesIn(file: string, isNamedSo: boolean): readonly Certificate[] {
  return blocksIn(file, 'certificate', isNamedSo).map((der) => {
    try {
      return parseCertificate(der)
    } catch (cause) {
      if (!(cause instanceof PadesError)) throw cause
      throw new PadesError(cause.code, `${file}: ${cause.message}`, { ...cause.details, file }, { cause })
    }
  })
}

const labels = {
  certificate: new Set(['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE']),
  crl: new Set(['X509 CRL']),
}

/** The blocks of that kind in a PEM file; a file in DER is one block of the kind that its name says. */
function blocksIn(file: string, kind: keyof typeof labels, isNamedSo: boolean): readonly Uint8Array[] {
  const bytes = readWhole(file, mostBytes)
  const blocks = readPem(bytes)
  if (blocks.length === 0) return isNamedSo ? [bytes] : []
  return blocks.filter(({ label }) => labels[kind].has(label)).map((block) => block.der())
}
