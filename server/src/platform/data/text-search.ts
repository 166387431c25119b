import { type Expression, type RawBuilder, sql } from 'kysely'

/** A text without accents and capitals, as the folded columns have it. */
export const folded = (text: string) => sql<string>`fold(${text})`

// What LIKE would take for wildcards is taken as written.
const escaped = (text: Expression<string>) =>
  sql<string>`regexp_replace(${text}, '([\\\\%_])', '\\\\\\1', 'g')`

/** A pattern for LIKE that finds the words anywhere. */
export const containing = (text: Expression<string>) => sql<string>`'%' || ${escaped(text)} || '%'`

/**
 * Ranks matches, the smallest first: names with the accents as typed before the others, and among each those in which a
 * word begins with the term: "huyen" means "Huyện ủy" rather than "Chuyên đề".
 */
export function searchRank(
  typed: string,
  column: { readonly names: readonly string[]; readonly folded: string },
): RawBuilder<number> {
  const text = typed.trim().normalize('NFC')
  const exact = column.names.map(
    (name) => sql<boolean>`position(lower(${text}) in lower(${sql.ref(name)})) > 0`,
  )
  return sql<number>`(case when ${sql.join(exact, sql` or `)} then 0 else 2 end
    + case when ' ' || translate(${sql.ref(column.folded)}, '(-/,', '    ') like '% ' || ${escaped(folded(text))} || '%'
      then 0 else 1 end)`
}
