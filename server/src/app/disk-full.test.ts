import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTokenFor } from '../identity/accounts/trusted.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { seedTestOrganisation } from '../organisation/testing/organisation.ts'
import { TestRecord } from '../platform/audit/testing.ts'
import { readConfig } from '../platform/config/config.ts'
import { FolderBlobStore } from '../platform/files/blobs.ts'
import { isRoomShort } from '../platform/files/disk-room.ts'
import { noLimits } from '../platform/http/overload.ts'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { testNow, testSecretKeys, useTestDatabase } from '../platform/testing/database.ts'
import { composeServer } from './compose.tsx'

/** A full disk is no bug: 503 in words on pages and for machines, and the proxy is told. */

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
const database = useTestDatabase()
const owner = new TestRecord(database)
const folder = mkdtempSync(join(tmpdir(), 'dotpha-full-'))
let app: FastifyInstance
let token: string
let fault: string | null = null

/** The store of the product, whose disk fails where a test says so: as the machine says it, under the same wrapping. */
class FailingStore extends FolderBlobStore {
  override put(...[source, limit, admit]: Parameters<FolderBlobStore['put']>) {
    const failing = fault === null ? source : Readable.from(failAfter(source, fault))
    return super.put(failing, limit, admit)
  }
}

async function* failAfter(source: Readable, code: string): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    yield chunk as Buffer
    throw Object.assign(new Error(`${code}: write`), { code })
  }
}

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', DISK_FREE_MB: '0' })
  const parts = { config, database: database.db, blobs: new FailingStore(folder), secretKeys: testSecretKeys }
  app = await composeServer({ ...parts, clock: { now: () => testNow }, limits: noLimits })
  const wanted = { username: 'van-phong', scopes: ['write'] as const, days: 30, name: 'machine' }
  token = (await createTokenFor(database.db, wanted, testNow)).token
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  fault = null
})

const bearer = () => ({ authorization: `Bearer ${token}` })
const signIn = () =>
  app.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ username: 'van-phong', password: testPassword }).toString(),
  })
const ready = async () => {
  const answer = await app.inject({ url: '/readyz' })
  return [answer.statusCode, (answer.json() as { troubles?: string[] }).troubles ?? []]
}
const upload = () =>
  app.inject({
    method: 'POST',
    url: `${apiPrefix}/files`,
    headers: { ...bearer(), 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([
      Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      onePixel,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  })

test.each(['ENOSPC', 'EDQUOT'])('a file that finds no room (%s) is 503 in words', async (code) => {
  fault = code
  const answer = await upload()
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'disk_full' }])
  expect(answer.headers['retry-after']).toBeDefined()
})

test.each(['EROFS', 'EIO', 'EACCES'])(
  'a store whose disk fails (%s) is away, not a bug of ours',
  async (code) => {
    fault = code
    const answer = await upload()
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'files_away' }])
  },
)

test('a database without room is 503 in words, on pages and for machines, while reading goes on', async () => {
  // As PostgreSQL says it where it cannot extend a table.
  await owner.tamper(`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
  await owner.tamper(
    'create trigger full_disk before insert on audit_entry for each row execute function no_room()',
  )
  await owner.tamper('alter table audit_entry enable always trigger full_disk')
  try {
    const page = await signIn()
    expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('hết chỗ trống')])
    expect(page.headers['retry-after']).toBeDefined()
    const answer = await upload()
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'disk_full' }])
    const me = await app.inject({ url: `${apiPrefix}/me`, headers: bearer() })
    expect(me.statusCode).toBe(200)
    expect(await ready()).toEqual([503, ['disk_full']])
  } finally {
    await owner.tamper('drop trigger full_disk on audit_entry')
  }
  expect((await signIn()).statusCode).toBe(303)
  expect((await upload()).statusCode).toBe(201)
})

test('how much room there is is looked at without writing, also where the folder is not made yet', async () => {
  const wanted = join(folder, 'not', 'made')
  expect(await isRoomShort([wanted], 1)).toBe(false)
  expect(await isRoomShort([folder, wanted], Number.MAX_SAFE_INTEGER)).toBe(true)
  expect(await isRoomShort(['/proc'], 0)).toBe(false)
})
