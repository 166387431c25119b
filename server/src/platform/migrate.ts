import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { locks } from './locks.ts'
import { Failure, invariant } from './refusal.ts'
import { repositoryRoot } from './root.ts'

/** The role of the running server. */
export const applicationRole = 'dotpha_app'

/** The role of the sealer of the record: it reads entries and adds what seals them, and can do nothing else. */
export const sealerRole = 'dotpha_sealer'

const migrationsFolder = join(repositoryRoot, 'server', 'migrations')

// These tables are a record: the application may add to them, never change or delete (design 4).
const insertOnly = [
  'audit_entry',
  'audit_payload',
  'audit_waiting',
  'work_version',
  'decision',
  'decision_item',
  'stopped_mark',
  'upload_scan',
  'unit_policy',
  'later_file',
  'reminder',
  'bulk_act',
  'bulk_act_result',
]

// What the sealer alone adds to, and nobody changes.
const sealed = ['audit_leaf', 'audit_batch', 'audit_timestamp']

/** The numbered migrations of this program, in order. */
export async function listMigrations(): Promise<readonly { number: number; name: string }[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4))
    invariant(number === index + 1, `migration ${name} should have number ${index + 1}`)
    return { number, name }
  })
}

/**
 * Brings the schema up to this program's number, forward only, under a lock, each migration in its own transaction.
 * @param url a login that may create tables, and the role `dotpha_app` where it is missing
 * @returns the numbers that were applied now
 * @throws Failure `schema_newer` when the database was made by a newer program: nothing is touched
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
  await createMigrationTable(client)
  for (const migration of known.slice(0, number)) await runOne(client, migration)
}

async function createMigrationTable(client: pg.Client): Promise<void> {
  await client.query(
    'create table if not exists schema_migration (number integer primary key, name text not null, applied_at timestamptz not null default now())',
  )
}

function schemaNewer(last: number, known: number): Failure {
  return new Failure(
    'schema_newer',
    `Cơ sở dữ liệu ở phiên bản ${last}, mới hơn chương trình này (${known}): hãy chạy bản chương trình mới hơn; chưa thay đổi gì.\nThe database is at version ${last}, newer than this program (${known}): run a newer program; nothing was changed.`,
  )
}

async function applyMissing(client: pg.Client): Promise<number[]> {
  await createMigrationTable(client)
  const known = await listMigrations()
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(number), 0)::int as last from schema_migration',
  )
  const last = rows[0]?.last ?? 0
  if (last > known.length) throw schemaNewer(last, known.length)
  const missing = known.slice(last)
  for (const migration of missing) await applyOne(client, migration)
  await grantRights(client)
  return missing.map((migration) => migration.number)
}

async function applyOne(client: pg.Client, migration: { number: number; name: string }): Promise<void> {
  try {
    await client.query('begin')
    await runOne(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function runOne(client: pg.Client, migration: { number: number; name: string }): Promise<void> {
  const sql = await readFile(join(migrationsFolder, migration.name), 'utf8')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (number, name) values ($1, $2)', [
      migration.number,
      migration.name,
    ])
  } catch (error) {
    throw new Failure('migration_failed', `applying migration ${migration.name}`, error)
  }
}

async function grantRights(client: pg.Client): Promise<void> {
  for (const role of [applicationRole, sealerRole]) {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; -- another database of the cluster made it at the same moment
    end $$`)
  }
  await client.query('begin')
  await client.query(`grant ${applicationRole}, ${sealerRole} to current_user`)
  await client.query(`grant usage on schema public to ${applicationRole}, ${sealerRole}`)
  await client.query(
    `grant select, insert, update, delete on all tables in schema public to ${applicationRole}`,
  )
  await client.query(`revoke update, delete on ${insertOnly.join(', ')} from ${applicationRole}`)
  await client.query(
    `revoke insert, update, delete on schema_migration, ${sealed.join(', ')} from ${applicationRole}`,
  )
  await client.query(`grant execute on function erase_audit_payload(uuid) to ${applicationRole}`)
  await client.query(`grant execute on function erase_spilled_work(uuid) to ${applicationRole}`)
  await client.query(`grant select on audit_entry, audit_waiting, ${sealed.join(', ')} to ${sealerRole}`)
  await client.query(`grant insert on ${sealed.join(', ')} to ${sealerRole}`)
  await client.query(`grant delete on audit_waiting to ${sealerRole}`)
  await client.query('commit')
}
