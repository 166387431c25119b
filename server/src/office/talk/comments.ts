import { sql } from 'kysely'
import { personNameOf, unitNameOf } from '../../organisation/index.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { cutPage, decodeCursor } from '../../platform/http/paging.ts'
import { actorNameOf } from '../acted-by.ts'
import type { Subject, SubjectKey, SubjectKind } from '../subject.ts'
import { officeDb } from '../tables.ts'

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
  /** What the discussion is about. */
  readonly subject: Subject
  readonly items: readonly CommentView[]
  readonly next: string | null
  readonly total: number
}

const pageSize = 50

const about = (c: Pick<PublicContext, 'db'>, { kind, id }: SubjectKey) =>
  officeDb(c).selectFrom('comment').where('subject_kind', '=', kind).where('subject_id', '=', id)

/** What was said about a thing, the latest first. @throws Refusal `not_found`, `forbidden` */
export async function listComments(
  c: Context,
  kind: SubjectKind,
  ref: string,
  cursor: string | null = null,
): Promise<CommentsPage> {
  const subject = await kind.get(c, ref, 'readTalk')
  let query = about(c, subject)
    .select(['id', 'text', 'person_id', 'recorded_at', 'withdrawn_at'])
    .select([
      actorNameOf(c, 'comment.person_id', 'comment.for_person_id').as('person_name'),
      unitNameOf('comment.body_id').as('body_name'),
      sql<string[]>`array(select ${personNameOf('named.person_id')} from comment_named named
        where named.comment_id = comment.id order by 1)`.as('named'),
    ])
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
    subject,
    total: await countComments(c, subject),
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

/** How many comments a thing has; those taken back do not count. Whether the actor may read them is the caller's to ask. */
export async function countComments(c: Context, subject: SubjectKey): Promise<number> {
  const { count } = await about(c, subject)
    .select(sql<number>`count(*)`.as('count'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The ids of all comments on a thing, for erasing them. */
export async function commentIdsOf(
  c: Pick<PublicContext, 'db'>,
  subject: SubjectKey,
): Promise<readonly string[]> {
  const rows = await about(c, subject).select('id').execute()
  return rows.map(({ id }) => id)
}
