import type { PublicContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { programmeDb } from '../tables.ts'

/** What a person is to be told of a work. */
export interface Telling {
  readonly personId: string
  readonly workId: string
  /** Its sentence in the catalogue is `notice.<kind>`. */
  readonly kind: string
}

// Of one decision there may be as many as it has works, times the people of each.
const batch = 5000

/** Keeps what people are told, once for each event, person and work, however often the job runs. */
export async function keepNotices(
  c: PublicContext,
  eventId: string,
  tellings: readonly Telling[],
): Promise<void> {
  for (let at = 0; at < tellings.length; at += batch) {
    await programmeDb(c)
      .insertInto('notice')
      .values(
        tellings.slice(at, at + batch).map(({ personId, workId, kind }) => ({
          id: newId<'notice'>(),
          event_id: eventId,
          person_id: personId,
          kind,
          work_id: workId,
          created_at: c.now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['event_id', 'person_id', 'work_id']).doNothing())
      .execute()
  }
}
