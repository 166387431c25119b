import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('works without any setting, with the demonstration', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    demonstration: true,
    databaseUrl: undefined,
  })
})

test('never loads the demonstration into a database of the owner’s unless asked to', () => {
  const databaseUrl = 'postgres://somebody@somewhere/theirs'
  expect(readConfig({ DATABASE_URL: databaseUrl }).demonstration).toBe(false)
  expect(readConfig({ DATABASE_URL: databaseUrl, DEMO: '1' }).demonstration).toBe(true)
})

test('names each setting that is wrong', () => {
  expect(() => readConfig({ PORT: 'seventy', LOG_LEVEL: 'loud' })).toThrow(/PORT.*LOG_LEVEL/s)
})

test('an empty setting counts as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})
