/**
 * What a file may cost. A DOCX of 500 pages keeps far below all of them; together they hold a whole run under 300 MB and
 * ten seconds.
 */
export interface ReadLimits {
  readonly fileBytes: number
  readonly entries: number
  readonly nameLetters: number
  /** Of all parts together, inflated. */
  readonly totalBytes: number
  /** Of all parts together that are XML, inflated. */
  readonly xmlBytes: number
  /** Inflated to packed; looked at in parts above a megabyte alone, because short ones of much alike pack well. */
  readonly ratio: number
  /** Of all parts that are read, together; four attributes of tags that are like no other count as one. */
  readonly elements: number
  readonly depth: number
  readonly attributes: number
  readonly paragraphs: number
  readonly sections: number
  /** Of one paragraph. */
  readonly runs: number
}

export const defaultReadLimits: ReadLimits = {
  fileBytes: 32 * 2 ** 20,
  entries: 2000,
  nameLetters: 240,
  totalBytes: 64 * 2 ** 20,
  xmlBytes: 32 * 2 ** 20,
  ratio: 300,
  elements: 500_000,
  depth: 200,
  attributes: 200,
  paragraphs: 50_000,
  sections: 1000,
  runs: 10_000,
}
