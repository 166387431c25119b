import { describe, expect, test } from 'vitest'
import { codeAt, isTotpSecret, newTotpSecret, stepOf, totpUri } from './totp.ts'

// The secret and the times of RFC 6238, appendix B; our codes are the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

const at = (seconds: number) => new Date(seconds * 1000)

test.each(vectors)('the code of second %i is that of RFC 6238', (seconds, code) => {
  expect(codeAt(secret, at(seconds))).toBe(code)
  expect(stepOf(secret, code, at(seconds), 0)).toBe(Math.floor(seconds / 30))
})

describe('a code', () => {
  const now = at(1_234_567_890)
  const step = Math.floor(1_234_567_890 / 30)
  const code = codeAt(secret, now)

  test('is taken from a clock that is one step off, and from none that is further', () => {
    const judged = [-60, -30, 0, 30, 60].map((off) =>
      stepOf(secret, codeAt(secret, at(1_234_567_890 + off)), now, 0),
    )
    expect(judged).toEqual([null, step - 1, step, step + 1, null])
  })

  test('is not taken again, nor is one that is older than the last', () => {
    expect(stepOf(secret, code, now, step)).toBeNull()
    expect(stepOf(secret, codeAt(secret, at(1_234_567_860)), now, step)).toBeNull()
    expect(stepOf(secret, codeAt(secret, at(1_234_567_920)), now, step)).toBe(step + 1)
  })

  test.each(['', '1', '000000', '28708', '2870822', 'abcdef'])('is not %j', (wrong) => {
    expect(stepOf(secret, wrong, now, 0)).toBeNull()
  })
})

test('a new secret has 160 bits, is never the same, and is read by an application', () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret)
  expect(new Set(secrets).size).toBe(50)
  expect(secrets.every(isTotpSecret)).toBe(true)
  const uri = new URL(totpUri(secret, 'van-phong', 'Đột Phá'))
  expect(uri.protocol).toBe('otpauth:')
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, digits: '6', period: '30' })
})
