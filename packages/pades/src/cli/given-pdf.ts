import { type ByteSource, bytesSource, fileSource } from '../source.ts'
import { onFile } from './shell/file-error.ts'
import { readGiven } from './shell/given-file.ts'
import { refuseOtherThanFile } from './shell/whole-file.ts'
import type { Terminal } from './terminal.ts'

/** Of standard input, which is kept in memory; files are read where they are needed. */
const mostBytes = 512 << 20

/** The PDF that a command was given, `-` from standard input. @throws FileError */
export async function givenPdf(path: string, terminal: Terminal): Promise<ByteSource & Disposable> {
  if (path === '-') return closedByNobody(bytesSource(await readGiven(path, mostBytes, terminal)))
  refuseOtherThanFile('read', path)
  return onFile('read', path, () => fileSource(path))
}

const closedByNobody = (source: ByteSource) => ({ ...source, [Symbol.dispose]: () => undefined })
