import { sql } from 'kysely'
import { activeHoldings, unitsInScope } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../../platform/http/paging.ts'
import type { Addressee } from '../addressees.ts'
import { administeredUnit, authorizeAdministrator } from '../policy.ts'

/**
 * Those who hold a post today, all of them in units that the actor administers, and have no account: by unit and name, page
 * by page. The post that is named is the one for which a letter is handed out: as head first, then the oldest.
 * @throws Refusal `forbidden`
 */
export async function listPersonsWithoutAccount(
  c: Context,
  asked: {
    /** Only those who hold a post in this unit or below it. */
    readonly unitId: string | null
    readonly limit?: number
    readonly cursor?: string | null
  },
): Promise<Page<Addressee> & { readonly total: number }> {
  authorizeAdministrator(c, 'account.list')
  const limit = pageSizeOf(asked.limit)
  const after = asked.cursor ? decodeCursor(asked.cursor, ['text', 'text', 'id']) : null
  const { rows } = await sql<Addressee & { total: number }>`
    with waiting as (${personsWithout(c, asked.unitId)})
    select "personId", "fullName", "postTitle", "unitName", (select count(*)::int from waiting) as total from waiting
    where ${after === null ? sql`true` : sql`("unitName", "fullName", "personId") > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`}
    order by "unitName", "fullName", "personId" limit ${limit + 1}`.execute(c.db)
  const total = rows[0]?.total ?? 0
  const page = cutPage(rows, limit, (row) => [row.unitName, row.fullName, row.personId])
  return { items: page.items.map(({ total: _, ...person }) => person), next: page.next, total }
}

function personsWithout(c: Context, unitId: string | null) {
  const inUnit =
    unitId === null ? sql<boolean>`true` : sql<boolean>`post.unit_id in (${unitsInScope(c, { unitId })})`
  const held = activeHoldings(c, c.today)
    .where(sql<boolean>`not exists (select from account where account.person_id = held.person_id)`)
    .select([administeredUnit(c, sql.ref('post.unit_id')).as('mine'), inUnit.as('asked')])
  const first = (column: string) => sql`(array_agg(${sql.ref(column)} order by is_head desc, from_on, id))[1]`
  return sql`select person_id as "personId", min(full_name) as "fullName", ${first('title')} as "postTitle",
      ${first('unit_name')} as "unitName"
    from (${held}) held group by person_id having bool_and(coalesce(mine, false)) and bool_or(asked)`
}
