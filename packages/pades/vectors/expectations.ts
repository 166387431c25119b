import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileVerdict } from '../src/verify/report.ts'
import type { VerifyOptions } from '../src/verify/verify.ts'
import { parseCertificate } from '../src/x509/certificate.ts'

/** `expected.json`: against what the files are judged, and what is right to say of each. DER in base64. */
export interface Expectations {
  readonly at: string
  readonly trust: readonly string[]
  readonly certificates: readonly string[]
  readonly crls: readonly string[]
  readonly files: readonly {
    readonly file: string
    readonly about: string
    readonly verdict: FileVerdict
    readonly sub: string | null
    readonly isAlone?: boolean
    /** In place of the others. */
    readonly crl?: string
  }[]
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

export function readVector(path: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, path))
}

export function readExpectations(): Expectations {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')) as Expectations
}

/** Against what one of the files is judged. */
export function optionsFor(
  all: Expectations,
  { isAlone, crl }: Expectations['files'][number],
): VerifyOptions {
  const { at, trust, certificates, crls } = all
  const anchors = trust.map((one) => parseCertificate(bytes(one)))
  const lists = crl === undefined ? crls : [crl, ...crls.slice(0, 1)]
  return {
    trust: [{ name: 'thử', kind: 'test', anchors }],
    at: new Date(at),
    ...(isAlone !== true && { given: { certificates: certificates.map(bytes), crls: lists.map(bytes) } }),
  }
}
