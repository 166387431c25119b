import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FolderBlobStore } from './blobs.ts'

let folder: string
let store: FolderBlobStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dotpha-blobs-'))
  store = new FolderBlobStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const limitBytes = 1024 * 1024

test('a file is found again under the SHA-256 of its bytes, and the same bytes twice are one file', async () => {
  const bytes = 'Quyết định giao việc đột phá'
  const first = await store.put(Readable.from([Buffer.from(bytes)]), limitBytes)
  const second = await store.put(
    Readable.from([Buffer.from(bytes.slice(0, 5)), Buffer.from(bytes.slice(5))]),
    limitBytes,
  )
  expect(first.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(second).toMatchObject({ sha256: first.sha256, sizeBytes: Buffer.byteLength(bytes) })
  expect(await text(await store.read(first.sha256))).toBe(bytes)
})

test('a file over the limit is refused, and nothing is left behind', async () => {
  const large = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000)))
  await expect(store.put(large, limitBytes)).rejects.toMatchObject({ code: 'file_too_large', status: 413 })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('a line that breaks leaves nothing behind', async () => {
  const broken = new Readable({
    read() {
      this.push(Buffer.alloc(10))
      this.destroy(new Error('the line broke'))
    },
  })
  await expect(store.put(broken, limitBytes)).rejects.toMatchObject({ code: 'blob_not_stored' })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test.each(['../../etc/passwd', 'A'.repeat(64), '', `${'a'.repeat(63)}/`])(
  'no word of a user becomes a path: %s',
  async (address) => {
    await expect(store.read(address)).rejects.toThrow('broken invariant')
  },
)
