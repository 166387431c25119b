import { diffWordsWithSpace } from 'diff'

/** A stretch of words that stands in both texts, or in one alone. */
export interface Stretch {
  readonly text: string
  readonly kind: 'same' | 'removed' | 'added'
}

// Two texts that have next to nothing in common are no changes of each other, and finding the least would take long.
const maxChanges = 4000

/**
 * What was changed from one text to another, word by word: `same` and `removed` together are the first text, `same` and
 * `added` the second. Texts that differ too much are one removed and one added.
 */
export function compareTexts(before: string, after: string): readonly Stretch[] {
  const [one, other] = [before.normalize('NFC'), after.normalize('NFC')]
  const found = diffWordsWithSpace(one, other, { maxEditLength: maxChanges })
  const stretches: readonly Stretch[] =
    found === undefined
      ? [
          { text: one, kind: 'removed' },
          { text: other, kind: 'added' },
        ]
      : found.map(({ value, added, removed }) => ({
          text: value,
          kind: added ? 'added' : removed ? 'removed' : 'same',
        }))
  return togetherRuns(stretches)
}

/**
 * Words that changed next to each other are one change: a lone space between two of them is no word that stayed. What was
 * taken out of a run stands before what was put in.
 */
function togetherRuns(stretches: readonly Stretch[]): readonly Stretch[] {
  const told: Stretch[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed !== '') told.push({ text: removed, kind: 'removed' })
    if (added !== '') told.push({ text: added, kind: 'added' })
    removed = ''
    added = ''
  }
  for (const [index, { text, kind }] of stretches.entries()) {
    const next = stretches[index + 1]
    const isBetween = kind === 'same' && text.trim() === '' && removed + added !== '' && next !== undefined
    if (kind === 'same' && !isBetween) {
      close()
      told.push({ text, kind })
      continue
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  }
  close()
  return told.filter(({ text }) => text !== '')
}
