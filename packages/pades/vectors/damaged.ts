import type { Desk } from '../matrix/desk.ts'
import { sign } from '../src/sign/sign.ts'
import {
  type IssueOptions,
  type TestAuthority,
  type TestIdentity,
  testAuthority,
} from '../src/testing/authority.ts'
import { buildPdf, latin1, pagesOf, streamText } from '../src/testing/build-pdf.ts'
import { nameConstraints } from '../src/testing/extensions.ts'
import { writeName } from '../src/testing/names.ts'
import { makeCrl, makeOcsp } from '../src/testing/revocation.ts'
import { type AnyhowOptions, signAnyhow } from '../src/testing/sign-anyhow.ts'
import { issueTimestamper } from '../src/testing/timestamp.ts'
import type { GivenEvidence } from '../src/verify/evidence.ts'
import { purposeOids } from '../src/x509/purpose.ts'
import type { Case, Made } from './case.ts'

const undetermined = ['indeterminate', 'TRY_LATER'] as const

/** One thing wrong with each: the file, the message, the certificate, the time. */
export const damaged: readonly Case[] = [
  onFile('one-byte', 'a digit of a page changed', (pdf) => replaced(pdf, '100 dong', '900 dong'), [
    'invalid',
    'HASH_FAILURE',
  ]),
  onFile('cut', 'its last sixty bytes cut off', (pdf) => pdf.subarray(0, -60), ['invalid', 'HASH_FAILURE']),
  onFile('bytes-after', 'an object after the end, that no cross-reference names', withHidden, [
    'modified_after',
    null,
  ]),
  onFile('gap', 'a byte range that leaves out more than `/Contents`', (pdf) => moved(pdf, 1, -200), [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onFile('gap-after', 'a byte range that leaves out more behind `/Contents`', (pdf) => moved(pdf, 2, 40), [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onFile('short-range', 'a byte range that ends before the end', (pdf) => moved(pdf, 3, -20), [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onFile('overlap', 'a byte range of two spans that overlap', (pdf) => moved(pdf, 2, -10_000), [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onFile(
    'no-contents',
    '`/Contents` under another name',
    (pdf) => replaced(pdf, '/Contents <', '/Kontents <'),
    ['invalid', 'FORMAT_FAILURE'],
  ),
  onFile(
    'no-byte-range',
    '`/ByteRange` under another name',
    (pdf) => replaced(pdf, '/ByteRange', '/BiteRange'),
    ['invalid', 'FORMAT_FAILURE'],
  ),
  onFile('zero-contents', '`/Contents` of zeros alone', (pdf) => filled(pdf, '0'), [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onFile('not-hex', '`/Contents` that are no hexadecimal digits', (pdf) => filled(pdf, 'g'), ['error', null]),
  onMessage('value-wrong', 'a value that the key did not make', { breakValue: true }, [
    'invalid',
    'SIG_CRYPTO_FAILURE',
  ]),
  onMessage('two-signers', 'two signers in one message', { twice: true }, ['invalid', 'FORMAT_FAILURE']),
  onMessage('content-inside', 'a content of its own', { content: Buffer.from('khác') }, [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onMessage('after-message', 'bytes behind the message', { after: Buffer.from('thêm') }, [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onMessage('content-type', 'the wrong content type', { contentTypeAttribute: '1.2.3.4' }, [
    'invalid',
    'FORMAT_FAILURE',
  ]),
  onMessage('no-attributes', 'no signed attributes', { attributes: null }, ['invalid', 'FORMAT_FAILURE']),
  onMessage('not-bound', 'no `signing-certificate-v2`', { ess: 'none' }, [
    'invalid',
    'SIG_CONSTRAINTS_FAILURE',
  ]),
  onMessage('no-certificate', 'no certificate', { certificates: [] }, [
    'indeterminate',
    'NO_SIGNING_CERTIFICATE_FOUND',
  ]),
  onMessage('sha1', 'SHA-1', { hash: 'sha1' }, ['invalid', 'CRYPTO_CONSTRAINTS_FAILURE']),
  onMessage('md5', 'MD5', { hash: 'md5' }, ['invalid', 'CRYPTO_CONSTRAINTS_FAILURE']),
  onMessage('adbe-sha1', 'an older kind, `adbe.x509.rsa_sha1`', { subFilter: 'adbe.x509.rsa_sha1' }, [
    'invalid',
    'CRYPTO_CONSTRAINTS_FAILURE',
  ]),
  {
    name: 'certificate-swapped',
    about: 'the certificate of another signer of the same name in its place',
    expected: { verdict: 'indeterminate', sub: 'NO_SIGNING_CERTIFICATE_FOUND' },
    make: (desk) => {
      const twin = testAuthority().issue({ commonName: 'Nguyễn Thị Ánh' })
      return anyhow(desk, {}, { certificates: [twin.certificate] })
    },
  },
  onCertificate('expired', { notAfter: new Date('2026-01-01T00:00:00Z') }, ['invalid', 'EXPIRED']),
  onCertificate('not-yet-valid', { notBefore: new Date('2048-01-01T00:00:00Z') }, [
    'invalid',
    'NOT_YET_VALID',
  ]),
  onCertificate('for-servers', { purposes: [purposeOids.serverAuth] }, [
    'invalid',
    'CHAIN_CONSTRAINTS_FAILURE',
  ]),
  onCertificate('rsa-1024', { keyKind: 'rsa1024' }, ['invalid', 'CRYPTO_CONSTRAINTS_FAILURE']),
  {
    name: 'stranger',
    about: 'a certificate whose root nobody trusts',
    expected: { verdict: 'indeterminate', sub: 'NO_CERTIFICATE_CHAIN_FOUND' },
    make: (desk) => signAnyhow(decision, testAuthority().issue(), { claimed: desk.madeAt, roomBytes: 4000 }),
  },
  onPath('path-too-long', 'an authority below one that allows none', 'invalid', (desk) => {
    const short = desk.ca.intermediate({ pathLength: 0, notAfter })
    return [short, short.intermediate({ notAfter })]
  }),
  onPath('name-not-permitted', 'an authority that may name only Laos', 'invalid', (desk) => [
    desk.ca.intermediate({
      notAfter,
      extensions: [nameConstraints([{ directory: writeName({ C: 'LA' }) }])],
    }),
  ]),
  onPath('no-authority', 'a certificate under one that is no authority', 'invalid', (desk) => [
    desk.ca.intermediate({ notAfter, ca: false }),
  ]),
  onRevocation(
    'revoked',
    'a certificate that was revoked the day before',
    ['invalid', 'REVOKED'],
    (desk, signer) => {
      const revoked = [{ certificate: signer.parsed, at: new Date(desk.madeAt.getTime() - 86_400_000) }]
      return { crls: [makeCrl(desk.ca, { ...desk.times(), revoked }), makeCrl(desk.root, desk.times())] }
    },
  ),
  onRevocation(
    'ocsp-by-anybody',
    'an OCSP answer by one who may not give any',
    undetermined,
    (desk, signer) => {
      const responder = desk.ca.issue({ notAfter, purposes: [purposeOids.clientAuth] })
      const ocsp = makeOcsp(desk.ca, signer.parsed, { ...desk.times(), responder })
      return { ocsps: [ocsp], crls: [makeCrl(desk.root, desk.times())] }
    },
  ),
  onRevocation('list-of-yesterday', 'a list that has run out', undetermined, (desk) => {
    const ago = (days: number) => new Date(desk.madeAt.getTime() - days * 86_400_000)
    const old = { thisUpdate: ago(9), nextUpdate: ago(1) }
    return { crls: [makeCrl(desk.ca, old), makeCrl(desk.root, desk.times())] }
  }),
  onTime('stamp-of-another', 'a time-stamp over another value', (by) => ({ by, over: Buffer.from('khác') }), [
    'invalid',
    'SIG_CONSTRAINTS_FAILURE',
  ]),
  onTime('stamp-md5', 'a time-stamp with MD5', (by) => ({ by, imprintHash: 'md5' }), [
    'invalid',
    'SIG_CONSTRAINTS_FAILURE',
  ]),
  onTime(
    'stamp-in-future',
    'a time-stamp of a day that has not come',
    (by) => ({ by, at: new Date('2047-01-01T00:00:00Z') }),
    ['indeterminate', 'NO_POE'],
  ),
  {
    name: 'stamp-by-anybody',
    about: 'a time-stamp by one who may not give any',
    expected: { verdict: 'invalid', sub: 'SIG_CONSTRAINTS_FAILURE' },
    make: (desk) => anyhow(desk, {}, { stamp: { by: desk.ca.issue({ notAfter }), at: desk.madeAt } }),
  },
]

const notAfter = new Date('2049-01-01T00:00:00Z')
const decision = buildPdf({ ...pagesOf(1), 20: streamText('', 'BT /F1 12 Tf (So tien: 100 dong) Tj ET') })

type Expected = readonly [verdict: Case['expected']['verdict'], sub: string | null]

function onFile(
  name: string,
  about: string,
  change: (pdf: Uint8Array) => Uint8Array,
  [verdict, sub]: Expected,
): Case {
  const make = async (desk: Desk): Promise<Made> => {
    const signer = desk.ca.issue({ notAfter })
    return change((await sign(decision, { signer, at: desk.madeAt })).bytes())
  }
  return { name, about, expected: { verdict, sub }, make }
}

function onMessage(name: string, about: string, options: AnyhowOptions, [verdict, sub]: Expected): Case {
  return { name, about, expected: { verdict, sub }, make: (desk) => anyhow(desk, {}, options) }
}

function onCertificate(name: string, options: IssueOptions, [verdict, sub]: Expected): Case {
  const about = `a certificate that is ${name.replaceAll('-', ' ')}`
  return { name, about, expected: { verdict, sub }, make: (desk) => anyhow(desk, options, {}) }
}

function onPath(
  name: string,
  about: string,
  verdict: Case['expected']['verdict'],
  below: (desk: Desk) => readonly TestAuthority[],
): Case {
  const make = (desk: Desk): Made => {
    const authorities = below(desk)
    const signer = authorities.at(-1)?.issue({ notAfter }) ?? desk.identity
    const crls = [desk.root, desk.ca, ...authorities].map((one) => makeCrl(one, desk.times()))
    return { pdf: signAnyhow(decision, signer, { claimed: desk.madeAt, roomBytes: 5000 }), given: { crls } }
  }
  return { name, about, expected: { verdict, sub: 'CHAIN_CONSTRAINTS_FAILURE' }, make }
}

function onRevocation(
  name: string,
  about: string,
  [verdict, sub]: Expected,
  given: (desk: Desk, signer: TestIdentity) => GivenEvidence,
): Case {
  const make = (desk: Desk): Made => {
    const signer = desk.ca.issue({ notAfter })
    const pdf = signAnyhow(decision, signer, { claimed: desk.madeAt, roomBytes: 4000 })
    return { pdf, given: given(desk, signer) }
  }
  return { name, about, expected: { verdict, sub }, make }
}

function onTime(
  name: string,
  about: string,
  stamp: (by: TestIdentity) => NonNullable<AnyhowOptions['stamp']>,
  [verdict, sub]: Expected,
): Case {
  const make = (desk: Desk) =>
    anyhow(desk, {}, { stamp: { at: desk.madeAt, ...stamp(issueTimestamper(desk.ca, { notAfter })) } })
  return { name, about, expected: { verdict, sub }, make }
}

/** RSA, because a time-stamp is made over a value that does not change. */
function anyhow(desk: Desk, certificate: IssueOptions, options: AnyhowOptions): Uint8Array {
  const signer = desk.ca.issue({ keyKind: 'rsa2048', notAfter, ...certificate })
  const roomBytes = options.stamp === undefined ? 4000 : 7000
  return signAnyhow(decision, signer, { claimed: desk.madeAt, roomBytes, ...options })
}

function replaced(pdf: Uint8Array, from: string, to: string): Uint8Array {
  const text = latin1(pdf)
  if (!text.includes(from)) throw new RangeError(`there is no ${from}`)
  return Buffer.from(text.replace(from, to), 'latin1')
}

/** One number of the byte range changed, the length of the whole kept. */
function moved(pdf: Uint8Array, index: number, by: number): Uint8Array {
  const [whole = '', list = ''] = /\/ByteRange ?\[([\d ]+)\]/.exec(latin1(pdf)) ?? []
  const numbers = list.trim().split(/ +/).map(Number)
  numbers[index] = (numbers[index] ?? 0) + by
  const text = `/ByteRange[${numbers.join(' ')}`
  return replaced(pdf, whole, `${text.padEnd(whole.length - 1)}]`)
}

function filled(pdf: Uint8Array, digit: string): Uint8Array {
  const [whole = ''] = /\/Contents ?<[0-9a-f]+>/.exec(latin1(pdf)) ?? []
  const head = whole.slice(0, whole.indexOf('<') + 1)
  return replaced(pdf, whole, `${head.padEnd(whole.length - 1, digit)}>`)
}

function withHidden(pdf: Uint8Array): Uint8Array {
  return Buffer.concat([pdf, Buffer.from('20 0 obj\n<</Length 0>>\nendobj\n')])
}
