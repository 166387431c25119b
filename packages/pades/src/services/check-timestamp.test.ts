import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildTimestampRequest, parseTimestampResponse } from '../cms/timestamp-request.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { answerRequest, issueTimestamper } from '../testing/timestamp.ts'
import { checkTimestamp } from './check-timestamp.ts'

const ca = testAuthority()
const digest = hash('sha256', 'gốc của nhật ký', 'buffer')
const trust = (anchor: typeof ca) => [{ name: 'thử', kind: 'test', anchors: [anchor.parsed] } as const]
const token = tokenBy(issueTimestamper(ca))

function tokenBy(stamper: ReturnType<typeof issueTimestamper>): Uint8Array {
  const answer = answerRequest(stamper, buildTimestampRequest({ hash: 'sha256', digest }))
  const { token } = parseTimestampResponse(answer)
  if (token === null) throw new Error('the authority gave no token')
  return token
}

describe('a token that was kept', () => {
  test('says when something was stamped, with trust in its authority and without', () => {
    expect(checkTimestamp(token, { digest })).toEqual({ ok: true, at: testNow })
    expect(checkTimestamp(token, { digest, trust: trust(ca) })).toEqual({ ok: true, at: testNow })
  })

  test.each([
    ['imprint_mismatch', { digest: hash('sha256', 'gốc khác', 'buffer') }],
    ['imprint_mismatch', { digest, hash: 'sha512' }],
    ['issuer_not_found', { digest, trust: trust(testAuthority()) }],
    ['issuer_not_found', { digest, trust: [] }],
  ] as const)('does not: %s', (why, options) => {
    expect(checkTimestamp(token, options)).toEqual({ ok: false, why })
  })

  test('does not where a byte of it was changed', () => {
    const changed = Uint8Array.from(token)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(checkTimestamp(changed, { digest })).toEqual({ ok: false, why: 'value_wrong' })
    expect(checkTimestamp(token.subarray(1), { digest })).toEqual({ ok: false, why: 'malformed' })
  })

  test('does not where a certificate between had run out', () => {
    const between = ca.intermediate({ notAfter: new Date(testNow.getTime() - 86_400_000) })
    const late = tokenBy(issueTimestamper(between))
    expect(checkTimestamp(late, { digest, trust: trust(between) })).toMatchObject({ ok: true })
    expect(checkTimestamp(late, { digest, trust: trust(ca) })).toEqual({
      ok: false,
      why: 'certificate_not_valid',
    })
  })
})
