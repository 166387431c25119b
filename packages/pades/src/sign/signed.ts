import type { ByteSource } from '../source.ts'
import { AppendedFile } from './appended-file.ts'
import type { SignWarning } from './check-path.ts'
import type { Level } from './levels.ts'

/** A file with the signature that was appended to it. */
export class Signed extends AppendedFile {
  readonly level: Level
  /** What the signer has to be told. */
  readonly warnings: readonly SignWarning[]

  constructor(
    source: ByteSource,
    appended: Uint8Array,
    { level, warnings }: { readonly level: Level; readonly warnings: readonly SignWarning[] },
  ) {
    super(source, appended)
    this.level = level
    this.warnings = warnings
  }
}
