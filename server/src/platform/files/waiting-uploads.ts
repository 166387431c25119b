import { type RawBuilder, sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Context, PublicContext } from '../context.ts'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { lockThing } from '../data/locks.ts'
import type { Upkeep } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { wasIsolated } from '../slices/spill-sites.ts'

/** An upload is pending until a record refers to it; pending uploads are kept this long. */
export const waitingDays = 7
const batchSize = 500

/** Where a paper holds an upload, read from the database, so that a new table is not forgotten. */
export async function holdersOfUploads(
  db: Database | DatabaseTransaction,
): Promise<readonly { readonly table: string; readonly column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select relation.relname as table, attribute.attname as column
    from pg_constraint held
    join pg_class relation on relation.oid = held.conrelid
    join pg_attribute attribute on attribute.attrelid = held.conrelid and attribute.attnum = held.conkey[1]
    where held.contype = 'f' and held.confrelid = 'upload'::regclass and relation.relname <> 'upload_scan'
    order by 1, 2`.execute(db)
  return rows
}

/** Whether no paper has taken the upload of the row `upload`. A form that somebody still fills in and a spill name uploads without a key. */
async function isWaiting(c: Pick<PublicContext, 'db'>): Promise<RawBuilder<boolean>> {
  const rows = await holdersOfUploads(c.db)
  const holders = rows.map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.table(table)} holder where ${sql.ref(`holder.${column}`)} = upload.id)`,
  )
  const named = sql`not ${wasIsolated('upload', sql`upload.id::text`)}`
  return sql<boolean>`(${sql.join([...holders, named], sql` and `)})`
}

/** How much one account may have waiting; counted in bytes, and in files because an empty one costs a row too. */
export interface WaitingLimits {
  readonly bytes: number
  readonly files: number
}

/**
 * Asked before the bytes of another file are read.
 * @throws Refusal `upload_quota_full` where too much of this account waits already
 */
export async function requireRoomForUpload(c: Context, limits: WaitingLimits): Promise<void> {
  const waiting = await c.db
    .selectFrom('upload')
    .innerJoin('blob', 'blob.sha256', 'upload.sha256')
    .select(({ fn }) => fn.countAll<string>().as('files'))
    .select(({ fn }) => fn.coalesce(fn.sum<string>('blob.size_bytes'), sql<string>`0`).as('bytes'))
    .where('upload.uploaded_by', '=', c.actor.accountId)
    .where(await isWaiting(c))
    .executeTakeFirstOrThrow()
  if (Number(waiting.files) >= limits.files || Number(waiting.bytes) >= limits.bytes)
    throw new Refusal(
      'upload_quota_full',
      { files: Number(waiting.files), limitMb: Math.floor(limits.bytes / 1024 / 1024), days: waitingDays },
      { status: 413 },
    )
}

/**
 * Removes uploads that were never attached, with their bytes unless another upload has the same. Other ids are ignored.
 * The bytes are deleted before the end of the transaction: if it is rolled back, a row remains that the next run removes.
 */
export async function discardUploads(c: PublicContext, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const gone = await c.db
    .deleteFrom('upload')
    .where('id', 'in', [...ids])
    .where(await isWaiting(c))
    .returning(['id', 'sha256'])
    .execute()
  for (const sha256 of [...new Set(gone.map((upload) => upload.sha256))].sort()) {
    await lockThing(c, 'blob', sha256)
    const blob = await c.db
      .deleteFrom('blob')
      .where('sha256', '=', sha256)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('upload').select('id').where('upload.sha256', '=', sha256))),
      )
      .returning('sha256')
      .executeTakeFirst()
    if (blob !== undefined) await c.blobs.remove(sha256)
  }
  if (gone.length > 0)
    await audit(c, 'file.discard', null, {
      uploads: gone.slice(0, 100).map(({ id }) => id),
      count: gone.length,
    })
  return gone.length
}

/** Removes uploads that were not attached within a week. A form that is still being filled in keeps its files. */
export const discardWaitingUploads: Upkeep = {
  name: 'platform.discard_waiting_uploads',
  async run(c) {
    const before = new Date(c.now.getTime() - waitingDays * 86_400_000)
    const old = await c.db
      .selectFrom('upload')
      .select('id')
      .where('uploaded_at', '<', before)
      .where(await isWaiting(c))
      .where(sql<boolean>`not exists (select from kept_typing
        where kept_typing.account_id = upload.uploaded_by and strpos(kept_typing.fields::text, upload.id::text) > 0)`)
      .orderBy('uploaded_at')
      .limit(batchSize)
      .execute()
    await discardUploads(
      c,
      old.map(({ id }) => id),
    )
  },
}
