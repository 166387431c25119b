import type { OutwardEvents } from '../../platform/slices/outward-events.ts'
import { programmeDb } from '../tables.ts'
import { readableDecisions } from './decision-queries.ts'

/** What bodies decide on works, for machines outside: assignments, approvals, returns and rejections come in a decision. */
export const outwardDecisions: OutwardEvents = {
  events: ['decision.recorded'],
  async about(c, { payload }) {
    const row = await programmeDb(c)
      .selectFrom('decision')
      .select(['id', 'number'])
      .where('id', '=', String(payload.decisionId))
      .where(readableDecisions(c))
      .executeTakeFirst()
    if (row === undefined) return undefined
    return { kind: 'decision', id: row.id, ref: row.number, path: `/decisions/${row.id}` }
  },
}
