import { sql } from 'kysely'
import type { Upkeep } from '../jobs/jobs.ts'

/** Deletes marks of change after a day: no process uses a log that it has not looked at for half of one (`change-log.ts`). */
export const forgetChangeMarks: Upkeep = {
  name: 'platform.forget_change_marks',
  async run(c) {
    await sql`delete from change_mark where marked_at < clock_timestamp() - interval '1 day'`.execute(c.db)
  },
}
