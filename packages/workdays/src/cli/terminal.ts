/** Where a command writes, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly language: 'vi' | 'en'
  readonly now: () => Date
}

/** One text in each language. */
export interface Said {
  readonly vi: string
  readonly en: string
}
