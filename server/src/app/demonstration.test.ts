import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readConfig } from '../platform/config/config.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { loadDemonstration } from './demonstration.ts'

const database = useTestDatabase()

test('the first start is cut off neither by the bound of a statement nor while it writes its papers', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  // Whatever loads is stopped at its first row, and says under which bounds it ran.
  await owner.query(`create function tell() returns trigger language plpgsql as $$ begin
    raise exception 'statement %, idle %', current_setting('statement_timeout'),
      current_setting('idle_in_transaction_session_timeout'); end $$`)
  await owner.query('create trigger tell before insert on installation for each row execute function tell()')
  const dataDir = await mkdtemp(join(tmpdir(), 'dotpha-demonstration-'))

  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  await expect(loadDemonstration(config, database.db)).rejects.toThrow('statement 0, idle 0')
  const { rows } = await database.pool.query(`select current_setting('statement_timeout') as after`)
  expect(rows).toEqual([{ after: '30s' }])

  await owner.end()
  await rm(dataDir, { recursive: true })
})
