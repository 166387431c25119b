/** Titles that may name the same work. This is only a warning: the appraiser compares the two and records the result. */

/**
 * From this similarity on a warning is raised: 0.6 catches another order of words, other spelling and an added clause,
 * and does not call alike two works that share only a stock phrase ("Nâng cao chất lượng …"). The table in the test
 * shows on which side titles fall. Too low costs an appraiser a glance, too high lets a copy pass.
 */
export const duplicateThreshold = 0.6

/** What a title says of its year or of its being continued does not make it another work. */
const FILLER = /\b(?:tiep tuc|(?:trong )?nam 20\d\d)\b/g

/**
 * Text without what writers vary: case, accents, đ and Ð, punctuation, and either Unicode form. It is the database's
 * `fold` but for punctuation, which trigrams do not see either.
 */
export function foldTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function substance(title: string): string {
  const folded = foldTitle(title)
  const rest = folded.replace(FILLER, ' ').trim()
  return rest === '' ? folded : rest
}

/** The trigrams of each word, padded as PostgreSQL's `pg_trgm` does, so that both give one similarity. */
function trigrams(folded: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of folded.split(' ')) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3))
  }
  return found
}

/**
 * How alike two titles are, 0 to 1: the share of their trigrams that both have. The order of words is no matter.
 *
 * The database's own `similarity` is lower where one title has filler and the other none, so candidates are taken by
 * it with the usual limit of 0.3, well below the threshold, and judged here.
 */
export function titleSimilarity(a: string, b: string): number {
  const [x, y] = [trigrams(substance(a)), trigrams(substance(b))]
  if (x.size === 0 || y.size === 0) return 0
  const shared = [...x].filter((trigram) => y.has(trigram)).length
  return shared / (x.size + y.size - shared)
}
