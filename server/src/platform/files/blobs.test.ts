import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasS3Service, type S3Service, startS3Service } from '../testing/s3-service.ts'
import { type BlobStore, FolderBlobStore } from './blobs.ts'
import { S3BlobStore } from './s3-blobs.ts'

const limitBytes = 1024 * 1024

interface Ground {
  readonly store: BlobStore
  /** Names of what waits half-way. */
  aside(): Promise<string[]>
  /** Puts other bytes under an address, as a broken disk or a stranger might. */
  spoil(sha256: string): Promise<void>
  end(): Promise<void>
}

async function folderGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-blobs-'))
  return {
    store: new FolderBlobStore(folder),
    aside: () => readdir(join(folder, 'incoming')),
    spoil: (sha256) => writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'khác'),
    end: () => rm(folder, { recursive: true, force: true }),
  }
}

async function s3Ground(): Promise<Ground> {
  const service = await startS3Service()
  const settings = service.settings()
  return {
    store: new S3BlobStore(settings),
    aside: () => readdir(settings.asideFolder),
    spoil: (sha256) => putRaw(service, `thu/${sha256.slice(0, 2)}/${sha256}`, 'khác'),
    end: () => service.remove(),
  }
}

async function putRaw(service: S3Service, key: string, body: string): Promise<void> {
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const { endpoint, region, accessKeyId, secretAccessKey, bucket } = service.settings()
  const credentials = { accessKeyId, secretAccessKey }
  const client = new S3Client({ region, credentials, forcePathStyle: true, endpoint: endpoint ?? '' })
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }))
  client.destroy()
}

const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

const grounds = [['a folder', folderGround] as const, ...(hasS3Service ? [['S3', s3Ground] as const] : [])]

describe.each(grounds)('files in %s', (_name, prepare) => {
  let ground: Ground
  let store: BlobStore

  beforeAll(async () => {
    ground = await prepare()
    store = ground.store
  })
  afterAll(() => ground.end())

  test('are found again under the SHA-256 of their bytes, and the same bytes twice are one file', async () => {
    const bytes = 'Quyết định giao việc đột phá'
    const first = await store.put(Readable.from([Buffer.from(bytes)]), limitBytes)
    const parts = [Buffer.from(bytes.slice(0, 5)), Buffer.from(bytes.slice(5))]
    const second = await store.put(Readable.from(parts), limitBytes)
    expect(first).toMatchObject({ sha256: digest(bytes), fresh: true })
    expect(second).toMatchObject({ sha256: first.sha256, sizeBytes: Buffer.byteLength(bytes), fresh: false })
    expect(await text(await store.read(first.sha256))).toBe(bytes)
    expect(await store.has(first.sha256)).toBe(true)
    expect(await ground.aside()).toEqual([])
  })

  test('come back whole where they are large, and where they are empty', async () => {
    for (const bytes of [randomBytes(9 * 1024 * 1024), Buffer.alloc(0)]) {
      const { sha256 } = await store.put(Readable.from([bytes]), 10 * 1024 * 1024)
      expect(digest(await buffer(await store.read(sha256)))).toBe(digest(bytes))
    }
  })

  test('uploaded twice at the same time are one file, reported as new at least once', async () => {
    const bytes = randomBytes(200_000)
    const stored = await Promise.all([1, 2, 3].map(() => store.put(Readable.from([bytes]), limitBytes)))
    expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([digest(bytes)]))
    expect(stored.some(({ fresh }) => fresh)).toBe(true)
    expect(digest(await buffer(await store.read(digest(bytes))))).toBe(digest(bytes))
  })

  test('over the limit are refused, and nothing is left behind', async () => {
    const large = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, 1)))
    await expect(store.put(large, limitBytes)).rejects.toMatchObject({ code: 'file_too_large', status: 413 })
    expect(await ground.aside()).toEqual([])
    expect(await store.has(digest(Buffer.alloc(2_000_000, 1)))).toBe(false)
  })

  test('on a line that breaks leave nothing behind', async () => {
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(10))
        this.destroy(new Error('the line broke'))
      },
    })
    await expect(store.put(broken, limitBytes)).rejects.toMatchObject({ code: 'blob_not_stored' })
    expect(await ground.aside()).toEqual([])
  })

  test('that were never stored are missing, and so are deleted ones', async () => {
    await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'blob_missing' })
    const { sha256 } = await store.put(Readable.from([Buffer.from('tạm')]), limitBytes)
    await store.remove(sha256)
    expect(await store.has(sha256)).toBe(false)
    await expect(store.remove(sha256)).resolves.toBeUndefined()
  })

  test('whose bytes were changed are never given as whole', async () => {
    const { sha256 } = await store.put(Readable.from([Buffer.from('nguyên vẹn')]), limitBytes)
    await ground.spoil(sha256)
    await expect(buffer(await store.read(sha256))).rejects.toMatchObject({ code: 'blob_damaged' })
  })

  test('can be written, says the check', async () => {
    await expect(store.check()).resolves.toBeUndefined()
  })

  test.each(['../../etc/passwd', 'A'.repeat(64), '', `${'a'.repeat(63)}/`])(
    'have no address that a user could write: %s',
    async (address) => {
      await expect(store.read(address)).rejects.toThrow('broken invariant')
      await expect(store.has(address)).rejects.toThrow('broken invariant')
    },
  )
})

test('a folder that is not writable is reported in a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-blobs-'))
  await writeFile(join(folder, 'incoming'), 'a file where a folder should be')
  await expect(new FolderBlobStore(folder).check()).rejects.toMatchObject({ code: 'blob_store_unwritable' })
  await rm(folder, { recursive: true })
})

describe.runIf(hasS3Service)('an S3 service that is not as it should be', () => {
  let service: S3Service

  beforeAll(async () => {
    service = await startS3Service()
  })
  afterAll(() => service.remove())

  test.each([
    ['a wrong key', { secretAccessKey: 'sai' }, 'blob_store_denied'],
    ['an unknown key', { accessKeyId: 'ai-do' }, 'blob_store_denied'],
    ['no such bucket', { bucket: 'khong-co' }, 'blob_store_bucket_missing'],
    ['nobody at the address', { endpoint: 'http://127.0.0.1:9' }, 'blob_store_unreachable'],
  ])('is reported in a sentence: %s', async (_what, wrong, code) => {
    const store = new S3BlobStore(service.settings(wrong))
    await expect(store.check()).rejects.toMatchObject({ code, message: expect.stringMatching(/S3/) })
    await expect(store.put(Readable.from([Buffer.from('x')]), limitBytes)).rejects.toMatchObject({ code })
  })

  test('that went away and came back takes the next file', async () => {
    const store = new S3BlobStore(service.settings())
    await service.stop()
    const put = () => store.put(Readable.from([Buffer.from('sau khi trở lại')]), limitBytes)
    await expect(put()).rejects.toMatchObject({ code: 'blob_store_unreachable' })
    await service.start()
    expect(await put()).toMatchObject({ fresh: true })
  })
})
