import type { Context } from '../../platform/context.ts'
import { decodeCursor, encodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import { organisationDb } from '../tables.ts'
import { thingsAPiece } from './planner.ts'
import type { Change } from './planning.ts'
import { getOwnImport, type PreparedImport } from './prepared-import.ts'

/** Keeps what a prepared import would change, as it comes from the planning thread. */
export async function keepChanges(
  c: Pick<Context, 'db'>,
  importId: string,
  pieces: AsyncIterable<readonly Change[]>,
): Promise<void> {
  let place = 0
  for await (const changes of pieces) {
    await organisationDb(c)
      .insertInto('directory_import_changes')
      .values({ import_id: importId, first_place: place, changes: JSON.stringify(changes) })
      .execute()
    place += changes.length
  }
}

/** Some of the changes of a prepared import, from a place on that is counted from 0, in their order. */
export async function changesFrom(
  c: Pick<Context, 'db'>,
  { id, report }: PreparedImport,
  from: number,
  limit: number,
): Promise<readonly Change[]> {
  const rows = await organisationDb(c)
    .selectFrom('directory_import_changes')
    .select(['first_place as firstPlace', 'changes'])
    .where('import_id', '=', id)
    .where('first_place', '>', from - thingsAPiece)
    .where('first_place', '<', from + limit)
    .orderBy('first_place')
    .execute()
  const [first] = rows
  // Imports from before the changes were kept have the first thousand in their report.
  if (first === undefined) return report.changes.slice(from, from + limit)
  const changes = rows.flatMap((row) => row.changes as unknown as readonly Change[])
  return changes.slice(from - first.firstPlace, from - first.firstPlace + limit)
}

/** The changes of an import, page by page, for the one who prepared it. @throws Refusal `not_found`, `cursor_invalid` */
export async function listImportChanges(
  c: Context,
  importId: string,
  asked: { readonly limit?: number | undefined; readonly cursor?: string | null },
): Promise<{ readonly items: readonly Change[]; readonly next: string | null; readonly total: number }> {
  const prepared = await getOwnImport(c, importId)
  const limit = pageSizeOf(asked.limit)
  const from = asked.cursor ? Math.max(0, Number(decodeCursor(asked.cursor, ['number'])[0])) : 0
  const items = await changesFrom(c, prepared, from, limit)
  const total = prepared.report.changesTotal
  const end = from + items.length
  return { items, next: items.length > 0 && end < total ? encodeCursor([end]) : null, total }
}
