import { plainSpaces } from '../../text/dashes.ts'
import { sameSpelling } from '../../text/tones.ts'

/** Whether two texts are the same words: spaces and the place of the tone do not count. */
export const sameWords = (a: string, b: string): boolean => sameSpelling(plainSpaces(a), plainSpaces(b))
