import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSecretKey, parseSecretKeys, SecretKeys } from '../platform/secret-keys/secret-keys.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { checkConfig } from './config-command.ts'

const database = useTestDatabase()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dotpha-config-'))
})
afterAll(() => rm(folder, { recursive: true }))

const check = async (settings: Record<string, string>) => {
  const findings = await checkConfig({ DATA_DIR: folder, ...settings })
  return findings.filter(({ isRight }) => !isRight).map(({ what, words }) => `${what}: ${words}`)
}

test('finds nothing wrong with an installation that is as it should be', async () => {
  expect(await check({})).toEqual([])
  expect(
    await check({ DATABASE_URL: database.ownerUrl, PUBLIC_URL: 'https://x.vn', TRUST_PROXY: '1' }),
  ).toEqual([])
})

test('says in both languages what is wrong with each setting', async () => {
  const [found, ...more] = await check({ PORT: 'bảy', UPLOAD_LIMIT_MB: '0' })
  expect(more).toEqual([])
  expect(found).toMatch(/PORT: cần.*UPLOAD_LIMIT_MB: cần.*PORT: a port.*UPLOAD_LIMIT_MB: a whole/s)
})

test.each([
  [
    'a database that is not there',
    { DATABASE_URL: 'postgres://an:mat-khau@127.0.0.1:9/x' },
    /^DATABASE_URL: .*ECONNREFUSED/,
  ],
  ['a server open to the network without https', { HOST: '0.0.0.0' }, /^PUBLIC_URL: .*https/],
  ['a proxy that is not believed', { PUBLIC_URL: 'https://dotpha.example.vn' }, /^TRUST_PROXY: /],
  [
    'a service for files that does not answer',
    {
      BLOB_STORE: 's3://kho',
      S3_ENDPOINT: 'http://127.0.0.1:9',
      S3_ACCESS_KEY_ID: 'an',
      S3_SECRET_ACCESS_KEY: 'khoa-bi-mat',
    },
    /^BLOB_STORE: .*S3_ENDPOINT/,
  ],
])('finds %s, and repeats no secret', async (_what, settings, sentence) => {
  const found = await check(settings)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(sentence)
  expect(found[0]).not.toMatch(/mat-khau|khoa-bi-mat/)
})

test('finds a data folder that cannot be one', async () => {
  const path = join(folder, 'a-file')
  await writeFile(path, '')
  expect((await check({ DATA_DIR: join(path, 'data') })).map((line) => line.split(':')[0])).toEqual([
    'DATA_DIR',
    'BLOB_STORE',
    'SECRET_KEY',
  ])
})

test('says whether the key opens what the database holds, and whether others can read it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dotpha-config-key-'))
  const [key, other] = [newSecretKey(), newSecretKey()]
  const ask = (settings: Record<string, string>) =>
    check({ DATABASE_URL: database.ownerUrl, DATA_DIR: dataDir, ...settings })
  const encrypted = new SecretKeys(parseSecretKeys(key) ?? []).encrypt({ purpose: 'totp', id: '1' }, 'X')
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  // Whose factor it is does not matter here.
  await owner.query('alter table totp_factor drop constraint totp_factor_account_id_fkey')
  await owner.query(`insert into totp_factor values (gen_random_uuid(), $1, 0, now())`, [encrypted])

  expect(await ask({})).toEqual([
    expect.stringMatching(/^SECRET_KEY: Không có khoá .* 1 tài khoản.*There is no/s),
  ])
  expect(await readdir(dataDir)).not.toContain('secret-key')
  expect(await ask({ SECRET_KEY: other })).toEqual([expect.stringMatching(/user factor reset/)])
  expect(await ask({ SECRET_KEY: `${other},${key}` })).toEqual([])
  await writeFile(join(dataDir, 'secret-key'), `${key}\n`, { mode: 0o644 })
  expect(await ask({})).toEqual([expect.stringMatching(/chmod 600/)])
  await chmod(join(dataDir, 'secret-key'), 0o600)
  expect(await ask({})).toEqual([])

  await owner.query('delete from totp_factor')
  await owner.end()
  await rm(dataDir, { recursive: true })
})

test('says when the database is newer than the program', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`insert into schema_migration (number, name) values (9999, 'of tomorrow')`)
  await owner.end()
  expect((await check({ DATABASE_URL: database.ownerUrl }))[0]).toMatch(/^DATABASE_URL: .*9999/)
})
