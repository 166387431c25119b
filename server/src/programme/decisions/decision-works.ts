import { sql } from 'kysely'
import {
  holderNameOf,
  postTitleOf,
  unitCodeOf,
  unitNameOf,
  unitShortNameOf,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type DecidedPart, decidedParts } from '../filter/decision-address.ts'
import { allWorks } from '../filter/filter.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import { resolveWorkFilter } from '../filter/work-scope.ts'
import { dueOf, stateOf } from '../filter/works-on-day.ts'
import type { WorkOwner } from '../lists/work-rows.ts'
import { goalsOn, type WorkGoal } from '../progress/target-goals.ts'
import type { WorkState } from '../rules/states.ts'
import type { OwnerKind, WorkId } from '../tables.ts'
import type { DecisionHead } from './decision-queries.ts'

/** One line of a decision's annex: a work and what was decided on it. */
export interface DecidedWork {
  readonly id: WorkId
  readonly ref: string
  readonly code: string | null
  readonly title: string
  readonly owner: WorkOwner
  /** What was decided, in the order in which it happens: approved, then assigned. */
  readonly parts: readonly DecidedPart[]
  readonly reason: string | null
  readonly returnBy: PlainDate | null
  readonly targets: readonly WorkGoal[]
  readonly dueOn: PlainDate | null
  readonly state: WorkState
  readonly illustrative: boolean
}

export interface DecidedWorks {
  readonly rows: readonly DecidedWork[]
  readonly next: string | null
}

export interface DecidedWorksQuestion {
  readonly part: DecidedPart | null
  /** States, dates and targets as they were on this day; who may see is judged today (design 8.4). */
  readonly asOf: PlainDate
  readonly cursor?: string | null | undefined
  readonly limit: number
}

/** The most works of one annex: a decision takes two thousand, and works added to it come on top. */
export const maxAnnexWorks = 5000

/** The works that a decision speaks of and the actor may read, in the order of its annex. */
export async function decidedWorks(
  c: Context,
  decision: Pick<DecisionHead, 'id' | 'year' | 'decidedOn'>,
  question: DecidedWorksQuestion,
): Promise<DecidedWorks> {
  const size = pageSizeOf(question.limit, { most: maxAnnexWorks })
  const found = await selectDecided(c, decision, question, size + 1)
  const { items, next } = cutPage(found, size, (row) => [row.ord, row.id])
  const goals = await goalsOn(
    c,
    items.map(({ id }) => id),
    question.asOf,
  )
  return {
    rows: items.map((row) => decidedOf(row, goals.get(row.id) ?? [])),
    next,
  }
}

async function selectDecided(
  c: Context,
  decision: Pick<DecisionHead, 'id' | 'year' | 'decidedOn'>,
  { part, asOf, cursor }: DecidedWorksQuestion,
  limit: number,
) {
  const scope = await resolveWorkFilter(c, allWorks(decision.year, asOf))
  let works = worksWithin(c, scope)
    .innerJoin(itemsOf(c, decision.id), 'item.work_id', 'work.id')
    .select(['work.id', 'work.code', 'work.title', 'work.owner_kind', 'work.illustrative'])
    .select(['item.ord', 'item.parts', 'item.reason', 'item.return_by'])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id', decision.decidedOn).as('unit_name'),
      unitShortNameOf('work.owner_unit_id', decision.decidedOn).as('unit_short_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      dueOf(scope).as('due_on'),
      stateOf(scope).as('state'),
    ])
  if (part !== null) works = works.where(sql<boolean>`${part} = any(item.parts)`)
  if (cursor) {
    const [ord, id] = decodeCursor(cursor, ['number', 'id'])
    works = works.where(sql<boolean>`(item.ord, work.id) > (${ord}::integer, ${id}::uuid)`)
  }
  return works.orderBy('item.ord').orderBy('work.id').limit(limit).execute()
}

/** One row a work, though it may have been approved and assigned. */
const itemsOf = (c: Context, decisionId: string) =>
  c.db
    .selectFrom('decision_item')
    .select('work_id')
    .select([
      sql<number>`min(ord)`.as('ord'),
      sql<DecidedPart[]>`array_agg(action)`.as('parts'),
      sql<string | null>`max(reason)`.as('reason'),
      sql<PlainDate | null>`max(return_by)`.as('return_by'),
    ])
    .where('decision_id', '=', decisionId)
    .groupBy('work_id')
    .as('item')

type FoundRow = Awaited<ReturnType<typeof selectDecided>>[number]

// As it happens: what was approved or added is then assigned.
const inOrder = [...decidedParts.filter((part) => part !== 'assign'), 'assign'] as const

function decidedOf(row: FoundRow, targets: readonly WorkGoal[]): DecidedWork {
  return {
    id: row.id as WorkId,
    ref: row.code ?? row.id,
    code: row.code,
    title: row.title,
    owner: {
      kind: row.owner_kind as OwnerKind,
      unitCode: row.unit_code,
      unitName: row.unit_name,
      unitShortName: row.unit_short_name,
      holderName: row.holder_name,
      postTitle: row.post_title,
    },
    parts: inOrder.filter((part) => row.parts.includes(part)),
    reason: row.reason,
    returnBy: row.return_by,
    targets,
    dueOn: row.due_on,
    state: row.state,
    illustrative: row.illustrative,
  }
}
