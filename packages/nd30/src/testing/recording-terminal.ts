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
  readonly now = (): Date => new Date('2026-08-12T02:00:00Z')

  json(): unknown {
    return JSON.parse(this.said.join('\n'))
  }
}
