import type { Paragraph } from '../../read/read-document.ts'

const longestQuotation = 200

/** Paragraphs between quotation marks that open in one and close in another: an amendment's new words. */
export class Quotes {
  readonly #within = new Set<number>()

  constructor(paragraphs: readonly Paragraph[]) {
    let opened: number | null = null
    for (const [at, { text }] of paragraphs.entries()) {
      if (opened !== null && at - opened > longestQuotation) opened = null
      if (opened === null && /^\s*[“"]/.test(text) && open(text)) opened = at
      if (opened === null || (at === opened && open(text))) continue
      if (/[”"]\s*[.;,]?\s*(?:\.\/\.)?\s*$/.test(text) || /”/.test(text)) {
        for (let each = opened; each <= at; each++) this.#within.add(each)
        opened = null
      }
    }
  }

  isWithin(at: number): boolean {
    return this.#within.has(at)
  }
}

/** More marks open in it than close. */
function open(text: string): boolean {
  let depth = 0
  let straight = 0
  for (const letter of text) {
    if (letter === '“') depth++
    else if (letter === '”') depth--
    else if (letter === '"') straight++
  }
  return depth > 0 || straight % 2 === 1
}
