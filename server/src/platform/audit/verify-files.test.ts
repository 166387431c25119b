import { mkdtempSync, rmSync } from 'node:fs'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FolderBlobStore } from '../files/blobs.ts'
import { newId } from '../id.ts'
import { Failure } from '../refusal.ts'
import { testNow, useTestDatabase } from '../testing/database.ts'
import { TestRecord } from './testing.ts'
import { verifyFiles } from './verify-files.ts'

const database = useTestDatabase()
const owner = new TestRecord(database)
const folder = mkdtempSync(join(tmpdir(), 'dotpha-files-'))
const blobs = new FolderBlobStore(folder)
const stored: string[] = []
const evidenceId = newId()

const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

beforeAll(async () => {
  for (const text of ['one', 'two', 'three', 'four']) {
    const { sha256, sizeBytes } = await blobs.put(Readable.from([Buffer.from(text)]), 1000)
    stored.push(sha256)
    await owner.tamper(
      "insert into blob (sha256, size_bytes, media_type, stored_at) values ($1, $2, 'application/pdf', $3)",
      [sha256, sizeBytes, testNow],
    )
  }
  const uploadId = newId()
  await owner.tamper(
    `insert into upload (id, sha256, file_name, uploaded_by, uploaded_at) values ($1, $2, 'a.pdf', $3, $4)`,
    [uploadId, stored[1], newId(), testNow],
  )
  // // As the database owner, bypassing foreign keys: the work does not matter here.
  await owner.tamper(
    `insert into evidence (id, work_id, kind, title, upload_id, effective_on, offered_at)
     values ($1, $2, 'document', 'x', $3, '2026-01-01', $4)`,
    [evidenceId, newId(), uploadId, testNow],
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('unchanged files are reported as intact', async () => {
  expect(await verifyFiles(database.db, blobs)).toEqual({ checked: 4, bytes: 15, faults: [], more: 0 })
})

test('each changed, shortened or missing file is reported, with the rows that refer to it', async () => {
  const [one = '', two = '', three = ''] = stored
  await appendFile(pathOf(one), '!')
  await writeFile(pathOf(two), 'tw')
  await rm(pathOf(three))
  const { checked, faults } = await verifyFiles(database.db, blobs)
  expect(checked).toBe(4)
  expect([...faults].sort((a, b) => stored.indexOf(a.sha256) - stored.indexOf(b.sha256))).toEqual([
    { sha256: one, problem: 'changed', uses: [] },
    { sha256: two, problem: 'changed', uses: [`evidence ${evidenceId}`] },
    { sha256: three, problem: 'missing', uses: [] },
  ])
})

test('an unavailable store reports nothing about its files', async () => {
  const away = { read: () => Promise.reject(new Failure('blob_store_unreachable', 'x')) }
  await expect(verifyFiles(database.db, Object.assign(Object.create(blobs), away))).rejects.toMatchObject({
    code: 'blob_store_unreachable',
  })
})
