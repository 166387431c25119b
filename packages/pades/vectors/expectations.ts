import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GivenEvidence } from '../src/verify/evidence.ts'
import type { FileVerdict } from '../src/verify/report.ts'
import type { VerifyOptions } from '../src/verify/verify.ts'
import { parseCertificate } from '../src/x509/certificate.ts'

/** `expected.json`: against what the files are judged, and what is right to say of each. DER in base64. */
export interface Expectations {
  readonly at: string
  readonly trust: readonly string[]
  readonly given: Given
  readonly files: readonly {
    readonly file: string
    readonly about: string
    readonly verdict: FileVerdict
    readonly sub: string | null
    readonly isAlone?: boolean
    /** In place of what is given for the others. */
    readonly given?: Given
  }[]
}

export interface Given {
  readonly certificates: readonly string[]
  readonly crls: readonly string[]
  readonly ocsps: readonly string[]
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
  { isAlone, given }: Expectations['files'][number],
): VerifyOptions {
  const anchors = all.trust.map((one) => parseCertificate(bytes(one)))
  return {
    trust: [{ name: 'thử', kind: 'test', anchors }],
    at: new Date(all.at),
    ...(isAlone !== true && { given: given64(given ?? all.given) }),
  }
}

function given64({ certificates, crls, ocsps }: Given): GivenEvidence {
  return { certificates: certificates.map(bytes), crls: crls.map(bytes), ocsps: ocsps.map(bytes) }
}
