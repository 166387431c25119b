import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../root.ts'
import { readConfig, settingNames } from './config.ts'
import { settingSentences } from './config-sentences.ts'

test('works without any setting, with the demonstration', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    demonstration: true,
    databaseUrl: undefined,
  })
})

test('never loads the demo into an external database unless asked to', () => {
  const databaseUrl = 'postgres://somebody@somewhere/theirs'
  expect(readConfig({ DATABASE_URL: databaseUrl }).demonstration).toBe(false)
  expect(readConfig({ DATABASE_URL: databaseUrl, DEMO: '1' }).demonstration).toBe(true)
})

test('names each setting that is wrong', () => {
  expect(() => readConfig({ PORT: 'seventy', LOG_LEVEL: 'loud' })).toThrow(/PORT.*LOG_LEVEL/s)
})

test('never repeats the given value, which may be a secret', () => {
  const wrong = { DATABASE_URL: 'mysql://an:bi-mat@may/so', METRICS: 'token', METRICS_TOKEN: 'ngan' }
  expect(() => readConfig(wrong)).toThrow(/DATABASE_URL: .*METRICS_TOKEN: /s)
  expect(() => readConfig(wrong)).not.toThrow(/bi-mat|ngan/)
})

test('explains an invalid database URL whose password was not escaped', () => {
  const address = (password: string) => ({ DATABASE_URL: `postgres://an:${password}@may:5432/so` })
  expect(() => readConfig(address('mat/kh#au'))).toThrow(/DATABASE_URL: .*%23/)
  expect(() => readConfig(address('mat/kh#au'))).not.toThrow(/mat/)
  expect(readConfig(address('mat%2Fkh%23au')).databaseUrl).toContain('mat%2F')
  for (const socket of ['postgres://an@/so?host=/run/postgresql', 'postgres:///so?host=/run/postgresql'])
    expect(readConfig({ DATABASE_URL: socket }).databaseUrl).toBe(socket)
})

test('a key is 32 bytes in base64, and older ones may follow it', () => {
  const [key, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  expect(readConfig({}).secretKeys).toBeUndefined()
  const both = `${key.toString('base64')},${old.toString('base64')}`
  expect(readConfig({ SECRET_KEY: both }).secretKeys).toEqual([key, old])
  expect(() => readConfig({ SECRET_KEY: 'khoa-ngan' })).toThrow(/SECRET_KEY: .*openssl rand/)
  expect(() => readConfig({ SECRET_KEY: 'khoa-ngan' })).not.toThrow(/khoa-ngan/)
})

test('every setting has its sentence in both languages and its line in the README', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8')
  const without = settingNames.filter(
    (name) => settingSentences[name] === undefined || !readme.includes(`\`${name}\``),
  )
  expect(without).toEqual([])
})

test('a secret can be in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-secret-'))
  const path = join(folder, 'key')
  await writeFile(path, 'khoa-bi-mat\n')
  const s3 = { BLOB_STORE: 's3://kho/tinh/uy/', S3_ACCESS_KEY_ID: 'an', S3_ENDPOINT: 'http://may:9000' }
  expect(() => readConfig(s3)).toThrow(/S3_SECRET_ACCESS_KEY/)
  expect(() => readConfig({ ...s3, S3_SECRET_ACCESS_KEY_FILE: join(folder, 'none') })).toThrow(/_FILE/)
  expect(readConfig({ ...s3, S3_SECRET_ACCESS_KEY_FILE: path }).blobStore).toEqual({
    kind: 's3',
    bucket: 'kho',
    prefix: 'tinh/uy',
    endpoint: 'http://may:9000',
    region: 'us-east-1',
    accessKeyId: 'an',
    secretAccessKey: 'khoa-bi-mat',
  })
  await rm(folder, { recursive: true })
})

test('an empty setting counts as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})
