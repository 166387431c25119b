import { sql } from 'kysely'
import { commentIdsOf } from '../../office/index.ts'
import type { Context } from '../../platform/context.ts'
import { eraseUpload } from '../../platform/files/uploads.ts'
import { isId } from '../../platform/id.ts'
import { dropTypingBelow } from '../../platform/kept-typing.ts'
import type { SpillSite } from '../../platform/slices/spill-sites.ts'
import { paths } from '../paths.ts'
import { programmeDb } from '../tables.ts'

/** The parts of an address of ours, however it was copied: whole, as a path, or a code alone. */
const partsOf = (address: string): string[] =>
  address
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '')

/** The texts of a work: every version of it, and what was reported, proved, said and decided with it. */
export const workSpills: SpillSite = {
  kind: 'work',
  async find(c, address) {
    const [first = '', ref = first, ...rest] = partsOf(address)
    if (rest.length > 0 || (ref !== first && first !== 'cong-viec')) return null
    const row = await programmeDb(c)
      .selectFrom('work')
      .select(['id', 'custodian_unit_id'])
      .where(isId(ref) ? 'id' : 'code', '=', ref)
      .executeTakeFirst()
    return row === undefined ? null : { objectId: row.id, unitId: row.custodian_unit_id }
  },
  async erase(c, workId) {
    // // Queried before the texts are erased: the ids of all records of the work, which the audit log mentions too.
    const { rows } = await sql<{
      id: string
    }>`select id::text as id from evidence where work_id = ${workId}::uuid
      union all select id::text from report where work_id = ${workId}::uuid
      union all select id::text from completion where work_id = ${workId}::uuid
      union all select id::text from adjustment where work_id = ${workId}::uuid
      union all select id::text from appraisal where work_id = ${workId}::uuid`.execute(c.db)
    const comments = await commentIdsOf(c, { kind: 'work', id: workId })
    await dropTypingOf(c, workId)
    await sql`select erase_spilled_work(${workId}::uuid)`.execute(c.db)
    return [...rows.map(({ id }) => id), ...comments]
  },
}

/** What anybody has typed into a form of the work and not sent. */
async function dropTypingOf(c: Context, workId: string): Promise<void> {
  const { code } = await programmeDb(c)
    .selectFrom('work')
    .select('code')
    .where('id', '=', workId)
    .executeTakeFirstOrThrow()
  for (const ref of [workId, code]) if (ref !== null) await dropTypingBelow(c, paths.work(ref))
}

/** The file of a proof or of a decision, by the address under which it is read. */
export const fileSpills: SpillSite = {
  kind: 'upload',
  async find(c, address) {
    const parts = partsOf(address)
    if (parts.at(-1) !== 'tep') return null
    const id = parts.at(-2) ?? ''
    if (!isId(id)) return null
    return parts[0] === 'quyet-dinh' ? ofDecision(c, id) : ofEvidence(c, id)
  },
  async erase(c, uploadId) {
    return eraseUpload(c, uploadId)
  },
}

async function ofEvidence(c: Context, id: string) {
  const { rows } = await sql<{ upload: string | null; unit: string }>`select
      coalesce(evidence.upload_id, (select upload_id from later_file where evidence_id = evidence.id)) as upload,
      work.custodian_unit_id as unit
    from evidence join work on work.id = evidence.work_id where evidence.id = ${id}::uuid`.execute(c.db)
  return placeOf(rows[0])
}

async function ofDecision(c: Context, id: string) {
  const { rows } = await sql<{ upload: string | null; unit: string }>`select
      coalesce(decision.upload_id, (select upload_id from later_file where decision_id = decision.id)) as upload,
      decision.issuer_unit_id as unit
    from decision where decision.id = ${id}::uuid`.execute(c.db)
  return placeOf(rows[0])
}

const placeOf = (row: { upload: string | null; unit: string } | undefined) =>
  row?.upload == null ? null : { objectId: row.upload, unitId: row.unit }
