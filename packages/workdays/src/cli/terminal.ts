/** Where a command writes, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly language: 'vi' | 'en'
  readonly now: () => Date
  /** What stands before a command when it is called; `dotpha` where it is not said. */
  readonly program?: string
}

export type { Said } from './shell/said.ts'
