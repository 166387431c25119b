import { Readable } from 'node:stream'
import type { Terminal } from '../cli/terminal.ts'

/** A terminal that keeps what is said to it, on one day. */
export class RecordingTerminal implements Terminal {
  readonly said: string[] = []
  readonly errors: string[] = []
  readonly language: 'vi' | 'en'

  constructor(language: 'vi' | 'en' = 'vi') {
    this.language = language
  }

  readonly out = (text: string): void => void this.said.push(text)
  readonly error = (text: string): void => void this.errors.push(text)
  /** What comes by standard input, and what was written to standard output. */
  given: Uint8Array = new Uint8Array(0)
  written: Uint8Array = new Uint8Array(0)

  readonly input = (): AsyncIterable<Uint8Array> => Readable.from([this.given])
  readonly write = async (bytes: Uint8Array): Promise<void> => {
    this.written = bytes
  }
  readonly now = (): Date => new Date('2026-08-12T02:00:00Z')

  json(): unknown {
    return JSON.parse(this.said.join('\n'))
  }
}
