/** Where a command writes, in which language, and what day it is. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly language: 'vi' | 'en'
  readonly now: () => Date
}
