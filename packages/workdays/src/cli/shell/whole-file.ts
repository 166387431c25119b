import { randomUUID } from 'node:crypto'
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FileError, onFile } from './file-error.ts'

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
