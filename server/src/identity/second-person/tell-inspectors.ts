import { sql } from 'kysely'
import { activeHoldings } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import { type AccountNoticeKind, tellOwner } from '../account-notices.ts'
import { identityDb } from '../tables.ts'

type Told = Extract<AccountNoticeKind, `seen_${string}`>

// A bound, not a page: no province has more inspectors above one unit.
const mostInspectors = 100

/**
 * Tells the inspectors above a person's units, at once and in the transaction of the act, what somebody did to his account or
 * to his rights; of a person without a post, every inspector. Who did it is not told what he knows.
 */
export async function tellInspectors(
  c: Pick<PublicContext, 'db' | 'now' | 'actor'> & { readonly today: PublicContext['today'] },
  personIds: readonly string[],
  kind: Told,
  params: Readonly<Record<string, string | number>>,
): Promise<void> {
  const held = activeHoldings(c, c.today).where(
    'held.person_id',
    '=',
    sql<string>`any(${[...personIds]}::uuid[])`,
  )
  const inspected = sql<boolean>`(role_grant.unit_id in (select above.ancestor_id from unit_ancestor above
      where above.unit_id in (select of_them.unit_id from (${held}) of_them)
        and above.from_on <= ${c.today}::date and (above.to_on is null or above.to_on > ${c.today}::date))
    or not exists (${held}))`
  const inspectors = await identityDb(c)
    .selectFrom('account')
    .select('account.id')
    .where('disabled_at', 'is', null)
    .where('account.id', '!=', c.actor?.accountId ?? '00000000-0000-0000-0000-000000000000')
    .where((is) =>
      is.exists(
        is
          .selectFrom('role_grant')
          .select('role_grant.id')
          .where('role_grant.role', '=', 'inspector')
          .where(sql<boolean>`role_grant.from_on <= ${c.today}::date
            and (role_grant.to_on is null or role_grant.to_on > ${c.today}::date)`)
          .where(inspected)
          .where(
            sql<boolean>`role_grant.post_id in (select mine.post_id from (${activeHoldings(c, c.today)}) mine
              where mine.person_id = account.person_id)`,
          ),
      ),
    )
    .limit(mostInspectors)
    .execute()
  for (const { id } of inspectors) await tellOwner(c, id, kind, params)
}

/** What is told of an act on an account: whose it is, and who did it. */
export const whoAndBy = (
  c: Pick<PublicContext, 'actor'>,
  person: { readonly username: string; readonly personName: string },
) => ({ username: person.username, person: person.personName, by: c.actor?.personName ?? 'dotpha' })
