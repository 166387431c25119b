/** Where a command writes, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly language: 'vi' | 'en'
  readonly now: () => Date
}

export type { Said } from './shell/said.ts'
