import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { keepCount } from '../../platform/counts/keep-count.ts'
import { type KeptCount, type Lines, noSum } from '../../platform/counts/kept-count.ts'
import { type CursorValues, cutPage } from '../../platform/http/paging.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import { isDescending, type WorkSort } from '../filter/sorts.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { dueOf } from '../filter/works-on-day.ts'

/** Where a work without a due date stands in the order of due dates. */
export const lastDay = '9999-12-31' as PlainDate

/** The works that a scope names and the actor may see, by the day on which they are due. */
export type KeptWorks = KeptCount<PlainDate, unknown>

/** Kept from question to question: only works that changed are looked at again. Read it before anything else is awaited. */
export function keepWorks(c: Context, scope: WorkScope): Promise<KeptWorks> {
  return keepCount(c, {
    ask(only) {
      const works = worksWithin(c, only === null ? scope : { ...scope, only }).select(
        sql<
          Lines['lines']
        >`string_agg(work.id || ' ' || coalesce(${dueOf(scope)}, ${lastDay}::date), e'\n')`.as('lines'),
      )
      return works.compile()
    },
    keyOf: (day) => day as PlainDate,
    sum: noSum,
  })
}

/** One page of them in the order of `due` or `-due`, from a position on; ids order those of one day. */
export function pageOfKept(
  kept: KeptWorks,
  {
    sort,
    size,
    after,
  }: { readonly sort: WorkSort; readonly size: number; readonly after: CursorValues | null },
): { readonly ids: readonly string[]; readonly next: string | null } {
  const down = isDescending(sort)
  const inOrder = (a: string, b: string) => (a === b ? 0 : a < b === down ? 1 : -1)
  const [afterDay, afterId] = after === null ? [null, ''] : [String(after[0]), String(after[1])]
  const days = kept.groups
    .filter(({ key }) => afterDay === null || inOrder(key, afterDay) >= 0)
    .sort((a, b) => inOrder(a.key, b.key))
  // A page is full after few days; of the first of them a part may have stood on the page before.
  let room = size
  const enough = days.findIndex(({ key, size: ofDay }) => {
    if (key !== afterDay) room -= ofDay
    return room < 0
  })
  const few = enough === -1 ? days : days.slice(0, enough + 1)
  const idsOf = kept.idsOf(few)
  const found = few.flatMap(({ key }, index) =>
    [...(idsOf[index] ?? [])]
      .filter((id) => key !== afterDay || inOrder(id, afterId) > 0)
      .sort(inOrder)
      .map((id) => ({ dueOn: key, id })),
  )
  const { items, next } = cutPage(found, size, ({ dueOn, id }) => [sort, dueOn, id])
  return { ids: items.map(({ id }) => id), next }
}
