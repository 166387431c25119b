import type { PublicContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import type { SubjectKey } from '../subject.ts'
import { officeDb } from '../tables.ts'

/** A notice to a person about a thing. */
export interface Telling {
  readonly personId: string
  readonly subject: SubjectKey
  /** Its sentence in the catalogue is `notice.<kind>`, of the slice that tells. */
  readonly kind: string
}

// Of one decision there may be as many as it has works, times the people of each.
const batch = 5000

/** Stores notices, once per event, person and thing, however often the job runs. */
export async function keepNotices(
  c: PublicContext,
  eventId: string,
  tellings: readonly Telling[],
): Promise<void> {
  for (let at = 0; at < tellings.length; at += batch) {
    await officeDb(c)
      .insertInto('notice')
      .values(
        tellings.slice(at, at + batch).map(({ personId, subject, kind }) => ({
          id: newId<'notice'>(),
          event_id: eventId,
          person_id: personId,
          kind,
          subject_kind: subject.kind,
          subject_id: subject.id,
          created_at: c.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['event_id', 'person_id', 'subject_kind', 'subject_id']).doNothing(),
      )
      .execute()
  }
}
