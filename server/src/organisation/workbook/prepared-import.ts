import type { Context } from '../../platform/context.ts'
import { findUpload } from '../../platform/files/uploads.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { authorizeDirectory } from '../policy.ts'
import { organisationDb } from '../tables.ts'
import type { ImportReport } from './report.ts'

export interface PreparedImport {
  readonly id: string
  readonly uploadId: string
  readonly fileName: string
  readonly effectiveOn: PlainDate
  readonly document: string
  readonly report: ImportReport
  readonly digest: string
  readonly badCells: number
  readonly changes: number
  readonly preparedAt: Date
  readonly appliedAt: Date | null
  readonly version: number
}

/** An import as the one who prepared it may see it. @throws Refusal `not_found` for everybody else */
export async function getOwnImport(
  c: Context,
  importId: string,
  lock: 'for update' | 'no lock' = 'no lock',
): Promise<PreparedImport> {
  authorizeDirectory(c, 'directory.import')
  const row = isId(importId)
    ? await organisationDb(c)
        .selectFrom('directory_import')
        .selectAll()
        .where('id', '=', importId)
        .where('prepared_by', '=', c.actor.accountId)
        .$if(lock === 'for update', (query) => query.forUpdate())
        .executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('directory_import')
  const upload = await findUpload(c, row.upload_id)
  return {
    id: row.id,
    uploadId: row.upload_id,
    fileName: upload?.fileName ?? '',
    effectiveOn: row.effective_on as PlainDate,
    document: row.document,
    report: row.report as unknown as ImportReport,
    digest: row.plan_digest,
    badCells: row.bad_cells,
    changes: row.changes,
    preparedAt: row.prepared_at as unknown as Date,
    appliedAt: row.applied_at as unknown as Date | null,
    version: row.version,
  }
}
