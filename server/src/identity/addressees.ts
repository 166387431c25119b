import { sql } from 'kysely'
import { activeHoldings } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'

/** Somebody to whom a letter is handed out, and where they are found. */
export interface Addressee {
  readonly personId: string
  readonly fullName: string
  /** The post that they hold as head, else the one that they have held longest. */
  readonly postTitle: string
  readonly unitName: string
}

/** Those of the persons who hold a post today, by id, each with all units in which they hold one. */
export async function addresseesOf(
  c: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Addressee & { readonly unitIds: readonly string[] }>> {
  const held = await activeHoldings(c, c.today)
    .where('held.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('post.is_head', 'desc')
    .orderBy('held.from_on')
    .orderBy('held.id')
    .execute()
  const found = new Map<string, Addressee & { unitIds: string[] }>()
  for (const row of held) {
    const personId: string = row.person_id
    const known = found.get(personId)
    if (known !== undefined) known.unitIds.push(row.unit_id)
    else
      found.set(personId, {
        personId,
        fullName: row.full_name,
        postTitle: row.title,
        unitName: row.unit_name,
        unitIds: [row.unit_id],
      })
  }
  return found
}

/** In the order in which letters are handed out: by unit, then by name. */
export const byUnitAndName = (
  a: Pick<Addressee, 'unitName' | 'fullName'>,
  b: Pick<Addressee, 'unitName' | 'fullName'>,
): number => a.unitName.localeCompare(b.unitName, 'vi') || a.fullName.localeCompare(b.fullName, 'vi')
