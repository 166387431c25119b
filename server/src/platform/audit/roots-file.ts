import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { Failure } from '../refusal.ts'
import { rootOf } from './hash.ts'
import { type Batch, batchesAfter, leavesOf } from './seal.ts'

/** The name of the file in the folder of roots. */
export const rootsFileName = 'audit-roots.ndjson'

/** A batch as stored outside the database. */
export interface ExportedRoot extends Batch {
  /** The first four bytes of each leaf, in base64: they prove nothing, but show which entry of a batch was changed. */
  readonly marks: string
}

const markBytes = 4

/** The marks of some leaves. */
export function marksOf(leaves: readonly Buffer[]): string {
  return Buffer.concat(leaves.map((leaf) => leaf.subarray(0, markBytes))).toString('base64')
}

/** The marks one by one, in hex. */
export function splitMarks(marks: string): readonly string[] {
  return Buffer.from(marks, 'base64').toString('hex').match(/.{8}/g) ?? []
}

/**
 * Appends the roots that are missing in the file and syncs it to disk. The file is never rewritten: a partial line left
 * by a power cut is ended, and its root is appended again.
 * @returns how many were appended
 * @throws Failure `roots_differ` if the file's last root is not the database's: one of the two was changed, or the
 * database was restored from an older backup; `roots_shortened` if the file ends before the batch last `written` by this
 * server: appending again would hide that. Nothing is written in these cases.
 */
export async function appendRoots(db: Database, path: string, written = 0): Promise<number> {
  const end = await lastRoot(path)
  const known = end.last
  if ((known?.number ?? 0) < written) throw rootsShortened(path, written)
  if (known !== undefined) await requireSame(db, known, path)
  let appended = 0
  let from = known?.number ?? 0
  await mkdir(dirname(path), { recursive: true })
  for (;;) {
    const batches = await batchesAfter(db, from, 100)
    if (batches.length === 0) return appended
    const lines = await linesOf(db, batches)
    await appendSynced(path, (appended === 0 && end.broken ? '\n' : '') + lines)
    appended += batches.length
    from = batches.at(-1)?.number ?? from
  }
}

/** The lines of some batches, each with its line end. */
export async function linesOf(
  db: Database | DatabaseTransaction,
  batches: readonly Batch[],
): Promise<string> {
  let lines = ''
  for (const batch of batches) {
    const exported: ExportedRoot = { ...batch, marks: marksOf(await leavesOf(db, batch)) }
    lines += `${JSON.stringify(exported)}\n`
  }
  return lines
}

function rootsShortened(path: string, written: number): Failure {
  return new Failure(
    'roots_shortened',
    `Tệp gốc ${path} ngắn hơn phần máy chủ đã ghi (đến lô ${written}): tệp đã bị cắt hoặc bị xoá. Hãy chạy “dotpha audit verify” với một bản sao của tệp gốc; máy chủ chỉ ghi tiếp sau khi khởi động lại.\nThe file of roots ${path} is shorter than what the server wrote (up to batch ${written}): it was cut or removed. Run "dotpha audit verify" with a copy of the file; the server goes on writing only after it is started again.`,
  )
}

async function requireSame(db: Database, known: ExportedRoot, path: string): Promise<void> {
  const [batch] = await batchesAfter(db, known.number - 1, 1)
  if (batch?.number === known.number && batch.root === known.root) return
  throw new Failure(
    'roots_differ',
    `Gốc của lô ${known.number} trong ${path} không khớp với cơ sở dữ liệu: nhật ký đã bị sửa, hoặc cơ sở dữ liệu được khôi phục từ bản sao cũ. Hãy chạy “dotpha audit verify”; chỉ khi đã rõ nguyên nhân mới chuyển tệp này đi nơi khác để ghi tệp mới.\nThe root of batch ${known.number} in ${path} is not that of the database: the record was changed, or the database was restored from an older backup. Run "dotpha audit verify"; only once the cause is known move this file away, so that a new one is begun.`,
  )
}

async function appendSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o640)
  try {
    await file.appendFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Reads only the end of the file: it grows for years. */
async function lastRoot(path: string): Promise<{ last: ExportedRoot | undefined; broken: boolean }> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size === 0) return { last: undefined, broken: false }
  const file = await open(path, 'r')
  try {
    // // The longest line is a full batch; twice that length contains at least one complete line.
    for (let window = 64 * 1024; ; window *= 4) {
      const from = Math.max(0, size - window)
      const { buffer } = await file.read({ buffer: Buffer.alloc(size - from), position: from })
      const text = buffer.toString('utf8')
      const lines = text.split('\n').slice(from === 0 ? 0 : 1)
      const last = lines.map(parseRoot).findLast((root) => root !== undefined)
      if (last !== undefined || from === 0) return { last, broken: !text.endsWith('\n') }
    }
  } finally {
    await file.close()
  }
}

function parseRoot(line: string): ExportedRoot | undefined {
  try {
    const root = JSON.parse(line) as ExportedRoot
    return typeof root.number === 'number' && typeof root.root === 'string' ? root : undefined
  } catch {
    return undefined
  }
}

/**
 * The roots of a file in order. Partial lines (from a power cut) and duplicates (from two servers that share the folder)
 * are skipped.
 * @throws Failure `roots_unreadable` if the file is missing, `roots_forged` if a line contradicts itself or the previous
 * one
 */
export async function* readRoots(path: string): AsyncGenerator<ExportedRoot> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const sentence = `Không đọc được tệp gốc ${path}.\nThe file of roots ${path} cannot be read.`
    throw new Failure('roots_unreadable', sentence, error)
  })
  const lines = createInterface({ input: file.createReadStream(), crlfDelay: Number.POSITIVE_INFINITY })
  let last: ExportedRoot | undefined
  for await (const line of lines) {
    const root = parseRoot(line)
    if (root === undefined || (last !== undefined && root.number <= last.number)) continue
    const follows = last === undefined || (root.number === last.number + 1 && root.previous === last.root)
    if (!follows || rootOf(root) !== root.root) throw rootsForged(path, root.number)
    yield root
    last = root
  }
}

function rootsForged(path: string, number: number): Failure {
  return new Failure(
    'roots_forged',
    `Dòng của lô ${number} trong ${path} tự mâu thuẫn hoặc không nối tiếp dòng trước: tệp gốc đã bị sửa.\nThe line of batch ${number} in ${path} contradicts itself or does not follow the one before: the file of roots was changed.`,
  )
}
