import { type RawBuilder, sql } from 'kysely'
import { lenderNameOf, standInNameOf } from '../identity/index.ts'
import { personNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'

/** Who did something, from the columns of what they did: “X for Y” where X acted on behalf of Y; null where nobody did. */
export function actorNameOf(c: Context, person: string, forPerson: string): RawBuilder<string> {
  const name = sql`(case when ${sql.ref(forPerson)} <> ${sql.ref(person)}
    then ${inStead(c)}::text || ${personNameOf(forPerson)} else '' end)`
  return sql<string>`(${personNameOf(person)} || ${name})`
}

/** “X for Y” from the column of the lending alone; null where nobody acted on behalf of another. */
export function inSteadOf(c: Context, standIn: string): RawBuilder<string | null> {
  return sql<
    string | null
  >`(${standInNameOf(standIn)} || coalesce(${inStead(c)}::text || ${lenderNameOf(standIn)}, ''))`
}

const inStead = (c: Context) => ` ${c.t('office.in_stead')} `
