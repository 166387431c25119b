const wordPattern = /[0-9]+|[A-Za-z\u00c0-\u1eff]+/g
const toneMark = /([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])/g

/** A word of a text, with its place in it. */
export interface TextWord {
  /** In lower case, with one place for each tone mark, whichever of two vowels bears it. A number without leading zeros. */
  readonly exact: string
  /** The same without accents. */
  readonly folded: string
  readonly start: number
  readonly end: number
}

/**
 * The words of a text in NFC, as `search_vector` of the database cuts it: runs of letters and runs of digits. What is read
 * here must be what is stored there; a test compares them.
 */
export function wordsOf(text: string): TextWord[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: found, index }) => {
    const exact = exactForm(found)
    return { exact, folded: foldWord(exact), start: index, end: index + found.length }
  }).filter(({ folded }) => folded !== '')
}

function exactForm(word: string): string {
  if (/^[0-9]/.test(word)) return word.replace(/^0+(?=[0-9])/, '')
  return word.toLowerCase().normalize('NFD').replace(toneMark, '$1$3$2').normalize('NFC')
}

/** Without accents, in lower case: Đường becomes duong. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}
