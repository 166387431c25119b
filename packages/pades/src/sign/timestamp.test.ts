import { describe, expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { pdfsigCount } from '../testing/pdf-judges.ts'
import { makeCrl } from '../testing/revocation.ts'
import { issueTimestamper, makeToken } from '../testing/timestamp.ts'
import { verify } from '../verify/verify.ts'
import { sign } from './sign.ts'

const authority = testAuthority()
const stamper = issueTimestamper(authority)
const pdf = buildPdf(pagesOf(1))
const trust = [{ name: 'Gốc thử', kind: 'test', anchors: [authority.parsed] }] as const

/** An authority whose tokens are as long as it likes. */
function source(tokenBytesAtMost: number) {
  const stamped: Uint8Array[] = []
  return {
    hash: 'sha256',
    tokenBytesAtMost,
    stamped,
    stamp: async (digest: Uint8Array) => {
      stamped.push(digest)
      return makeToken(stamper, digest)
    },
  } as const
}

describe('a signature with a time-stamp', () => {
  const tokenBytes = makeToken(stamper, new Uint8Array(32)).length

  test.each(['p256', 'rsa2048'] as const)('of %s proves its time', async (keyKind) => {
    const timestamp = source(tokenBytes)
    const signed = await sign(pdf, {
      signer: authority.issue({ keyKind }),
      at: testNow,
      level: 'B-T',
      timestamp,
    })
    const given = { crls: [makeCrl(authority)] }
    const report = await verify(signed.bytes(), { trust, at: testNow, given })
    expect([report.verdict, report.signatures[0]?.level, signed.level]).toEqual(['valid', 'B-T', 'B-T'])
    expect(pdfsigCount(signed.bytes())).toBeOneOf([1, null])
    expect(timestamp.stamped).toHaveLength(1)
  })

  test('is made anew with more room where the token is longer than was thought', async () => {
    const timestamp = source(100)
    let signatures = 0
    const { sign: signWith, ...identity } = authority.issue()
    const signer = {
      ...identity,
      sign: (attributes: Uint8Array) => {
        signatures += 1
        return signWith(attributes)
      },
    }
    const signed = await sign(pdf, { signer, at: testNow, level: 'B-T', timestamp })
    expect([signatures, timestamp.stamped.length]).toEqual([2, 2])
    const given = { crls: [makeCrl(authority)] }
    expect((await verify(signed.bytes(), { trust, at: testNow, given })).verdict).toBe('valid')
  })

  test('gives up where each token is longer than the one before', async () => {
    let bytes = 1000
    const timestamp = {
      hash: 'sha256',
      tokenBytesAtMost: 1000,
      stamp: async () => {
        bytes *= 3
        return new Uint8Array(bytes)
      },
    } as const
    const signing = sign(pdf, { signer: authority.issue(), at: testNow, level: 'B-T', timestamp })
    await expect(signing).rejects.toMatchObject({ code: 'not_enough_room' })
    expect(bytes).toBe(27_000)
  })

  test('is none where the authority does not answer', async () => {
    const unreachable = new PadesError('service_unreachable', 'nobody there')
    const timestamp = { ...source(tokenBytes), stamp: () => Promise.reject(unreachable) }
    const signing = sign(pdf, { signer: authority.issue(), at: testNow, level: 'B-T', timestamp })
    await expect(signing).rejects.toBe(unreachable)
  })
})
