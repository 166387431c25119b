import { sql } from 'kysely'
import { personNameOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor } from '../../platform/http/paging.ts'
import { actorNameOf } from '../acted-by.ts'
import { authorize } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { getWork, type LoadedWork } from '../work.ts'

export interface CommentView {
  readonly id: string
  /** Null where it was taken back. */
  readonly text: string | null
  readonly personName: string
  readonly bodyName: string | null
  readonly recordedAt: Date
  readonly named: readonly string[]
  /** The actor's own, and not taken back. */
  readonly mine: boolean
}

export interface CommentsPage {
  readonly items: readonly CommentView[]
  readonly next: string | null
  readonly total: number
}

const pageSize = 50

/** What was said about a work, the latest first. @throws Refusal `not_found`, `forbidden` */
export async function listComments(
  c: Context,
  ref: string,
  cursor: string | null = null,
): Promise<CommentsPage> {
  const work = await getWork(c, ref)
  authorize(c, 'readEvidence', work.record)
  return commentsOf(c, work, cursor)
}

/** The same of a work that is at hand. */
export async function commentsOf(c: Context, work: LoadedWork, cursor: string | null): Promise<CommentsPage> {
  let query = programmeDb(c)
    .selectFrom('work_comment')
    .select(['id', 'text', 'person_id', 'recorded_at', 'withdrawn_at'])
    .select([
      actorNameOf(c, 'work_comment.person_id', 'work_comment.for_person_id').as('person_name'),
      unitNameOf('work_comment.body_id').as('body_name'),
      sql<string[]>`array(select ${personNameOf('named.person_id')} from work_comment_named named
        where named.comment_id = work_comment.id order by 1)`.as('named'),
    ])
    .where('work_id', '=', work.row.id)
  if (cursor !== null) {
    const [at, id] = decodeCursor(cursor, ['instant', 'id'])
    query = query.where(sql<boolean>`(recorded_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, pageSize, (row) => [row.recorded_at.toISOString(), row.id])
  return {
    total: await countComments(c, work.row.id),
    items: page.items.map((row) => ({
      id: row.id,
      text: row.withdrawn_at === null ? row.text : null,
      personName: row.person_name,
      bodyName: row.body_name,
      recordedAt: row.recorded_at,
      named: row.withdrawn_at === null ? row.named : [],
      mine: row.person_id === c.actor.personId && row.withdrawn_at === null,
    })),
    next: page.next,
  }
}

/** How many words fell about a work; those taken back do not count. */
export async function countComments(c: Context, workId: string): Promise<number> {
  const { count } = await programmeDb(c)
    .selectFrom('work_comment')
    .select(sql<number>`count(*)`.as('count'))
    .where('work_id', '=', workId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
