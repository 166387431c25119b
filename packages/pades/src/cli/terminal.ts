import type { Terminal as PlainTerminal } from './shell/terminal.ts'

/** Where a command reads, writes and asks, and in which language. */
export interface Terminal extends PlainTerminal {
  /** Asks for a password or PIN without showing it; a line of standard input where there is no terminal. */
  readonly ask: (question: string) => Promise<string>
}
