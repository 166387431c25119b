import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../refusal.ts'

export const manifestName = 'manifest.json'
export const filesListName = 'files.sha256'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()

// // The manifest is untrusted: no path may lead out of the folder.
const path = z.string().regex(/^(tables\/)?\w+(\.\w+)*$/)
const piece = z.strictObject({ path, sizeBytes: count, sha256 })

const table = piece.extend({
  name: z.string().min(1),
  /** Without generated columns, which the database computes again. */
  columns: z.array(z.string().min(1)).min(1),
  rows: count,
})

const manifest = z.strictObject({
  format: z.literal('dotpha-backup'),
  formatVersion: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The number of the last migration when the backup was taken. */
  schemaNumber: z.number().int().positive(),
  tables: z.array(table),
  sequences: z.array(
    z.strictObject({ name: z.string().min(1), lastValue: z.string(), isCalled: z.boolean() }),
  ),
  /** The list of files, as `sha256sum -c` reads it; the files themselves are its lines. */
  filesList: piece.extend({ count, totalBytes: count }),
  /** Files that are in the database but could not be read from the store: the backup contains everything else. */
  absentFiles: z.array(z.strictObject({ sha256, reason: z.enum(['missing', 'damaged']) })),
})

export type Piece = z.infer<typeof piece>
export type TablePiece = z.infer<typeof table>
export type BackupManifest = z.infer<typeof manifest>

/**
 * The description of a backup. It is written last, so that a folder without one is an incomplete backup.
 * @throws Failure `backup_incomplete`, `backup_damaged`
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((error: unknown) => {
    throw new Failure(
      'backup_incomplete',
      `Trong ${folder} không có ${manifestName}: đó không phải bản sao lưu, hoặc lần sao lưu đã bị ngắt giữa chừng; chưa thay đổi gì.\nThere is no ${manifestName} in ${folder}: it is no backup, or one that was cut off; nothing was changed.`,
      error,
    )
  })
  try {
    return manifest.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(manifestName, error)
  }
}

/** A part does not match the manifest. */
export function damaged(path: string, cause?: unknown): Failure {
  return new Failure(
    'backup_damaged',
    `Phần “${path}” của bản sao lưu bị hỏng hoặc thiếu; chưa thay đổi gì. Hãy dùng bản sao lưu khác.\nThe piece "${path}" of the backup is damaged or missing; nothing was changed. Use another backup.`,
    cause,
  )
}

/** The path of a file in a backup: two levels, so that folders stay small. */
export function filePath(address: string): string {
  return `files/${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`
}
