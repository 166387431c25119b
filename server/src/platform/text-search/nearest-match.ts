import { type RawBuilder, sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'
import { parseSearch } from './parse-search.ts'
import { matchText, nearnesses, readSlips, type TextMatch } from './text-match.ts'

/** Where nothing was typed that is a word, such as "—": nothing fits. */
const nothing: TextMatch = {
  condition: () => sql<boolean>`false`,
  fit: () => sql<number>`0`,
}

/**
 * For a list that is narrowed by words: the strictest match that finds something, asked with `finds`; where none does, the
 * strictest. A list so has either exactly what was typed, or what comes near.
 */
export async function nearestMatch(
  c: { readonly db: DatabaseTransaction },
  text: string,
  finds: (match: TextMatch) => Promise<boolean>,
): Promise<TextMatch> {
  const search = parseSearch(text)
  const strict = matchText(search, 'words')
  if (strict === null) return nothing
  if (await finds(strict)) return strict
  const slips = await readSlips(c, search)
  for (const nearness of nearnesses.slice(1)) {
    const match = matchText(search, nearness, slips)
    if (match !== null && (await finds(match))) return match
  }
  return strict
}

/** True of rows that hold every word: what the quick search counts as found, for the list that its figure leads to. */
export function holdsWords(text: string, words: RawBuilder<unknown>): RawBuilder<boolean> {
  return (matchText(parseSearch(text), 'words') ?? nothing).condition(words)
}
