import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../../platform/http/paging.ts'
import { endpoint } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { codeKey } from '../../platform/message-key.ts'
import type { WorklistSection } from '../../platform/slices/navigation.ts'
import { formatInstant } from '../../ui/format.ts'
import { officePaths } from '../paths.ts'
import type { SubjectKind, SubjectRow } from '../subject.ts'
import { officeDb } from '../tables.ts'

/** What a person was told about a thing of theirs: what became of it by the act of others. */
export interface NoticeView {
  readonly id: string
  readonly kind: string
  /** The thing: its kind, and its part of the URL. */
  readonly subjectKind: string
  readonly ref: string
  readonly title: string
  readonly href: string
  readonly createdAt: Date
  readonly isRead: boolean
  readonly illustrative: boolean
}

const pageSize = 50

/** All things that the actor may see, of every kind. */
function readableSubjects(c: Context, kinds: readonly SubjectKind[]) {
  const none = sql`select null::text as kind, null::uuid as id, null::text as code, null::text as title,
    null::boolean as illustrative where false`
  const ofKinds = kinds.map(
    (one) => sql`select ${one.kind}::text, id, code, title, illustrative from (${one.readable(c)}) readable`,
  )
  return sql<SubjectRow & { readonly kind: string }>`(${sql.join([none, ...ofKinds], sql` union all `)})`
}

// Of the things that they may see in the post in which they act now: every piece leads to its page.
const ofActor = (c: Context, kinds: readonly SubjectKind[]) =>
  officeDb(c)
    .selectFrom('notice')
    .innerJoin(readableSubjects(c, kinds).as('subject'), (join) =>
      join.onRef('subject.kind', '=', 'notice.subject_kind').onRef('subject.id', '=', 'notice.subject_id'),
    )
    .where('notice.person_id', '=', c.actor.personId)

/** How many pieces of news the actor has not marked as read. */
export async function countUnread(c: Context, kinds: readonly SubjectKind[]): Promise<number> {
  const { count } = await ofActor(c, kinds)
    .where('notice.read_at', 'is', null)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The news of the actor, the latest first; a page begins after `cursor`. */
export async function listNotices(
  c: Context,
  kinds: readonly SubjectKind[],
  { limit, cursor = null, unreadFirst = false }: NoticeQuestion = {},
): Promise<Page<NoticeView>> {
  const size = pageSizeOf(limit, { most: pageSize })
  let query = ofActor(c, kinds)
    .select(['notice.id', 'notice.kind', 'notice.created_at', 'notice.read_at'])
    .select(['notice.subject_kind', 'notice.subject_id'])
    .select(['subject.title', 'subject.code', 'subject.illustrative'])
  if (cursor !== null) {
    const [at, id] = decodeCursor(cursor, ['instant', 'id'])
    query = query.where(sql<boolean>`(notice.created_at, notice.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  if (unreadFirst) query = query.orderBy(sql`notice.read_at is not null`)
  const rows = await query
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(size + 1)
    .execute()
  const page = cutPage(rows, size, (row) => [row.created_at.toISOString(), row.id])
  return {
    items: page.items.map((row) => {
      const ref = row.code ?? row.subject_id
      return {
        id: row.id,
        kind: row.kind,
        subjectKind: row.subject_kind,
        ref,
        title: row.title,
        // The join lets through only what one of these kinds gave.
        href: kinds.find(({ kind }) => kind === row.subject_kind)?.hrefOf(ref) ?? '',
        createdAt: row.created_at,
        isRead: row.read_at !== null,
        illustrative: row.illustrative,
      }
    }),
    next: page.next,
  }
}

interface NoticeQuestion {
  readonly limit?: number
  readonly cursor?: string | null
  readonly unreadFirst?: boolean
}

/** The newest first, unread ones before all others. */
export async function newsSection(
  c: Context,
  kinds: readonly SubjectKind[],
  limit: number,
): Promise<WorklistSection> {
  const unread = await countUnread(c, kinds)
  const { items } = await listNotices(c, kinds, { limit, unreadFirst: true })
  const newest = items[0]
  return {
    key: 'news',
    title: c.t('worklist.news'),
    lead: c.t('worklist.news_lead'),
    icon: 'bell',
    order: 600,
    kind: 'watch',
    items: items.map((item) => ({
      key: item.id,
      title: item.title,
      href: item.href,
      note: `${c.t(codeKey('notice', item.kind))} · ${formatInstant(item.createdAt, c.language)}`,
      dueOn: null,
      since: null,
      urgent: !item.isRead,
      illustrative: item.illustrative,
    })),
    counts:
      items.length === 0
        ? []
        : [{ label: c.t('worklist.news_unread'), total: unread, href: officePaths.news() }],
    act: null,
    clear:
      unread === 0 || newest === undefined
        ? null
        : { action: officePaths.news(), label: c.t('worklist.news_read_all'), hidden: { until: newest.id } },
  }
}

/**
 * Marks the actor's news as read, up to the piece that they saw as the latest: what arrived meanwhile stays unread.
 */
export const readNews = endpoint({
  name: 'news.read',
  input: z.strictObject({ until: field.optionalId() }),
  async run(c, { until }) {
    let query = officeDb(c)
      .updateTable('notice')
      .set({ read_at: c.now })
      .where('person_id', '=', c.actor.personId)
      .where('read_at', 'is', null)
    if (until !== null && isId(until)) query = query.where('id', '<=', until)
    const { numUpdatedRows } = await query.executeTakeFirst()
    const read = Number(numUpdatedRows)
    if (read > 0) await audit(c, 'news.read', { kind: 'person', id: c.actor.personId }, { read })
    return { read }
  },
})
