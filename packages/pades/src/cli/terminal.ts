/** Where a command writes and asks, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Asks for a password or PIN without showing it; a line of standard input where there is no terminal. */
  readonly ask: (question: string) => Promise<string>
  readonly language: 'vi' | 'en'
  readonly now: () => Date
}
