/** Where a command reads and writes, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Standard input, for a file that is given as `-`. */
  readonly input: () => AsyncIterable<Uint8Array>
  /** Writes a file to standard output, for `--out -`; rejects with the error of the stream. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly language: 'vi' | 'en'
  readonly now: () => Date
  /** What stands before a command when it is called; `dotpha` where it is not said. */
  readonly program?: string
}
