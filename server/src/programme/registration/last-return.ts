import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

/** Why and by whom a work was returned, and until when it is expected back. */
export interface Return {
  readonly on: PlainDate
  readonly by: string | null
  readonly reason: string
  readonly answerOn: PlainDate | null
}

/** The return that a work stands under now; null where it is not returned. */
export async function lastReturn(c: Context, { row }: LoadedWork): Promise<Return | null> {
  if (row.state !== 'returned') return null
  const span = await programmeDb(c)
    .selectFrom('work_state_span')
    .leftJoin('decision', 'decision.id', 'work_state_span.decision_id')
    .select(['work_state_span.from_on', 'work_state_span.reason'])
    .select(unitNameOf('decision.issuer_unit_id').as('issuer'))
    .where('work_state_span.work_id', '=', row.id)
    .where('work_state_span.to_on', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    on: span.from_on as PlainDate,
    by: span.issuer,
    reason: span.reason ?? '',
    answerOn: row.return_by as PlainDate | null,
  }
}
