import { sql } from 'kysely'
import { accountsNamed } from '../identity/index.ts'
import {
  holderNameOf,
  holderPersonIdOf,
  holdingFacts,
  personNameOf,
  unitNameOf,
} from '../organisation/index.ts'
import type { AuditOutcome } from '../platform/audit/audit.ts'
import type { Context } from '../platform/context.ts'
import { sliceHandle } from '../platform/data/database.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../platform/http/paging.ts'
import { isId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import type { RecordedThing } from '../platform/slices/recorded-kind.ts'
import type { RecordFilter } from './filter.ts'
import { authorizeRecord, readableEntries } from './policy.ts'
import type { Recorded } from './words.ts'

/** Read only: entries are written by `audit` and sealed by the sealer. */
const recordDb = sliceHandle<'audit_entry' | 'audit_payload' | 'audit_leaf' | 'audit_batch'>()

export interface EntryRow {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly outcome: AuditOutcome
  readonly objectKind: string | null
  readonly objectId: string | null
  readonly object: RecordedThing | null
  readonly personName: string | null
  readonly holdingId: string | null
  readonly bodyName: string | null
  readonly sourceAddress: string | null
  readonly requestId: string
  /** Its number in the sealed record; null until it is sealed. */
  readonly seq: number | null
}

export type EntryPage = Page<EntryRow>

/**
 * The entries that the actor may read, the newest first, page by page. The whole is not counted: it has millions.
 * @throws Refusal `forbidden`, `cursor_invalid`
 */
export async function listEntries(
  c: Context,
  recorded: Recorded,
  query: { readonly filter: RecordFilter; readonly cursor?: string | null; readonly limit?: number },
): Promise<EntryPage> {
  authorizeRecord(c, 'audit.search')
  const limit = pageSizeOf(query.limit, { most: 1000 })
  let select = (await matching(c, recorded, query.filter))
    .orderBy('audit_entry.recorded_at', 'desc')
    .orderBy('audit_entry.id', 'desc')
    .limit(limit + 1)
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor, ['instant', 'id'])
    select = select.where(
      sql<boolean>`(audit_entry.recorded_at, audit_entry.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`,
    )
  }
  const rows = await select.execute()
  const { items, next } = cutPage(rows, limit, (row) => [row.at.toISOString(), row.id])
  return { items: await withThings(c, recorded, items), next }
}

/** Who acted; "X for Y" where the post was another's in whose stead they acted. */
function actorNameOf(c: Context) {
  const [post, person] = ['audit_entry.holding_id', 'audit_entry.person_id'] as const
  return sql<string | null>`(${personNameOf(person)} || coalesce(case
    when ${holderPersonIdOf(post)} <> ${sql.ref(person)}
    then ${` ${c.t('security.in_stead')} `}::text || ${holderNameOf(post)} end, ''))`
}

function selectEntries(c: Context) {
  return recordDb(c)
    .selectFrom('audit_entry')
    .where(readableEntries(c))
    .select([
      'audit_entry.id as id',
      'recorded_at as at',
      'action',
      'outcome',
      'object_kind as objectKind',
      'object_id as objectId',
      'holding_id as holdingId',
      'source_address as sourceAddress',
      'request_id as requestId',
    ])
    .select([
      actorNameOf(c).as('personName'),
      unitNameOf('audit_entry.body_id').as('bodyName'),
      sql<number | null>`(select seq from audit_leaf where audit_leaf.entry_id = audit_entry.id)`.as('seq'),
    ])
}

async function matching(c: Context, recorded: Recorded, filter: RecordFilter) {
  const { actor, action, object, from, to, outcome } = filter
  let select = selectEntries(c)
  if (actor !== null)
    select = select.where(sql<boolean>`account_id = any(${await accountsNamed(c, actor)}::uuid[])`)
  if (action !== null)
    select = action.endsWith('.')
      ? select.where(sql<boolean>`starts_with(action, ${action})`)
      : select.where('action', '=', action)
  if (object !== null) select = select.where(await actedOn(c, recorded, object))
  if (outcome !== null) select = select.where('outcome', '=', outcome)
  // Days are days in Vietnam, whatever the zone of the server.
  if (from !== null)
    select = select.where(
      sql<boolean>`recorded_at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    )
  if (to !== null)
    select = select.where(
      sql<boolean>`recorded_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    )
  return select
}

/** An id says it by itself; words are what one of the kinds knows the thing by. Kind and id are what the index begins with. */
async function actedOn(c: Context, recorded: Recorded, words: string) {
  if (isId(words))
    return sql<boolean>`object_kind = any(${[...recorded.objectKinds]}::text[]) and object_id = ${words}`
  const found = []
  for (const { kind, find } of recorded.kinds) {
    const id = await find(c, words)
    if (id !== null) found.push(sql`(object_kind = ${kind} and object_id = ${id})`)
  }
  return found.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(found, sql` or `)})`
}

type BareRow = Omit<EntryRow, 'object' | 'outcome'> & { readonly outcome: string }

/** Puts names to what was acted on: one question a kind, whatever the length of the page. */
async function withThings(
  c: Context,
  recorded: Recorded,
  rows: readonly BareRow[],
): Promise<readonly EntryRow[]> {
  const named = new Map<string, ReadonlyMap<string, RecordedThing>>()
  for (const { kind, named: namesOf } of recorded.kinds) {
    const ids = rows.flatMap((row) =>
      row.objectKind === kind && isId(row.objectId ?? '') ? [row.objectId ?? ''] : [],
    )
    if (ids.length > 0) named.set(kind, await namesOf(c, [...new Set(ids)]))
  }
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as AuditOutcome,
    object: named.get(row.objectKind ?? '')?.get(row.objectId ?? '') ?? null,
  }))
}

export interface EntryView extends EntryRow {
  /** What was done, before and after; null where a decision erased it. */
  readonly payload: Readonly<Record<string, unknown>> | null
  /** The post in which it was done. */
  readonly postTitle: string | null
  readonly batch: number | null
  /** The entry that records the decision to erase the content. */
  readonly erasedBy: string | null
}

/** One entry with its content. @throws Refusal `not_found` also where it is not the actor's to read */
export async function getEntry(c: Context, recorded: Recorded, id: string): Promise<EntryView> {
  authorizeRecord(c, 'audit.read')
  const row = isId(id)
    ? await selectEntries(c)
        .select([
          sql<string | null>`(select payload from audit_payload where entry_id = audit_entry.id)`.as(
            'payload',
          ),
          sql<
            number | null
          >`(select number from audit_leaf join audit_batch on seq between first_seq and last_seq
            where audit_leaf.entry_id = audit_entry.id)`.as('batch'),
          sql<
            string | null
          >`(select decided.id from audit_entry decided where decided.object_kind = 'audit-entry'
            and decided.object_id = audit_entry.id::text and decided.action = 'audit.erase'
            and decided.outcome = 'done' limit 1)`.as('erasedBy'),
        ])
        .where('audit_entry.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('audit-entry')
  const [entry] = await withThings(c, recorded, [row])
  if (entry === undefined) throw notFound('audit-entry')
  const holding =
    row.holdingId === null ? undefined : (await holdingFacts(c, [row.holdingId], c.today)).get(row.holdingId)
  return {
    ...entry,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as Record<string, unknown>),
    postTitle: holding?.postTitle ?? null,
    batch: row.batch,
    erasedBy: row.erasedBy,
  }
}

/** How far the log is sealed, for a user who wants to write the root down elsewhere; null before the first batch. */
export interface SealState {
  readonly batch: number
  readonly lastSeq: number
  readonly sealedAt: Date
  /** In hex. */
  readonly root: string
  readonly stampedAt: Date | null
}

/** @throws Refusal `forbidden` */
export async function sealState(c: Context): Promise<SealState | null> {
  authorizeRecord(c, 'audit.search')
  const row = await recordDb(c)
    .selectFrom('audit_batch')
    .select(['number', 'last_seq', 'sealed_at', 'root'])
    .select(sql<Date | null>`(select max(stamped_at) from audit_timestamp)`.as('stampedAt'))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { number: batch, last_seq: lastSeq, sealed_at: sealedAt, root, stampedAt } = row
  return { batch, lastSeq, sealedAt, root: root.toString('hex'), stampedAt }
}
