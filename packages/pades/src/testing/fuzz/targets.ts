import { hash as digestOf } from 'node:crypto'
import { checkSignedData } from '../../cms/check.ts'
import { parseSignedData } from '../../cms/signed-data.ts'
import { parseTimestampResponse } from '../../cms/timestamp-request.ts'
import { checkTimestampToken, parseTimestampToken } from '../../cms/timestamp-token.ts'
import { normaliseDer } from '../../der/normalise.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { type VerifyOptions, verify } from '../../verify/verify.ts'
import { parseCertificate } from '../../x509/certificate.ts'
import { parseCrl } from '../../x509/crl.ts'
import { parseOcsp } from '../../x509/ocsp.ts'
import { type TestIdentity, testAuthority, testNow } from '../authority.ts'
import { readWhole } from '../exercise-pdf.ts'
import { makeCrl, makeOcsp } from '../revocation.ts'
import { makeSignedData } from '../signed-data.ts'
import { grantToken, imprintOf, issueTimestamper, makeToken } from '../timestamp.ts'
import type { FuzzTarget } from './fuzz.ts'
import { mutateDer, mutatePdf } from './mutate.ts'

const authority = testAuthority()
const holder = authority.issue({
  purposes: ['1.3.6.1.5.5.7.3.36'],
  crlUrl: 'http://a.vn/',
  ocspUrl: 'http://b.vn/',
})
const stamper = issueTimestamper(authority)
const digest = digestOf('sha256', 'x', 'buffer')

/** Everything that reads DER. */
export function derTargets(): readonly FuzzTarget[] {
  const target = (name: string, seeds: readonly Uint8Array[], run: FuzzTarget['run']): FuzzTarget => ({
    name,
    seeds,
    mutate: mutateDer,
    run,
  })
  const message = (identity: TestIdentity) => makeSignedData(identity, { digest })
  const token = makeToken(stamper, imprintOf(Buffer.from('x')), { accuracy: { seconds: 1 } })
  const list = makeCrl(authority, { revoked: [{ certificate: holder.parsed, reason: 1 }] })
  return [
    target('DER made of BER', [message(holder), token], (bytes) => {
      const { der } = normaliseDer(bytes)
      // What was mended is DER, and stays as it is.
      if (normaliseDer(der).wasDer === false) throw new Error('what was mended is no DER')
    }),
    target('certificates', [holder.certificate, authority.certificate, stamper.certificate], (bytes) => {
      const certificate = parseCertificate(bytes)
      certificate.isSignedBy(authority.parsed)
      certificate.subject.toString()
    }),
    target('CRLs', [list], (bytes) => {
      const crl = parseCrl(bytes)
      crl.find(holder.parsed.serialBytes)
      crl.isSignedBy(authority.parsed)
    }),
    target('OCSP answers', [makeOcsp(authority, holder.parsed)], (bytes) => {
      const { answer } = parseOcsp(bytes)
      answer?.find(holder.parsed, authority.parsed)
      answer?.isSignedBy(authority.parsed)
    }),
    target('messages', [message(holder), message(authority.issue({ keyKind: 'rsa2048' }))], (bytes) => {
      checkSignedData(parseSignedData(bytes), digest)
    }),
    target('time-stamps', [token], (bytes) => {
      checkTimestampToken(parseTimestampToken(bytes), { digestBy: () => digest })
    }),
    target('answers with time-stamps', [grantToken(token)], (bytes) => {
      parseTimestampResponse(bytes)
    }),
  ]
}

/** Reading, judging and signing files. */
export function pdfTargets(
  unsigned: readonly Uint8Array[],
  signed: readonly Uint8Array[],
  options: VerifyOptions,
): readonly FuzzTarget[] {
  return [
    {
      name: 'the reader',
      seeds: [...unsigned, ...signed],
      mutate: mutatePdf,
      run: (bytes) => void readWhole(bytesSource(bytes)),
    },
    {
      name: 'verifying',
      seeds: signed,
      mutate: mutatePdf,
      run: async (bytes) => {
        const { verdict, error } = await verify(bytes, options)
        if ((verdict === 'error') !== (error !== null)) throw new Error(`${verdict} with ${error?.code}`)
      },
    },
    {
      name: 'signing',
      seeds: unsigned,
      mutate: mutatePdf,
      run: (bytes) => signsOrRefuses(bytes),
    },
  ]
}

const ownOptions: VerifyOptions = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
}

/** A file that we sign is one that we find good. */
async function signsOrRefuses(bytes: Uint8Array): Promise<void> {
  const signed = (await sign(bytes, { signer: holder, at: testNow })).bytes()
  const { verdict, reason, signatures } = await verify(signed, ownOptions)
  const before = await verify(bytes, ownOptions)
  if (before.verdict === 'not_signed' && verdict !== 'valid_no_tsa')
    throw new Error(`signed, and then ${verdict}: ${reason.en} (${signatures.length})`)
}
