import { expect, test } from 'vitest'
import { hashPassword, noPassword, verifyPassword } from './passwords.ts'

test('a hash is argon2id at no less than what OWASP asks, and no two are alike', async () => {
  const [one, two] = await Promise.all([hashPassword('một câu dài'), hashPassword('một câu dài')])
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one) ?? []
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
  expect(Number(passes)).toBeGreaterThanOrEqual(2)
  expect(one).not.toBe(two)
})

test('the right password is known again, whichever way the keyboard composes its letters', async () => {
  const kept = await hashPassword('Tứ Kỳ quê hương'.normalize('NFC'))
  expect(await verifyPassword(kept, 'Tứ Kỳ quê hương'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(kept, 'Tứ Kỳ quê hương ')).toBe(false)
  expect(await verifyPassword(kept, 'tứ kỳ quê hương')).toBe(false)
})

test('nothing matches where there is no password', async () => {
  expect(await verifyPassword(undefined, 'bất kỳ')).toBe(false)
  expect(await verifyPassword(noPassword, noPassword)).toBe(false)
  expect(await verifyPassword('', '')).toBe(false)
})
