import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { loadDemonstration as load } from '../demonstration/index.ts'
import type { Config } from '../platform/config/config.ts'
import type { PublicContext } from '../platform/context.ts'
import type { Database } from '../platform/data/database.ts'
import { inTransaction } from '../platform/http/system.ts'

import { composeSystem } from './compose.tsx'

export { demonstrationAccounts } from '../demonstration/index.ts'

/** Whether nothing has been put into the database yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const row = await database.selectFrom('installation').select('only_row').executeTakeFirst()
  return (
    row === undefined &&
    (await database.selectFrom('unit').select('id').limit(1).executeTakeFirst()) === undefined
  )
}

/** Loads the demonstration into an empty database: all of it or nothing. */
export async function loadDemonstration(config: Config, database: Database): Promise<true> {
  const system = composeSystem({ config, database })
  await inTransaction(
    system,
    { actor: null, language: 'vi', origin: { requestId: randomUUID(), address: null } },
    'write',
    async (c) => {
      await waitForSlowMachine(c)
      await load(c)
    },
  )
  return true
}

/**
 * The bounds are there for requests, behind which others wait. Here nobody waits, and a slow or busy machine should rather
 * take its time than begin with an error.
 */
async function waitForSlowMachine(c: Pick<PublicContext, 'db'>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(c.db)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(c.db)
}
