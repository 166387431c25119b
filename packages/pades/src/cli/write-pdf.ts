import type { AppendedFile } from '../sign/appended-file.ts'
import { onFile } from './shell/file-error.ts'
import { writeGiven } from './shell/given-file.ts'
import { writingTarget } from './shell/whole-file.ts'
import type { Terminal } from './terminal.ts'

/** Writes a file with what was appended to it at `out`, or to standard output for `-`. @throws FileError */
export async function writePdf(file: AppendedFile, out: string, terminal: Terminal): Promise<void> {
  if (out === '-') return writeGiven(out, file.bytes(), terminal)
  onFile('write', out, () => file.writeTo(writingTarget(out)))
}
