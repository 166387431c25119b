import type { Insertable } from 'kysely'
import { audit } from '../platform/audit/audit.ts'
import type { PublicContext } from '../platform/context.ts'
import type { DB } from '../platform/data/schema.gen.ts'
import { lockTree, rebuildAllAncestors } from './relations/closure.ts'
import { organisationDb } from './tables.ts'

/** Rows of a whole organisation, with ids given by the caller. Units must come after those that they act for. */
export interface OrganisationData {
  readonly units: readonly Insertable<DB['unit']>[]
  readonly parents: readonly Insertable<DB['unit_parent']>[]
  readonly persons: readonly Insertable<DB['person']>[]
  readonly posts: readonly Insertable<DB['post']>[]
  readonly management: readonly Insertable<DB['post_management']>[]
  readonly holdings: readonly Insertable<DB['post_holding']>[]
}

/** Anybody or nobody may act: the first units are there before the first account. */
export type ImportContext = Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>

// PostgreSQL takes 65,535 parameters a statement; the widest row has fifteen.
const rowsAStatement = 2000

/**
 * Loads an organisation in bulk: the demonstration, seeds, the generator. It asks for no permission, because nobody can
 * have one before there is a unit; no route may lead here. One audit entry says how many of each there were.
 * @throws Refusal `organisation_cycle`
 */
export async function importOrganisation(c: ImportContext, data: OrganisationData): Promise<void> {
  await lockTree(c)
  const db = organisationDb(c)
  await insertAll(db, 'unit', data.units)
  await insertAll(db, 'unit_parent', data.parents)
  await insertAll(db, 'person', data.persons)
  await insertAll(db, 'post', data.posts)
  await insertAll(db, 'post_management', data.management)
  await insertAll(db, 'post_holding', data.holdings)
  await rebuildAllAncestors(c.db)
  const counts = Object.fromEntries(
    Object.entries(data).map(([name, rows]: [string, readonly unknown[]]) => [name, rows.length]),
  )
  await audit(c, 'organisation.import', null, counts)
}

type Loadable = 'unit' | 'unit_parent' | 'person' | 'post' | 'post_management' | 'post_holding'

async function insertAll<Table extends Loadable>(
  db: ReturnType<typeof organisationDb>,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAStatement) {
    const part = rows.slice(start, start + rowsAStatement)
    // Kysely cannot follow a table that is a parameter; the signature above ties the rows to it.
    await db
      .insertInto(table)
      .values(part as never)
      .execute()
  }
}
