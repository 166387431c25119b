import { type RawBuilder, sql } from 'kysely'
import { lenderNameOf, standInNameOf } from '../identity/index.ts'
import { personNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'

/** Who did something, from the columns of what he did: “X for Y” where X acted in the stead of Y. */
export function actorNameOf(c: Context, person: string, standIn: string): RawBuilder<string> {
  return sql<string>`(${personNameOf(person)} || ${forWhom(c, standIn)})`
}

/** “X for Y” from the column of the lending alone; null where nobody acted in another's stead. */
export function inSteadOf(c: Context, standIn: string): RawBuilder<string | null> {
  return sql<string | null>`(${standInNameOf(standIn)} || ${forWhom(c, standIn)})`
}

const forWhom = (c: Context, standIn: string) =>
  sql`coalesce(${` ${c.t('programme.in_stead')} `}::text || ${lenderNameOf(standIn)}, '')`
