import { sql } from 'kysely'
import type { DatabaseTransaction } from './database.ts'

/**
 * The advisory locks of the product, each with its purpose. The numbers are arbitrary, but all server instances must use
 * the same ones and no two locks may share one; so they are all defined here.
 */
export const locks = {
  /** Migrations run one after the other, and neither next to a backup nor next to a restoring. */
  migration: 4_242_001,
  /** One writer at a time changes the unit tree. */
  tree: 4_242_002,
  /** Single acts change the directory next to each other; the import of a workbook does so alone. */
  directory: 4_242_003,
  /** One sealer at a time gives entries their numbers. */
  sealer: 4_242_006,
  /** Copies of the server that start together load the demonstration once. */
  start: 4_242_010,
  /** Tests only: other test files wait while the first one of the run fills the template. */
  template: 4_242_011,
} as const

/** What can be locked by its own id, where there is no row to lock, or none that may be locked. */
export type LockedKind = 'blob' | 'decision' | 'role_grant' | 'accounts_in_bulk' | 'webhooks_of_account'

/** Keeps others out of one thing until the transaction ends. */
export async function lockThing(
  c: { readonly db: DatabaseTransaction },
  kind: LockedKind,
  id: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${id}`}, 0))`.execute(c.db)
}
