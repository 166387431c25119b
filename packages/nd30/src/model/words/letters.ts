/** The letters of points in their order; f, j, w and z are not among them, ă, â, ê, ô, ơ and ư are not used. */
export const pointLetters: readonly string[] = [...'abcdđeghiklmnopqrstuvxy']

/** The letter of the nth point, from 1; null past the alphabet. */
export const pointLetter = (nth: number): string | null => pointLetters[nth - 1] ?? null

/** How manieth a letter is among points, from 1; 0 where it is none. */
export const pointNumber = (letter: string): number => pointLetters.indexOf(letter) + 1

export const capital = (words: string): string => words.toLocaleUpperCase('vi')
