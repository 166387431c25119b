import { type RawBuilder, sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'
import { type Reading, type Search, type SearchTerm, saidTerms } from './parse-search.ts'
import { shortestWithSlip, slipsOf } from './slips.ts'

/**
 * How near a thing must come: every word that was typed; every word, each with at most one slip of a letter; or most of them.
 * Each finds what those before it find, and more. They are tried in this order until enough is found.
 */
export const nearnesses = ['words', 'slips', 'most'] as const
export type Nearness = (typeof nearnesses)[number]

/** A search in the language of the database: a condition on a column of words, and how well a row fits. */
export interface TextMatch {
  /** True of rows whose words (a `tsvector` of `search_vector`) come near enough; an index finds them. */
  condition(words: RawBuilder<unknown>): RawBuilder<boolean>
  /** How well a row fits, from 0 (in no way) up: whole words, accents as typed, words that stand side by side. */
  fit(words: RawBuilder<unknown>): RawBuilder<number>
}

/** For each term the words that one slip makes of it and that are written somewhere. */
export type Slips = ReadonlyMap<SearchTerm, readonly string[]>

/** Asks the table of words once for all terms. What is found there is only looked for, and never shown. */
export async function readSlips(c: { readonly db: DatabaseTransaction }, search: Search): Promise<Slips> {
  const tried = saidTerms(search)
    .filter(({ isNumber, folded }) => !isNumber && folded.length >= shortestWithSlip && folded.length <= 24)
    .map((term) => ({ term, slips: slipsOf(term.folded) }))
  if (tried.length === 0) return new Map()
  const all = [...new Set(tried.flatMap(({ slips }) => slips))]
  const rows = await c.db
    .selectFrom('search_word')
    .select('word')
    .where('word', '=', sql<string>`any(${all}::text[])`)
    .execute()
  const known = new Set(rows.map(({ word }) => word))
  return new Map(tried.map(({ term, slips }) => [term, slips.filter((one) => known.has(one))]))
}

// Of many words so many may be missing; of one, none.
const mostMissing = (count: number): number => (count < 2 ? 0 : count < 4 ? 1 : count < 7 ? 2 : 3)
// Which of them are missing is tried out: of more words that would be very many ways.
const maxForMost = 8

/** The condition and the order of a search; null where nothing was typed that could be found. */
export function matchText(search: Search, nearness: Nearness, slips: Slips = new Map()): TextMatch | null {
  const said = saidTerms(search)
  if (said.length === 0) return null
  const asked = said.map((term) => termQuery(term, nearness === 'words' ? [] : (slips.get(term) ?? [])))
  const query = nearness === 'most' ? mostOf(asked.slice(0, maxForMost)) : asked.join(' & ')
  const fits = fitQueries(search)
  return {
    condition: (words) => sql<boolean>`${words} @@ ${query}::tsquery`,
    fit: (words) =>
      sql<number>`(${sql.join(
        fits.map((one) => sql`(${words} @@ ${one}::tsquery)::int`),
        sql` + `,
      )})`,
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`

const readingQuery = ({ words }: Reading, partial: boolean): string =>
  words.length === 1
    ? `${quoted(words[0] ?? '')}${partial ? ':*' : ''}`
    : `(${[...new Set(words)].map(quoted).join(' & ')})`

function termQuery({ readings, partial }: SearchTerm, slips: readonly string[]): string {
  const ways = readings.map((reading) => readingQuery(reading, partial && reading.kind === 'word'))
  return `(${[...ways, ...slips.map(quoted)].join(' | ')})`
}

/** At least all but a few of the parts. */
function mostOf(parts: readonly string[]): string {
  const kept = parts.length - mostMissing(parts.length)
  return choices(parts, kept)
    .map((some) => `(${some.join(' & ')})`)
    .join(' | ')
}

function choices<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, place) =>
    choices(items.slice(place + 1), count - 1).map((rest) => [item, ...rest]),
  )
}

/** Each adds one to the fit of a row. */
function fitQueries({ terms }: Search): string[] {
  const whole = terms.flatMap((term) => [
    `(${term.readings.map((reading) => readingQuery(reading, false)).join(' | ')})`,
    ...(term.exact === term.folded ? [] : [quoted(term.exact)]),
  ])
  const pairs = terms
    .slice(1)
    .map((term, index) => `${quoted(terms[index]?.folded ?? '')} <-> ${quoted(term.folded)}`)
  return [...whole, ...pairs]
}
