import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSecretKey, parseSecretKeys, SecretKeys } from './secret-keys.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const place = fc.record({ purpose: fc.string(), id: fc.string() })
const text = fc.oneof(fc.string(), fc.constantFrom('', 'Đột Phá 🗝', 'GEZDGNBVGY3TQOJQ'))
const [mine, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const here = { purpose: 'totp', id: '019aa0aa-0000-7000-8000-000000000001' }

test('what is encrypted is read again in its place and nowhere else', () => {
  fc.assert(
    fc.property(key, place, place, text, (one, where, elsewhere, words) => {
      const keys = new SecretKeys([one])
      const encrypted = keys.encrypt(where, words)
      expect(keys.decrypt(where, encrypted)).toBe(words)
      if (where.purpose !== elsewhere.purpose || where.id !== elsewhere.id)
        expect(() => keys.decrypt(elsewhere, encrypted)).toThrow(/changed or moved/)
    }),
  )
})

test('with any one character changed, dropped or added it is not read', () => {
  const keys = new SecretKeys([mine])
  const encrypted = keys.encrypt(here, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const letters = [...'ABCXYZabcxyz0189-_.=']
  fc.assert(
    fc.property(
      fc.nat(encrypted.length - 1),
      fc.constantFrom('', ...letters),
      fc.boolean(),
      (at, by, add) => {
        const changed = encrypted.slice(0, at) + by + encrypted.slice(add ? at : at + 1)
        if (changed !== encrypted) expect(() => keys.decrypt(here, changed)).toThrow(/decrypting totp/)
      },
    ),
    { numRuns: 1000 },
  )
})

test('the same text is never written the same, and nothing of it stands in what is written', () => {
  const keys = new SecretKeys([mine])
  const written = Array.from({ length: 100 }, () => keys.encrypt(here, 'GEZDGNBVGY3TQOJQ'))
  expect(new Set(written).size).toBe(100)
  expect(written.filter((one) => one.includes('GEZD'))).toEqual([])
})

test('an older key still reads, and the current one writes', () => {
  const before = new SecretKeys([mine]).encrypt(here, 'bí mật')
  const after = new SecretKeys([other, mine])
  expect([after.decrypt(here, before), after.isOld(before)]).toEqual(['bí mật', true])
  const anew = after.encrypt(here, 'bí mật')
  expect(after.isOld(anew)).toBe(false)
  expect(new SecretKeys([other]).decrypt(here, anew)).toBe('bí mật')
})

test('a key that is not here is named as missing, also where another key takes its name', () => {
  const encrypted = new SecretKeys([mine]).encrypt(here, 'bí mật')
  const keys = new SecretKeys([other])
  expect(() => keys.decrypt(here, encrypted)).toThrow(expect.objectContaining({ code: 'secret_key_missing' }))
  const renamed = ['v1', keys.ids[0], encrypted.split('.')[2]].join('.')
  expect(() => keys.decrypt(here, renamed)).toThrow(expect.objectContaining({ code: 'secret_damaged' }))
})

test('keys are read as they are written: 32 bytes in base64, several parted by lines, spaces or commas', () => {
  const [first, second] = [newSecretKey(), newSecretKey()]
  for (const between of ['\n', ',', ', ', '\r\n'])
    expect(parseSecretKeys(`${first}${between}${second}\n`)).toEqual([
      Buffer.from(first, 'base64'),
      Buffer.from(second, 'base64'),
    ])
  for (const wrong of ['', ' \n', 'khoa', first.slice(1), `${first}A`, `${first}\nkhoa`, 'A'.repeat(44)])
    expect(parseSecretKeys(wrong)).toBeUndefined()
})
