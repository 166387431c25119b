/** One text in each language. */
export interface Said {
  readonly vi: string
  readonly en: string
}
