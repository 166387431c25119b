import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import { Failure, Refusal } from '../refusal.ts'
import { type Admit, type BlobStore, checked, measure, requireAddress, type StoredBlob } from './blobs.ts'

export interface S3Settings {
  readonly bucket: string
  /** The prefix of each key in the bucket, without a slash at either end; '' for none. */
  readonly prefix: string
  /** Of any service that speaks S3; undefined for Amazon's own. */
  readonly endpoint: string | undefined
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Where a file waits on this machine until its address is known. */
  readonly asideFolder: string
}

const attempts = 3

/**
 * Files in a bucket. The address is known only when the last byte has come, so that a file is written aside on this machine
 * first and then sent whole, with its SHA-256 in the signed request: a service that got other bytes refuses them. It is
 * sent only where nothing stands at its address yet, and read with its SHA-256 checked.
 */
export class S3BlobStore implements BlobStore {
  readonly #settings: S3Settings
  #client: Promise<S3Client> | undefined

  constructor(settings: S3Settings) {
    this.#settings = settings
  }

  async put(source: Readable, limitBytes: number, admit?: Admit): Promise<StoredBlob> {
    const aside = join(this.#settings.asideFolder, randomUUID())
    await mkdir(this.#settings.asideFolder, { recursive: true })
    try {
      const measured = measure(limitBytes)
      await pipeline(source, measured.through, createWriteStream(aside, { mode: 0o600 }))
      const blob = measured.result()
      await admit?.({ path: aside, ...blob })
      return { ...blob, fresh: await this.#send(aside, blob) }
    } catch (error) {
      if (error instanceof Refusal || error instanceof Failure) throw error
      throw new Failure('blob_not_stored', 'storing an uploaded file', error)
    } finally {
      await rm(aside, { force: true })
    }
  }

  async read(sha256: string): Promise<Readable> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3')
    const place = this.#place(sha256)
    const { Body } = await this.#ask(`reading the file ${sha256}`, (client) =>
      client.send(new GetObjectCommand(place)),
    )
    return checked(Body as Readable, sha256)
  }

  async has(sha256: string): Promise<boolean> {
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3')
    const place = this.#place(sha256)
    try {
      await this.#ask(`looking for the file ${sha256}`, (client) => client.send(new HeadObjectCommand(place)))
      return true
    } catch (error) {
      if (error instanceof Failure && error.code === 'blob_missing') return false
      throw error
    }
  }

  async remove(sha256: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3')
    const place = this.#place(sha256)
    await this.#ask(`removing the file ${sha256}`, (client) => client.send(new DeleteObjectCommand(place)))
  }

  async check(): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3')
    const { bucket, prefix } = this.#settings
    const Key = keyOf(prefix, 'writable')
    await this.#ask('writing to the bucket', (client) =>
      client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'ok' })),
    )
  }

  /** @returns whether the key did not exist before */
  async #send(path: string, { sha256, sizeBytes }: { sha256: string; sizeBytes: number }): Promise<boolean> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3')
    // Asked first, because some services do not know the condition below; it closes the gap on those that do.
    if (await this.has(sha256)) return false
    for (let attempt = 1; ; attempt += 1) {
      // A stream cannot be sent twice, so that trying again is ours and not the library's.
      const command = new PutObjectCommand({
        ...this.#place(sha256),
        Body: createReadStream(path),
        ContentLength: sizeBytes,
        ContentType: 'application/octet-stream',
        IfNoneMatch: '*',
      })
      command.middlewareStack.add(
        (next) => (args) => {
          ;(args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256
          return next(args)
        },
        { step: 'build', name: 'signTheContent' },
      )
      try {
        await this.#ask(`storing the file ${sha256}`, (client) => client.send(command))
        return true
      } catch (error) {
        if (statusOf(error) === 412) return false
        if (attempt >= attempts || !isPassing(error)) throw error
      }
    }
  }

  #place(sha256: string): { Bucket: string; Key: string } {
    requireAddress(sha256)
    const { bucket, prefix } = this.#settings
    return { Bucket: bucket, Key: keyOf(prefix, `${sha256.slice(0, 2)}/${sha256}`) }
  }

  /** The client is created at the first use, so that an installation with files in a folder does not load it. */
  #open(): Promise<S3Client> {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.#settings
    this.#client ??= import('@aws-sdk/client-s3').then(
      ({ S3Client }) =>
        new S3Client({
          region,
          ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
          credentials: { accessKeyId, secretAccessKey },
          maxAttempts: attempts,
          // The SHA-256 in the signature says more than the checksums that older services do not know.
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
          requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
        }),
    )
    return this.#client
  }

  async #ask<Answer>(doing: string, act: (client: S3Client) => Promise<Answer>): Promise<Answer> {
    const client = await this.#open()
    try {
      return await act(client)
    } catch (error) {
      throw failureOf(error, doing, this.#settings.bucket)
    }
  }
}

const keyOf = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}/${name}`)

function statusOf(error: unknown): number | undefined {
  const cause = error instanceof Failure ? error.cause : error
  const metadata = (cause as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata
  return metadata?.httpStatusCode
}

/** Whether the same request may go well a moment later. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status >= 500 || status === 429
}

function failureOf(error: unknown, doing: string, bucket: string): Failure {
  const name = error instanceof Error ? error.name : ''
  const status = statusOf(error)
  if (name === 'NoSuchBucket')
    return new Failure(
      'blob_store_bucket_missing',
      `Kho tệp S3 không có bucket “${bucket}”: hãy tạo bucket, hoặc sửa BLOB_STORE.\nThe S3 service has no bucket "${bucket}": make it, or correct BLOB_STORE.`,
      error,
    )
  if (status === 404) return new Failure('blob_missing', doing, error)
  if (status === 401 || status === 403)
    return new Failure(
      'blob_store_denied',
      `Kho tệp S3 từ chối khoá truy cập (${name}): hãy xem lại S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY và quyền đọc, ghi, xoá trên bucket “${bucket}”.\nThe S3 service refuses the key (${name}): look at S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the rights to read, write and delete in the bucket "${bucket}".`,
      error,
    )
  if (status === undefined || status >= 500)
    return new Failure(
      'blob_store_unreachable',
      'Kho tệp S3 không trả lời: hãy xem lại S3_ENDPOINT và dịch vụ; không có gì bị mất, hãy thử lại sau.\nThe S3 service does not answer: look at S3_ENDPOINT and the service; nothing is lost, try again later.',
      error,
    )
  return new Failure('blob_store_failed', doing, error)
}
