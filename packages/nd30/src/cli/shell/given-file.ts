import { FileError, fileErrorOf } from './file-error.ts'
import type { Terminal } from './terminal.ts'
import { readWhole, writeWhole } from './whole-file.ts'

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
