import { hash as digestOf } from 'node:crypto'
import type { HashName } from '../algorithms.ts'
import { type SigningIdentity, signedAttributes } from '../cms/build.ts'
import { chooseAlgorithm } from '../keys/algorithm.ts'
import type { SignatureScheme } from '../keys/signer.ts'
import { openPdf } from '../pdf/document.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { begin, type SignatureOptions, type SigningLevel } from './begin.ts'
import { checkPath, type SignWarning, uncheckedWarnings } from './check-path.ts'
import { checkSigner } from './check-signer.ts'
import { reserveFor } from './sign.ts'
import { digestsOfUnfinished } from './unfinished.ts'

export interface PrepareOptions extends SignatureOptions {
  /** DER of the certificate of the key that will sign. */
  readonly certificate: Uint8Array
  /** DER, nearest first. */
  readonly issuers?: readonly Uint8Array[]
  readonly scheme?: SignatureScheme
  readonly hash?: HashName
  /** From B-T on: how long a time-stamp is at most. What is missing then cannot be had later. */
  readonly tokenBytesAtMost?: number
}

/**
 * A signature that waits for its value: plain data, to be kept as JSON for as long as it takes. Bytes are Base64. It is
 * worth nothing without the file that it was made for, and `complete` trusts none of it.
 */
export interface PreparedSignature {
  readonly format: 'pades-prepared-1'
  readonly original: { readonly sizeBytes: number; readonly sha256: string }
  /** What comes after the file, without the signature. */
  readonly appended: string
  readonly contentsAt: number
  readonly roomBytes: number
  readonly certificate: string
  readonly issuers: readonly string[]
  readonly scheme: SignatureScheme
  readonly hash: HashName
  readonly level: SigningLevel
  /** For a key that hashes by itself: what is to be signed. */
  readonly toSign: string
  /** For a key that signs a hash: the hash of `toSign`. */
  readonly digest: string
  readonly warnings: readonly SignWarning[]
}

/** How much room is kept for a time-stamp of which nothing is known: more than authorities of today need. */
const usualTokenBytes = 8192

/**
 * The first of two steps: all of a signature but its value, for a key that is on a telephone or in a browser.
 *
 * @throws PadesError as `sign` does of the file, the place and the certificate
 */
export async function prepare(
  pdf: Uint8Array | ByteSource,
  options: PrepareOptions,
): Promise<PreparedSignature> {
  const { at, check, level = 'B-B' } = options
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  const identity = identityOf(options)
  const certificate = checkSigner(identity, at)
  const file = openPdf(source)
  const warnings = check === undefined ? uncheckedWarnings(certificate) : await checkPath(identity, at, check)
  const { tokenBytesAtMost = usualTokenBytes } = options
  const unfinished = begin(file, identity, options, level === 'B-B' ? 0 : reserveFor({ tokenBytesAtMost }))
  const { original, covered } = digestsOfUnfinished(source, unfinished, identity.hash)
  const toSign = signedAttributes(identity, covered)
  return {
    format: 'pades-prepared-1',
    original: { sizeBytes: source.sizeBytes, sha256: original.toString('hex') },
    appended: base64(unfinished.appended),
    contentsAt: unfinished.contentsAt,
    roomBytes: unfinished.roomBytes,
    certificate: base64(identity.certificate),
    issuers: identity.issuers.map(base64),
    scheme: identity.scheme,
    hash: identity.hash,
    level,
    toSign: base64(toSign),
    digest: digestOf(identity.hash, toSign, 'base64'),
    warnings,
  }
}

function identityOf({ certificate, issuers = [], scheme, hash }: PrepareOptions): SigningIdentity {
  const { key } = parseCertificate(certificate)
  return { certificate, issuers, ...chooseAlgorithm(key, { scheme, hash }) }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
