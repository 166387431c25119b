import { expect, test } from 'vitest'
import { documentTimestamp } from '../../sign/document-timestamp.ts'
import { bytesSource } from '../../source.ts'
import { changed, parsed, withRevision } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf, latin1, pagesOf, streamText } from '../../testing/build-pdf.ts'
import { makeCrl, makeOcsp } from '../../testing/revocation.ts'
import { signAnyhow } from '../../testing/sign-anyhow.ts'
import { issueTimestamper, makeToken } from '../../testing/timestamp.ts'
import { purposeOids } from '../../x509/purpose.ts'
import { verify } from '../verify.ts'

/* Time-stamps, lists and answers that do not say what they are shown for. */

const authority = testAuthority()
const stranger = testAuthority()
const pdf = buildPdf(pagesOf(1))
const day = 86_400_000
const from = (ms: number) => new Date(testNow.getTime() + ms)
const list = makeCrl(authority)
const stamper = issueTimestamper(authority)
const an = authority.issue()
/** Has run out when it is judged, two days later. */
const brief = authority.issue({ notAfter: from(day) })

type Options = Partial<Parameters<typeof verify>[1]>

async function judge(file: Uint8Array, options: Options = {}) {
  const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
  return verify(file, { trust, at: testNow, given: { crls: [list] }, ...options })
}

/** The file with a document time-stamp over it, or over something else. */
async function stamped(file: Uint8Array, by = stamper, over?: Uint8Array): Promise<Uint8Array> {
  const stamp = async (digest: Uint8Array) => makeToken(by, over ?? digest)
  const source = { hash: 'sha256', tokenBytesAtMost: 9000, stamp } as const
  return Buffer.concat([file, await documentTimestamp(bytesSource(file), source)])
}

test('a file that was only stamped is signed by nobody', async () => {
  expect((await judge(await stamped(pdf))).verdict).toBe('not_signed')
  expect((await judge(await stamped(pdf, stamper, Buffer.alloc(32)))).verdict).toBe('invalid')
})

test('a document time-stamp proves a time only where it is itself right and trusted', async () => {
  const later = {
    at: from(2 * day),
    given: { crls: [list, makeCrl(authority, { thisUpdate: from(1.5 * day), nextUpdate: from(3 * day) })] },
  }
  const signed = signAnyhow(pdf, brief)
  expect((await judge(signed, later)).verdict).toBe('indeterminate')
  expect((await judge(await stamped(signed), later)).verdict).toBe('valid')
  const byStranger = await judge(await stamped(signed, issueTimestamper(stranger)), later)
  expect(byStranger.signatures.map(({ verdict }) => verdict)).toEqual(['indeterminate', 'indeterminate'])
  const broken = await judge(await stamped(signed, stamper, Buffer.alloc(32)), later)
  expect(broken.signatures.map(({ verdict }) => verdict)).toEqual(['indeterminate', 'invalid'])
})

test('a certificate that was revoked in the second in which it signed was revoked', async () => {
  const rsa = authority.issue({ keyKind: 'rsa2048' })
  const signed = signAnyhow(pdf, rsa, { stamp: { by: stamper } })
  const revokedAt = (at: Date) => ({
    given: { crls: [makeCrl(authority, { revoked: [{ certificate: rsa.parsed, at }] })] },
  })
  expect((await judge(signed, revokedAt(testNow))).verdict).toBe('invalid')
  expect((await judge(signed, revokedAt(from(1000)))).verdict).toBe('valid')
})

const responder = (notAfter: Date) => authority.issue({ purposes: [purposeOids.ocspSigning], notAfter })

test.each<[string, NonNullable<Options['given']>]>([
  ['a list that names no next one', { crls: [makeCrl(authority, { nextUpdate: null })] }],
  [
    'an answer of a responder whose certificate had run out',
    { ocsps: [makeOcsp(authority, an.parsed, { responder: responder(from(-day)) })] },
  ],
  [
    'an answer of last week',
    { ocsps: [makeOcsp(authority, an.parsed, { thisUpdate: from(-7 * day), nextUpdate: from(-6 * day) })] },
  ],
])('%s says nothing', async (_, given) => {
  expect((await judge(signAnyhow(pdf, an), { given })).verdict).toBe('indeterminate')
})

test('authorities that certify one another in a ring lead nowhere', async () => {
  const [one, other] = [testAuthority(), testAuthority()]
  const cross = one.issue({ key: other.key, subject: other.parsed.subject.raw, ca: true }).certificate
  const back = other.issue({ key: one.key, subject: one.parsed.subject.raw, ca: true }).certificate
  const given = { certificates: [cross, back, one.certificate, other.certificate] }
  expect((await judge(signAnyhow(pdf, one.issue()), { given })).verdict).toBe('indeterminate')
})

test('a store full of lists that others made under the name of the authority is not read to its end', async () => {
  const name = authority.parsed.subject.raw
  const fakes = Array.from({ length: 40 }, (_, at) =>
    makeCrl(stranger, { issuer: name, thisUpdate: from(-day - at * 1000) }),
  )
  const text = (der: Uint8Array) => streamText('', latin1(der))
  const signed = signAnyhow(pdf, an)
  const numbers = [...fakes, list].map((_, at) => 61 + at)
  const file = withRevision(signed, (then) => [
    changed(then, 1, { DSS: `<</CRLs[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>` }),
    ...[...fakes, list].map((der, at) => ({ number: 61 + at, value: parsed(text(der)) })),
  ])
  expect((await judge(file, { given: {} })).verdict).toBe('indeterminate')
  expect((await judge(file)).verdict).toBe('valid_no_tsa')
})
