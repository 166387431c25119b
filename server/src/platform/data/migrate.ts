import pg from 'pg'
import { bringToThisEdition } from './earlier-editions.ts'
import { locks } from './locks.ts'
import { listMigrations, type Migration } from './migration-files.ts'
import { Failure } from '../refusal.ts'

/** The role of the running server. */
export const applicationRole = 'dotpha_app'

/** The role of the sealer of the record: it reads entries and adds what seals them, and can do nothing else. */
export const sealerRole = 'dotpha_sealer'

// // Only the sealer inserts into these, and no role updates them.
const sealed = ['audit_leaf', 'audit_batch', 'audit_timestamp']

/**
 * Brings the schema up to this program's number, forward only, under a lock, each migration in its own transaction.
 * @param url a login that may create tables, and the role `dotpha_app` where it is missing
 * @returns the numbers that were applied now
 * @throws Failure `schema_newer` when the database was made by a newer program, `migration_changed` when one of those it
 *   was made by is another now: nothing is touched
 */
export async function migrate(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migration])
    return await applyMissing(client)
  } finally {
    await client.end()
  }
}

/**
 * Makes the schema as it was at a number, in the transaction that the caller has opened in an empty database.
 * @throws Failure `schema_newer` where this program does not know that number
 */
export async function buildSchemaAt(client: pg.Client, number: number): Promise<void> {
  const known = await listMigrations()
  if (number > known.length) throw schemaNewer(number, known.length)
  await prepare(client)
  for (const migration of known.slice(0, number)) await runOne(client, migration)
}

/** What migrations need: the roles to which they grant, and the table that says which have run. */
async function prepare(client: pg.Client): Promise<void> {
  await createRoles(client)
  // Databases made by the first programs have no checksums.
  await client.query(
    'create table if not exists schema_migration (number integer primary key, name text not null, applied_at timestamptz not null default now())',
  )
  await client.query('alter table schema_migration add column if not exists checksum text')
}

function schemaNewer(last: number, known: number): Failure {
  return new Failure(
    'schema_newer',
    `Cơ sở dữ liệu ở phiên bản ${last}, mới hơn chương trình này (${known}): hãy chạy bản chương trình mới hơn; chưa thay đổi gì.\nThe database is at version ${last}, newer than this program (${known}): run a newer program; nothing was changed.`,
  )
}

function migrationChanged({ name }: Migration, applied: string): Failure {
  const renamed = applied === name ? '' : ` (“${applied}”)`
  return new Failure(
    'migration_changed',
    `Cơ sở dữ liệu này đã được tạo theo tệp server/migrations/${name}${renamed}, nhưng tệp đó trong chương trình nay có nội dung khác: hãy dùng lại đúng tệp của bản phát hành; thay đổi nào của riêng mình thì ghi vào một tệp có số tiếp theo. Chưa thay đổi gì.\nThis database was made by server/migrations/${name}${renamed}, and the program has another text under that number: put back the file of the release; a change of your own belongs in a file with the next number. Nothing was changed.`,
  )
}

interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly checksum: string | null
}

async function applyMissing(client: pg.Client): Promise<number[]> {
  await prepare(client)
  const known = await listMigrations()
  const { rows: applied } = await client.query<AppliedMigration>(
    'select number, name, checksum from schema_migration order by number',
  )
  const last = applied.at(-1)?.number ?? 0
  if (last > known.length) throw schemaNewer(last, known.length)
  requireUnchanged(known, applied)
  await completeEarlierEditions(client, known, applied)
  const missing = known.slice(last)
  for (const migration of missing) await inTransaction(client, () => runOne(client, migration))
  await grantRights(client)
  return missing.map((migration) => migration.number)
}

function requireUnchanged(known: readonly Migration[], applied: readonly AppliedMigration[]): void {
  for (const { number, name, checksum } of applied) {
    const migration = known[number - 1]
    if (migration === undefined) continue
    const same = name === migration.name && (checksum === null || checksum === migration.checksum)
    if (!same) throw migrationChanged(migration, name)
  }
}

/** Once in the life of a database: those applied before checksums were kept are completed, and get theirs. */
async function completeEarlierEditions(
  client: pg.Client,
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Promise<void> {
  const without = new Set(applied.filter((one) => one.checksum === null).map((one) => one.number))
  if (without.size === 0) return
  await inTransaction(client, async () => {
    for (const migration of known.filter(({ number }) => without.has(number))) {
      await naming(migration, () => bringToThisEdition(client, migration))
      await client.query('update schema_migration set checksum = $2 where number = $1', [
        migration.number,
        migration.checksum,
      ])
    }
  })
}

async function inTransaction(client: pg.Client, act: () => Promise<void>): Promise<void> {
  try {
    await client.query('begin')
    await act()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function naming(migration: Migration, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    throw new Failure(
      'migration_failed',
      `Không nâng được cơ sở dữ liệu bằng server/migrations/${migration.name}; bước này chưa thay đổi gì.\nThe database could not be migrated by server/migrations/${migration.name}; this step changed nothing.`,
      error,
    )
  }
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  await naming(migration, async () => {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
  })
}

async function createRoles(client: pg.Client): Promise<void> {
  for (const role of [applicationRole, sealerRole])
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; -- another database of the cluster made it at the same moment
    end $$`)
}

/** What the roles may do with tables. A right to call a function is granted by the migration that makes the function. */
async function grantRights(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query(`grant ${applicationRole}, ${sealerRole} to current_user`)
  await client.query(`grant usage on schema public to ${applicationRole}, ${sealerRole}`)
  await client.query(
    `grant select, insert, update, delete on all tables in schema public to ${applicationRole}`,
  )
  const { rows } = await client.query<{ name: string }>('select table_name as name from insert_only')
  for (const { name } of rows)
    await client.query(`revoke update, delete on ${pg.escapeIdentifier(name)} from ${applicationRole}`)
  await client.query(
    `revoke insert, update, delete on schema_migration, insert_only, ${sealed.join(', ')} from ${applicationRole}`,
  )
  await client.query(
    `grant select on audit_entry, audit_waiting, clock_acceptance, ${sealed.join(', ')} to ${sealerRole}`,
  )
  await client.query(`grant insert on ${sealed.join(', ')} to ${sealerRole}`)
  await client.query(`grant delete on audit_waiting to ${sealerRole}`)
  await client.query('commit')
}
