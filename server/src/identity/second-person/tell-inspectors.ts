import { sql } from 'kysely'
import { activeHoldings, spanCovers } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import { type AccountNoticeKind, tellOwner } from '../account-notices.ts'

type Told = Extract<AccountNoticeKind, `seen_${string}`>

// A bound, not a page: no province has more inspectors above one unit.
const mostInspectors = 100

/**
 * Tells the inspectors above a person's units, at once and in the transaction of the act, what somebody did to their account or
 * to their rights; of a person without a post, every inspector. Who did it is not told what they know.
 */
export async function tellInspectors(
  c: Teller,
  personId: string,
  kind: Told,
  params: Readonly<Record<string, string | number>>,
): Promise<void> {
  for (const { accountId } of await inspectorsOf(c, [personId])) await tellOwner(c, accountId, kind, params)
}

/**
 * The same of an act on a crowd: one notice for each inspector, with how many of their there were. A notice for each person
 * would bury whatever else they are told.
 */
export async function tellInspectorsOfMany(
  c: Teller,
  people: readonly (WhoseAccount & { readonly personId: string })[],
  one: Told,
  several: Told,
): Promise<void> {
  const byId = new Map(people.map((person) => [person.personId, person]))
  for (const { accountId, personIds } of await inspectorsOf(c, [...byId.keys()])) {
    const only = personIds.length === 1 ? byId.get(personIds[0] ?? '') : undefined
    if (only !== undefined) await tellOwner(c, accountId, one, whoAndBy(c, only))
    else await tellOwner(c, accountId, several, { count: personIds.length, by: doneBy(c) })
  }
}

type Teller = Pick<PublicContext, 'db' | 'now' | 'actor' | 'today'>

/**
 * The accounts of inspectors, each with those of the persons of whom they are told. The few inspectors are found first: to ask
 * of each account and each person whether they meet would take a crowd of accounts times a crowd of persons.
 */
async function inspectorsOf(c: Teller, personIds: readonly string[]) {
  const within = (table: string) => spanCovers(`${table}.from_on`, `${table}.to_on`, c.today)
  const held = activeHoldings(c, c.today)
  const { rows } = await sql<{ accountId: string; personIds: readonly string[] }>`
    with inspector as materialized (
      select account.id, role_grant.unit_id from role_grant join (${held}) mine on mine.post_id = role_grant.post_id
        join account on account.person_id = mine.person_id
      where role_grant.role = 'inspector' and ${within('role_grant')} and account.disabled_at is null
        and account.id is distinct from ${c.actor?.accountId ?? null}::uuid),
    placed as materialized (
      select person.id, above.ancestor_id from unnest(${[...personIds]}::uuid[]) person(id)
        left join (${held}) theirs on theirs.person_id = person.id
        left join unit_ancestor above on above.unit_id = theirs.unit_id and ${within('above')})
    select inspector.id as "accountId", array_agg(distinct placed.id) as "personIds" from inspector
      join placed on placed.ancestor_id is null or placed.ancestor_id = inspector.unit_id
    group by inspector.id order by inspector.id limit ${mostInspectors}`.execute(c.db)
  return rows
}

interface WhoseAccount {
  readonly username: string
  readonly personName: string
}

/** What is told of an act on an account: whose it is, and who did it. */
export const whoAndBy = (c: Pick<PublicContext, 'actor'>, { username, personName }: WhoseAccount) => ({
  username,
  person: personName,
  by: doneBy(c),
})

const doneBy = (c: Pick<PublicContext, 'actor'>): string => c.actor?.personName ?? 'dotpha'
