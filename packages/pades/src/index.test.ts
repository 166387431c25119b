import { describe, expect, expectTypeOf, test } from 'vitest'
import type {
  FileReport,
  FileVerdict,
  PreparedSignature,
  Signed,
  Signer,
  SignOptions,
  TimestampSource,
  TrustStore,
  Verdict,
  VerifyOptions,
} from './index.ts'
import * as face from './index.ts'

test('what is promised is this and nothing more', () => {
  expect(Object.keys(face).sort()).toMatchInlineSnapshot(`
    [
      "AnswerCache",
      "CertificateCache",
      "PadesError",
      "PdfDict",
      "PdfName",
      "PdfStream",
      "PdfString",
      "arrivalMark",
      "bytesSource",
      "checkPdfA",
      "checkTimestamp",
      "complete",
      "cornerMark",
      "countPages",
      "decodeStream",
      "defaultLimits",
      "errorSentence",
      "evidenceSource",
      "extend",
      "fileSource",
      "firstTimestampOf",
      "httpFetcher",
      "isGood",
      "keySigner",
      "listRemoteCredentials",
      "marksUnder",
      "needsRenewal",
      "openP12",
      "openPdf",
      "openPem",
      "openRemote",
      "openToken",
      "pageAt",
      "pdfASentence",
      "personMark",
      "pictureOfWidget",
      "pictureSentence",
      "placeInField",
      "placeMark",
      "prepare",
      "readForm",
      "sealMark",
      "sealPlace",
      "sign",
      "signingPool",
      "stampPage",
      "timestampSource",
      "trustStore",
      "verify",
      "verifyingPool",
    ]
  `)
})

describe('the types of the face', () => {
  const signer = {} as Signer
  const at = new Date(0)
  const trust: readonly TrustStore[] = []

  test('a signature has a signer and the time that it claims', () => {
    expectTypeOf(face.sign).returns.resolves.toEqualTypeOf<Signed>()
    expectTypeOf({ signer, at }).toExtend<SignOptions>()
    // @ts-expect-error Nobody signs without saying when: this library reads no clock.
    const withoutTime: SignOptions = { signer }
    // @ts-expect-error The levels are those of EN 319 142-1.
    const noLevel: SignOptions = { signer, at, level: 'B-LTV' }
    expect([withoutTime, noLevel]).toHaveLength(2)
  })

  test('what signs gives bytes, at once or later', () => {
    expectTypeOf<Signer['sign']>().parameters.toEqualTypeOf<[signedAttributes: Uint8Array]>()
    expectTypeOf<Signer['sign']>().returns.toEqualTypeOf<Uint8Array | Promise<Uint8Array>>()
    expectTypeOf(face.openP12).returns.toEqualTypeOf<Signer>()
    expectTypeOf(face.timestampSource).returns.toEqualTypeOf<TimestampSource>()
  })

  test('a file is judged as of a time, against somebody', () => {
    expectTypeOf({ trust, at }).toExtend<VerifyOptions>()
    // @ts-expect-error Whom to trust is said, also where it is nobody.
    const withoutTrust: VerifyOptions = { at }
    // @ts-expect-error An anchor is a certificate that was read: `trustStore` reads it.
    const unread: TrustStore = { name: 'gốc', kind: 'public', anchors: [new Uint8Array()] }
    expect([withoutTrust, unread]).toHaveLength(2)
    expectTypeOf(face.verify).returns.resolves.toEqualTypeOf<FileReport>()
  })

  test('a verdict is one of seven, of a signature one of five', () => {
    expectTypeOf<FileVerdict>().exclude<Verdict>().toEqualTypeOf<'not_signed' | 'error'>()
    expectTypeOf<Verdict>().toEqualTypeOf<
      'valid' | 'valid_no_tsa' | 'modified_after' | 'indeterminate' | 'invalid'
    >()
  })

  test('a prepared signature is plain data that nothing changes', () => {
    const prepared = {} as PreparedSignature
    expectTypeOf(prepared.toSign).toEqualTypeOf<string>()
    // @ts-expect-error It is what was prepared.
    prepared.digest = ''
    expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared)
  })
})
