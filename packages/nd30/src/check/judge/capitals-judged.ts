import { bodyFaults } from './capitals-bodies.ts'
import { citationFaults } from './capitals-citations.ts'
import { dayFaults } from './capitals-days.ts'
import { paragraphFault, sentenceFaults } from './capitals-first.ts'
import { nounFaults } from './capitals-nouns.ts'
import { personFaults } from './capitals-people.ts'
import { textFaults } from './capitals-texts.ts'
import { type OwnNames, unitFaults } from './capitals-units.ts'
import { type CapitalFault, wordsOf } from './capitals-words.ts'

export interface CapitalOptions {
  /** Its first word begins a sentence. */
  readonly startsSentence?: boolean
  readonly ownNames?: OwnNames
}

/** Every deviation from annex II of Decree 30/2020/NĐ-CP in a paragraph that is sure, in the order of the text. */
export function capitalFaults(
  text: string,
  profile: 'state' | 'party',
  options: CapitalOptions = {},
): readonly CapitalFault[] {
  const words = wordsOf(text)
  const first = options.startsSentence ? paragraphFault(text, words) : undefined
  return [
    ...(first ? [first] : []),
    ...sentenceFaults(text, words),
    ...personFaults(text, words),
    ...unitFaults(text, words, options.ownNames),
    ...bodyFaults(text, words, profile),
    ...nounFaults(text, words),
    ...citationFaults(text, words),
    ...textFaults(text, words),
    ...dayFaults(text, words),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
}
