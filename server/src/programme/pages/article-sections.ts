/**
 * What of an article has no row of its own in the register: bodies, persons, places, words. It is kept as it was taken from
 * the article, and read here for showing; whatever is not a list of entries is passed over.
 */

export interface Entry {
  readonly id: string
  readonly text: string
  readonly note: string
  readonly quote: string
}

type Json = Readonly<Record<string, unknown>>

interface Section {
  readonly key: string
  read(data: Json): readonly Entry[]
}

const section = (key: string, text: string, note: string): Section => ({
  key,
  read: (data) => recordsOf(data[key]).map((record) => entryOf(record, text, note)),
})

/** In the order in which they are shown; the words of their titles are in the catalogue. */
export const articleSections: readonly Section[] = [
  section('themeGroups', 'headline', 'parts'),
  section('contentGroupsTuKy', 'name', ''),
  section('organizations', 'name', ''),
  section('persons', 'name', 'position'),
  section('personGroups', 'name', ''),
  section('places', 'name', 'level'),
  section('terms', 'term', ''),
]

function entryOf(record: Json, text: string, note: string): Entry {
  return {
    id: textOf(record.id),
    text: textOf(record[text]),
    note: note === '' ? '' : textOf(record[note]),
    quote: textOf(record.quote),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? textsOf(value).join('; ') : ''
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function recordsOf(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return []
  return value.filter((item): item is Json => typeof item === 'object' && item !== null)
}
