import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { countSubjects } from '../../platform/counts/count-subjects.ts'
import { type Lines, noSum, type SubjectCount } from '../../platform/counts/subject-count.ts'
import { type CursorValues, cutPage } from '../../platform/http/paging.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import { isDescending, type WorkSort } from '../filter/sorts.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { dueOf } from '../filter/works-on-day.ts'

/** The place of a work without a due date in the order of due dates. */
export const lastDay = '9999-12-31' as PlainDate

/** The works that a scope names and the actor may see, by the day on which they are due. */
export type WorksByDueDay = SubjectCount<PlainDate, unknown>

/** Cached, and updated by the works that changed. Read it before the next await. */
export function worksByDueDay(c: Context, scope: WorkScope): Promise<WorksByDueDay> {
  return countSubjects(c, {
    kind: 'work',
    query(only) {
      const asked = worksWithin(c, only === null ? scope : { ...scope, only }).select(
        sql<
          Lines['lines']
        >`string_agg(work.id || ' ' || coalesce(${dueOf(scope)}, ${lastDay}::date), e'\n')`.as('lines'),
      )
      return asked.compile()
    },
    keyOf: (day) => day as PlainDate,
    sum: noSum,
  })
}

/** One page of them in the order of `due` or `-due`, after a cursor; ids order those of one day. */
export function pageByDueDay(
  works: WorksByDueDay,
  {
    sort,
    size,
    after,
  }: { readonly sort: WorkSort; readonly size: number; readonly after: CursorValues | null },
): { readonly ids: readonly string[]; readonly next: string | null } {
  const down = isDescending(sort)
  const inOrder = (a: string, b: string) => (a === b ? 0 : a < b === down ? 1 : -1)
  const [afterDay, afterId] = after === null ? [null, ''] : [String(after[0]), String(after[1])]
  const days = works.groups
    .filter(({ key }) => afterDay === null || inOrder(key, afterDay) >= 0)
    .sort((a, b) => inOrder(a.key, b.key))
  // A page is full after few days; part of the first may have been on the page before.
  let room = size
  const enough = days.findIndex(({ key, size: ofDay }) => {
    if (key !== afterDay) room -= ofDay
    return room < 0
  })
  const few = enough === -1 ? days : days.slice(0, enough + 1)
  const idsOf = works.idsOf(few)
  const found = few.flatMap(({ key }, index) =>
    [...(idsOf[index] ?? [])]
      .filter((id) => key !== afterDay || inOrder(id, afterId) > 0)
      .sort(inOrder)
      .map((id) => ({ dueOn: key, id })),
  )
  const { items, next } = cutPage(found, size, ({ dueOn, id }) => [sort, dueOn, id])
  return { ids: items.map(({ id }) => id), next }
}
