import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { surroundings } from '../server/src/app/slices.ts'
import type { Context } from '../server/src/platform/context.ts'
import { type Database, openDatabase, openPool } from '../server/src/platform/data/database.ts'
import { applicationRole } from '../server/src/platform/data/migrate.ts'
import { newId } from '../server/src/platform/id.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { plainDate } from '../server/src/platform/time/plain-date.ts'
import type { RecordFilter } from '../server/src/security/filter.ts'
import { listEntries } from '../server/src/security/list-entries.ts'
import { recordedWords } from '../server/src/security/words.ts'
import { searchHeading } from './audit-entries.ts'

const recorded = recordedWords([], surroundings().recordKeys)

/**
 * Measures the search of the record for inspectors of three scopes, in the database that `bench/audit.ts` left:
 * `tsx bench/audit-search.ts [--entries N] [--data DIR] [--write]`.
 */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '2000000' },
    data: { type: 'string', default: join(tmpdir(), 'dotpha-bench-audit') },
    write: { type: 'boolean', default: false },
  },
})

const rounds = 15
const scopes = { province: 14_000, district: 200, cell: 1 } as const
const none: RecordFilter = { actor: null, action: null, object: null, from: null, to: null, outcome: null }
const day = plainDate('2022-01-02')

const postgres = await startEmbeddedPostgres({
  dataDir: join(values.data, 'postgres'),
  settings: { shared_buffers: '512MB' },
})
try {
  const url = Object.assign(new URL(postgres.url), { pathname: `/audit_${values.entries}` }).toString()
  const { units, object } = await prepare(url)
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  const filters: Readonly<Record<string, RecordFilter>> = {
    'the newest, no condition': none,
    'one act': { ...none, action: 'work.report' },
    'an act that nobody did': { ...none, action: 'session.sign-in' },
    'one thing': { ...none, object },
    'one day': { ...none, from: day, to: day },
    'refused, of which there are none': { ...none, outcome: 'refused' },
  }
  const rows: string[] = []
  for (const [name, filter] of Object.entries(filters)) {
    const cells: string[] = []
    for (const unitId of units) cells.push(await timesOf(database, unitId, filter))
    rows.push(`| ${name} | ${cells.join(' | ')} |`)
  }
  const text = report(rows)
  console.log(text)
  if (values.write) await keep(text)
  await database.destroy()
} finally {
  await postgres.stop()
}

/** Puts the acting bodies under a province, a district and a cell. */
async function prepare(url: string): Promise<{ units: readonly string[]; object: string }> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  await owner.query('truncate unit_ancestor')
  const units: string[] = []
  for (const bodies of Object.values(scopes)) {
    const id = newId()
    units.push(id)
    await owner.query(
      `insert into unit_ancestor (unit_id, ancestor_id, system, from_on, depth)
       select md5(n::text)::uuid, $1, 'party', '2020-01-01', 1 from generate_series(0, $2::int - 1) n`,
      [id, bodies],
    )
  }
  await owner.query('analyze unit_ancestor')
  const { rows } = await owner.query<{ id: string }>(
    "select object_id as id from audit_entry where object_kind = 'work' limit 1",
  )
  await owner.end()
  return { units, object: rows[0]?.id ?? '' }
}

async function timesOf(database: Database, unitId: string, filter: RecordFilter): Promise<string> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now()
    await database.transaction().execute((db) => {
      const actor = { grants: [{ role: 'inspector', unitId, system: null }] }
      // Only what the search looks at.
      const c = { db, actor, today: day, now: new Date(), t: (key: string) => key } as unknown as Context
      return listEntries(c, recorded, { filter })
    })
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)
  return `${at(0.5)} / ${at(0.95)}`
}

function report(rows: readonly string[]): string {
  return `${searchHeading}

Measured by \`bench/audit-search.ts\` on ${cpus().length} cores among ${Number(values.entries).toLocaleString('en')} entries, 50 a page: p50 / p95 in ms of ${rounds} rounds, with
permission, names and seals. Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average.

| | inspector of 14,000 bodies | of 200 | of 1 |
|---|---:|---:|---:|
${rows.join('\n')}
`
}

/** Below what `bench/audit.ts` wrote. */
async function keep(text: string): Promise<void> {
  const path = join(repositoryRoot, 'docs', 'benchmarks-audit.md')
  const before = await readFile(path, 'utf8').catch(() => '')
  const search = before.indexOf(searchHeading)
  await writeFile(path, `${(search < 0 ? before : before.slice(0, search)).trimEnd()}\n\n${text}`)
}
