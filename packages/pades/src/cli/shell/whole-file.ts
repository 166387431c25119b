import { randomUUID } from 'node:crypto'
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FileError, fileErrorOf, onFile } from './file-error.ts'
import type { Terminal } from './terminal.ts'

/**
 * A file's bytes. Devices and pipes are refused before they are opened, because they may never end, and a file that is
 * too large before it is read.
 *
 * @throws FileError
 */
export function readWhole(path: string, mostBytes: number): Uint8Array {
  return onFile('read', path, () => {
    refuseOtherThanFile('read', path)
    if (statSync(path).size > mostBytes) throw new FileError('read', path, 'EFBIG')
    return readFileSync(path)
  })
}

/** The bytes of a file, or of standard input when it is given as `-`. @throws FileError */
export async function readGiven(path: string, mostBytes: number, terminal: Terminal): Promise<Uint8Array> {
  if (path !== '-') return readWhole(path, mostBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of terminal.input()) {
      size += chunk.length
      if (size > mostBytes) throw new FileError('read', path, 'EFBIG')
      chunks.push(chunk)
    }
  } catch (error) {
    throw fileErrorOf('read', path, error)
  }
  return Buffer.concat(chunks)
}

/** Writes a whole file at `path` or none; `-` is standard output. @throws FileError */
export async function writeGiven(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  if (path !== '-') return writeWhole(path, bytes)
  try {
    await terminal.write(bytes)
  } catch (error) {
    throw fileErrorOf('write', path, error)
  }
}

/** Writes a whole file at `path` or none: under another name beside it first, then renamed. @throws FileError */
export function writeWhole(path: string, bytes: Uint8Array): void {
  onFile('write', path, () => {
    const target = writingTarget(path)
    const unfinished = join(dirname(target), `.${randomUUID()}.part`)
    try {
      writeFileSync(unfinished, bytes, { flag: 'wx', flush: true })
      renameSync(unfinished, target)
    } catch (error) {
      discard(unfinished)
      throw error
    }
  })
}

/**
 * Where `path` leads when something is to be renamed onto it. A link stays a link, and a device is refused: renaming
 * would put a file in its place.
 *
 * @throws FileError
 */
export function writingTarget(path: string): string {
  if (!isThere(path)) return path
  return onFile('write', path, () => {
    refuseOtherThanFile('write', path)
    return realpathSync(path)
  })
}

/** @throws FileError when something other than a file is at `path`, or nothing */
export function refuseOtherThanFile(act: 'read' | 'write', path: string): void {
  const about = onFile(act, path, () => statSync(path))
  if (about.isDirectory()) throw new FileError(act, path, 'EISDIR')
  if (!about.isFile()) throw new FileError(act, path, 'ENOTFILE')
}

function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch {
    // Writing will tell what is wrong.
    return false
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The error that led here says more than this one.
  }
}
