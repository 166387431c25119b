import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import type { VirusScanner, VirusVerdict } from '../antivirus/virus-scanner.ts'
import { audit } from '../audit/audit.ts'
import type { Context, PublicContext } from '../context.ts'
import type { Database } from '../data/database.ts'
import { lockThing } from '../data/locks.ts'
import { admitJudged } from '../file-judgement/admit-judged.ts'
import { judgeFile } from '../file-judgement/judge-file.ts'
import type { FileKind, Reading } from '../file-judgement/judgement.ts'
import { type Id, isId, newId } from '../id.ts'
import { Failure, invariant, Refusal } from '../refusal.ts'
import { wasIsolated } from '../slices/spill-sites.ts'
import type { Admit, BlobStore, StoredBlob } from './blobs.ts'
import { isWholePicture } from './whole-picture.ts'

export type UploadId = Id<'upload'>

/** A file that an actor handed in and may bind to one of their papers. */
export interface Upload {
  readonly id: UploadId
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
}

// What an office hands in as a paper or a proof, besides DOCX and XLSX. Judged by the bytes: the name and the browser's word
// count for nothing.
const acceptedTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg'])

/** What was found out about a file when it came. */
export interface Judged {
  readonly mediaType: string
  readonly reading: Reading
  readonly virus: VirusVerdict
}

/**
 * Stores a file before any transaction is open (a slow connection must not hold one). It is checked as a temporary file:
 * a refused file never gets into the store, nor into the store's backup of deleted files.
 * @throws Refusal `file_empty`, `file_too_large`, `file_type_refused`, `picture_broken`, VirusFound, `virus_scan_away`,
 * `secret_mark_stopped` if its text has a secrecy marking, and the refusals of `admitJudged`
 */
export async function receiveFile(
  { blobs, virusScanner }: { readonly blobs: BlobStore; readonly virusScanner: VirusScanner },
  source: Readable,
  limitBytes: number,
): Promise<StoredBlob & Judged> {
  let judged: Judged | undefined
  const blob = await blobs.put(source, limitBytes, async (aside) => {
    judged = await judge(virusScanner, aside)
  })
  invariant(judged !== undefined, 'a store judges a file before it keeps it')
  return { ...blob, ...judged }
}

async function judge(virusScanner: VirusScanner, aside: Parameters<Admit>[0]): Promise<Judged> {
  const { path, sizeBytes, head } = aside
  if (sizeBytes === 0) throw new Refusal('file_empty')
  const type = await fileTypeFromBuffer(head)
  const isZip = head.subarray(0, 4).equals(zipHead)
  // What kind of zip it is only its parts tell.
  if (!isZip && (type === undefined || !acceptedTypes.has(type.mime))) throw typeRefused(type?.ext)
  if ((type?.mime === 'image/png' || type?.mime === 'image/jpeg') && !(await isWholePicture(path, type.mime)))
    throw new Refusal('picture_broken', {}, { status: 415 })
  // // Before our own code parses it.
  const virus = await virusScanner.scan(aside)
  if (type?.mime.startsWith('image/')) return { mediaType: type.mime, reading: 'none', virus }
  const judgement = await judgeFile(path)
  admitJudged(judgement)
  const mediaType = mediaTypes[judgement.kind]
  if (mediaType === undefined) throw typeRefused(type?.ext)
  return { mediaType, reading: judgement.reading, virus }
}

const zipHead = Buffer.from('504b0304', 'hex')
const mediaTypes: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const typeRefused = (found = '?') => new Refusal('file_type_refused', { found }, { status: 415 })

/** Takes away files that have just come and that no record knows of. */
export async function discardFiles(
  { blobs, database }: { readonly blobs: BlobStore; readonly database: Database },
  files: readonly StoredBlob[],
): Promise<void> {
  for (const { sha256, fresh } of files) {
    const known = await database
      .selectFrom('blob')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (fresh && known === undefined) await blobs.remove(sha256)
  }
}

/** Records that the actor uploaded a file that is in the store. */
export async function recordUpload(
  c: Context,
  file: { sha256: string; sizeBytes: number; fileName: string } & Judged,
): Promise<UploadId> {
  const id = newId<'upload'>()
  const fileName = safeFileName(file.fileName, file.mediaType)
  // // The same bytes must not be deleted at the same time, as those of an upload that was never attached.
  await lockThing(c, 'blob', file.sha256)
  if (!(await c.blobs.has(file.sha256)))
    throw new Failure('blob_store_lost', `the file ${file.sha256} was removed while it was handed in again`)
  await c.db
    .insertInto('blob')
    .values({ sha256: file.sha256, size_bytes: file.sizeBytes, media_type: file.mediaType, stored_at: c.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await c.db
    .insertInto('upload')
    .values({
      id,
      sha256: file.sha256,
      file_name: fileName,
      uploaded_by: c.actor.accountId,
      uploaded_at: c.now,
    })
    .execute()
  await c.db
    .insertInto('upload_scan')
    .values({
      upload_id: id,
      reading: file.reading,
      virus_scan: file.virus.scan,
      virus_engine: engineOf(file.virus),
      scanned_at: c.now,
    })
    .execute()
  const { sha256, sizeBytes, reading, virus } = file
  await audit(
    c,
    'file.uploaded',
    { kind: 'upload', id },
    {
      sha256,
      sizeBytes,
      reading,
      virusScan: virus.scan,
      virusEngine: engineOf(virus),
      // What the field says that handing in means.
      declared: 'no-state-secrets',
    },
  )
  return id
}

const engineOf = (virus: VirusVerdict): string | null =>
  virus.scan === 'nothing_found' ? virus.engine : null

/** A file that is in the store already, as a bulk load brings it. */
export type ImportedFile = Pick<StoredBlob, 'sha256' | 'sizeBytes'> & {
  readonly mediaType: string
  readonly fileName: string
}

/**
 * Records many hand-ins at once: the demonstration, restores, the generator. One audit entry says how many there were; no
 * route may lead here.
 */
export async function importUploads(
  c: PublicContext,
  uploads: readonly { readonly id: string; readonly uploadedBy: string; readonly file: ImportedFile }[],
): Promise<void> {
  if (uploads.length === 0) return
  const files = new Map(uploads.map(({ file }) => [file.sha256, file]))
  await c.db
    .insertInto('blob')
    .values(
      [...files.values()].map((file) => ({
        sha256: file.sha256,
        size_bytes: file.sizeBytes,
        media_type: file.mediaType,
        stored_at: c.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (let at = 0; at < uploads.length; at += 5000) {
    const rows = uploads.slice(at, at + 5000).map(({ id, uploadedBy, file }) => ({
      id,
      sha256: file.sha256,
      file_name: safeFileName(file.fileName, file.mediaType),
      uploaded_by: uploadedBy,
      uploaded_at: c.now,
    }))
    await c.db.insertInto('upload').values(rows).execute()
  }
  await audit(c, 'file.import', null, { files: files.size, uploads: uploads.length })
}

const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

/**
 * The last component of a file name, without characters that are unsafe in a path, a header or on a screen, and with the
 * extension of the detected type: a PDF called `.hta` would be executed on the computer of the user who opens it.
 */
export function safeFileName(name: string, mediaType: string): string {
  const last = name.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '')
  const short =
    withoutEdges([...clean])
      .slice(-150)
      .join('') || 'tep'
  const [ending, ...others] = endings[mediaType] ?? []
  if (ending === undefined) return short
  const own = short.split('.').at(-1)?.toLowerCase() ?? ''
  return short.includes('.') && [ending, ...others].includes(own) ? short : `${short}.${ending}`
}

/** Without the spaces and dots at both ends; counted from each end, so that no row of them takes long. */
function withoutEdges(letters: readonly string[]): readonly string[] {
  const isInside = (letter: string) => !/[\s.]/.test(letter)
  const first = letters.findIndex(isInside)
  return first < 0 ? [] : letters.slice(first, letters.findLastIndex(isInside) + 1)
}

/** The upload as the one who handed it in may use it. @throws Refusal `upload_not_yours` also where it does not exist */
export async function getOwnUpload(c: Context, id: string): Promise<Upload> {
  const upload = isId(id) ? await findUpload(c, id) : undefined
  if (upload === undefined || upload.uploadedBy !== c.actor.accountId) throw new Refusal('upload_not_yours')
  return upload
}

/**
 * An upload by its id; the caller has checked permission for the record that it belongs to. Isolated uploads are not
 * found.
 */
export async function findUpload(
  c: Pick<Context, 'db'>,
  id: string,
): Promise<(Upload & { uploadedBy: string }) | undefined> {
  return (
    c.db
      .selectFrom('upload')
      .innerJoin('blob', 'blob.sha256', 'upload.sha256')
      .select([
        'upload.id as id',
        'upload.file_name as fileName',
        'upload.uploaded_by as uploadedBy',
        'blob.media_type as mediaType',
        'blob.size_bytes as sizeBytes',
        'blob.sha256 as sha256',
      ])
      .where('upload.id', '=', id)
      // The same bytes under another name are the same spill.
      .where(sql<boolean>`not exists (select from upload same where same.sha256 = upload.sha256
      and ${wasIsolated('upload', sql`same.id::text`)})`)
      .executeTakeFirst() as Promise<(Upload & { uploadedBy: string }) | undefined>
  )
}

// // SHA-256 of nothing: replaces erased bytes.
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * Takes the bytes of an upload, and its name, out of every hand-in of the same bytes and out of the store.
 * @returns the ids of the uploads
 */
export async function eraseUpload(c: Context, id: string): Promise<readonly string[]> {
  const { sha256 } = await c.db
    .selectFrom('upload')
    .select('sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (sha256 === nothing) return []
  await c.db
    .insertInto('blob')
    .values({ sha256: nothing, size_bytes: 0, media_type: 'text/plain', stored_at: c.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const same = await c.db
    .updateTable('upload')
    .set({ sha256: nothing, file_name: 'da-xoa' })
    .where('sha256', '=', sha256)
    .returning('id')
    .execute()
  await c.db.deleteFrom('blob').where('sha256', '=', sha256).execute()
  await c.blobs.remove(sha256)
  return same.map((upload) => upload.id)
}
