import { type RawBuilder, sql } from 'kysely'
import { containing, folded } from '../platform/data/text-search.ts'

/** The ids of the units whose name or short name holds the words, accents and capitals aside, for a `where … in`. */
export function unitsNamed(text: string): RawBuilder<string> {
  const pattern = containing(folded(text.trim()))
  return sql<string>`(select unit.id from unit
    where unit.name_folded like ${pattern} or fold(unit.short_name) like ${pattern})`
}

/** The holdings of the persons whose name holds the words, in the same way. */
export function holdingsOfPersonsNamed(text: string): RawBuilder<string> {
  return sql<string>`(select held.id from post_holding held join person on person.id = held.person_id
    where person.name_folded like ${containing(folded(text.trim()))})`
}
