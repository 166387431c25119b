import { type Expression, sql } from 'kysely'

/** A text without accents and capitals, as the folded columns have it. */
export const folded = (text: string) => sql<string>`fold(${text})`

/** A pattern that finds the words anywhere; what LIKE would take for wildcards is taken as written. */
export const containing = (text: Expression<string>) =>
  sql<string>`'%' || regexp_replace(${text}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`
