import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { isId } from '../../platform/id.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { dueOf, sinceOf, stateOf } from '../filter/works-on-day.ts'
import { describeWorks, type WorkRow } from './work-rows.ts'

/** Of the works that a filter names exactly these, in their order: what the actor may not see, or was not there, is left out. */
export async function chosenWorks(
  c: Context,
  scope: WorkScope,
  refs: readonly string[],
): Promise<readonly WorkRow[]> {
  const found = await worksWithin(c, scope)
    .select(['work.id', 'work.code'])
    .select([stateOf(scope).as('state'), sinceOf(scope).as('stateSince'), dueOf(scope).as('dueOn')])
    .where((eb) =>
      eb.or([
        eb('work.code', '=', sql<string>`any(${[...refs]}::text[])`),
        eb('work.id', '=', sql<string>`any(${refs.filter(isId)}::uuid[])`),
      ]),
    )
    .execute()
  const inOrder = refs.flatMap((ref) => found.find(({ id, code }) => code === ref || id === ref) ?? [])
  return describeWorks(c, scope, inOrder)
}
