import { asNobody, type TestDatabase } from '../../platform/testing/database.ts'
import { findDuplicates } from '../registration/duplicate-warnings.ts'

/** Runs the job that looks for works alike, as the queue does after an act that handed one in. */
export async function searchForDuplicates(database: TestDatabase, workIds: readonly string[]): Promise<void> {
  for (const workId of workIds)
    await asNobody(database, (c) =>
      findDuplicates.handle(c, { id: workId, event: 'work.submitted', payload: { workId } }),
    )
}
