import { sql } from 'kysely'
import { accountPersonIdOf } from '../../identity/index.ts'
import { type DeskAct, type Subject, type SubjectKind, talkAbout } from '../../office/index.ts'
import { holderPersonIdOf } from '../../organisation/index.ts'
import { paths } from '../paths.ts'
import { authorize, may, readableWorks, type WorkAct } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { getWork, type LoadedWork, refOf } from '../work.ts'

const rights = { readTalk: 'readEvidence', discuss: 'discuss' } as const satisfies Record<DeskAct, WorkAct>

const subjectOf = ({ row, record }: LoadedWork): Subject => ({
  kind: 'work',
  id: row.id,
  ref: refOf(row),
  code: row.code,
  mayDiscuss: (asker) => may(asker, 'discuss', record),
})

/** Works, as things with a desk: with a discussion, and with news of them. */
export const workSubjects: SubjectKind = {
  kind: 'work',
  async get(c, ref, act) {
    const work = await getWork(c, ref)
    authorize(c, rights[act], work.record)
    return subjectOf(work)
  },
  hrefOf: (ref) => paths.work(ref),
  readable: (c) =>
    sql`select work.id, work.code, work.title, work.illustrative from work where ${readableWorks(c)}`,
  // Its holder, who registered it, who appraised, reported, judged, checked, decided.
  peopleAround: (id) => sql`
    select ${holderPersonIdOf('work.owner_holding_id')} as person_id from work where id = ${id}::uuid
    union select person_id from appraisal where work_id = ${id}::uuid
    union select person_id from report where work_id = ${id}::uuid
    union select person_id from evidence where work_id = ${id}::uuid
    union select decided_by_person_id from evidence where work_id = ${id}::uuid
    union select person_id from completion where work_id = ${id}::uuid
    union select checked_by_person_id from completion where work_id = ${id}::uuid
    union select decided_by_person_id from completion where work_id = ${id}::uuid`,
  async hearersOf(c, id) {
    const { holder, registrant } = await programmeDb(c)
      .selectFrom('work')
      .select([
        holderPersonIdOf('work.owner_holding_id').as('holder'),
        accountPersonIdOf('work.created_by').as('registrant'),
      ])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return [holder, registrant].filter((one) => one !== null)
  },
}

export const workTalk = talkAbout(workSubjects)
