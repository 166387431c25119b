import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { audit } from '../server/src/platform/audit/audit.ts'
import { exportRecord } from '../server/src/platform/audit/export.ts'
import { encode } from '../server/src/platform/audit/hash.ts'
import { appendRoots } from '../server/src/platform/audit/roots-file.ts'
import { sealBatch } from '../server/src/platform/audit/seal.ts'
import { sealedRows } from '../server/src/platform/audit/sealed-rows.ts'
import { verifyRecord } from '../server/src/platform/audit/verify.ts'
import { type Database, openDatabase, openPool } from '../server/src/platform/data/database.ts'
import { applicationRole, migrate, sealerRole } from '../server/src/platform/data/migrate.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { generation, searchHeading } from './audit-entries.ts'

/**
 * Measures the sealed record at two million entries: sealing, verifying, exporting, judging apart, the cost of one entry and
 * the size of the tables: `tsx bench/audit.ts [--entries N] [--data DIR] [--write]`. The data is made once and kept in DIR.
 */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '2000000' },
    data: { type: 'string', default: join(tmpdir(), 'dotpha-bench-audit') },
    write: { type: 'boolean', default: false },
  },
})

const entries = Number(values.entries)
const rootsPath = join(values.data, 'audit-roots.ndjson')
await mkdir(values.data, { recursive: true })
const postgres = await startEmbeddedPostgres({
  dataDir: join(values.data, 'postgres'),
  settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
})
const urlOf = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString()

interface Taken {
  readonly seconds: number
  /** Processor time of this process. */
  readonly cpuSeconds: number
  readonly peakMb: number
}

try {
  const url = await prepare()
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 2 }))
  const sealer = openDatabase(openPool({ url, role: sealerRole, maxConnections: 2 }))
  await unseal(url)
  const insert = await costOfEntry(database)
  const seal = await timed(() => sealAll(sealer))
  const verify = await timed(async () => {
    const verdict = await verifyRecord(database, { rootsPath })
    if (!verdict.ok) throw new Error(JSON.stringify(verdict))
  })
  const bytes = await bytesOf(database)
  const yardstick = await timed(async () => hashAlone(bytes))
  const folder = join(values.data, 'export')
  await rm(folder, { recursive: true, force: true })
  const exported = await timed(() => exportRecord(database, folder))
  const apart = judgeApart(folder)
  const text = report({
    insert,
    seal,
    verify,
    yardstick,
    exported,
    apart,
    bytes,
    sizes: await sizesOf(database),
  })
  console.log(text)
  if (values.write) await writeReport(text)
  await database.destroy()
  await sealer.destroy()
} finally {
  await postgres.stop()
}

/** What `bench/audit-search.ts` wrote below stays. */
async function writeReport(text: string): Promise<void> {
  const path = join(repositoryRoot, 'docs', 'benchmarks-audit.md')
  const before = await readFile(path, 'utf8').catch(() => '')
  const search = before.indexOf(searchHeading)
  await writeFile(path, search < 0 ? text : `${text}\n${before.slice(search)}`)
}

/** Makes the database where it is not there yet: entries as the program writes them, by one statement. */
async function prepare(): Promise<string> {
  const admin = new pg.Client({ connectionString: postgres.url })
  admin.on('error', () => undefined)
  await admin.connect()
  const name = `audit_${entries}`
  const { rows } = await admin.query('select from pg_database where datname = $1', [name])
  if (rows.length === 0) {
    await admin.query(`drop database if exists ${name}_new`)
    await admin.query(`create database ${name}_new`)
    await migrate(urlOf(`${name}_new`))
    const client = new pg.Client({ connectionString: urlOf(`${name}_new`) })
    client.on('error', () => undefined)
    await client.connect()
    await client.query(generation, [entries])
    await client.query('vacuum analyze')
    await client.end()
    await admin.query(`alter database ${name}_new rename to ${name}`)
  }
  await admin.end()
  return urlOf(name)
}

/** A run before may have sealed all of it. */
async function unseal(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('truncate audit_leaf, audit_batch, audit_timestamp, audit_waiting')
  await owner.query('insert into audit_waiting (entry_id) select id from audit_entry')
  await owner.end()
  await rm(rootsPath, { force: true })
}

async function sealAll(sealer: Database): Promise<void> {
  while ((await sealBatch(sealer, new Date())) !== null);
  await appendRoots(sealer, rootsPath)
}

/** One act's entry in a transaction of its own, next to the transaction with a bare row in it; in milliseconds, the median. */
async function costOfEntry(database: Database): Promise<{ entry: number; bare: number }> {
  const c = { now: new Date(), actor: null, origin: { requestId: 'bench', address: null } }
  const rounds = 400
  const times = { entry: [] as number[], bare: [] as number[] }
  const bare = (db: Parameters<typeof audit>[0]['db']) =>
    sql`insert into change_mark default values`.execute(db)
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['bare', 'entry'] as const) {
      const before = performance.now()
      await database.transaction().execute(async (db) => {
        await bare(db)
        if (kind === 'entry')
          await audit({ ...c, db }, 'bench.act', { kind: 'work', id: 'bench' }, { round, note: 'tiến độ' })
      })
      times[kind].push(performance.now() - before)
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return { entry: median(times.entry), bare: median(times.bare) }
}

/** Runs once and looks at the memory of this process all the while. */
async function timed(act: () => Promise<unknown>): Promise<Taken> {
  global.gc?.()
  let peak = process.memoryUsage().rss
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const [before, cpu] = [performance.now(), process.cpuUsage()]
  await act()
  clearInterval(watch)
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - before) / 1000
  return { seconds, cpuSeconds: (used.user + used.system) / 1e6, peakMb: peak / 1024 / 1024 }
}

/** How many bytes a verification hashes: of each entry its leaf and its content. */
async function bytesOf(database: Database): Promise<{ leaf: number; content: number }> {
  return database.transaction().execute(async (db) => {
    let [leaf, content, count] = [0, 0, 0]
    for await (const row of sealedRows(db, { firstSeq: 1, lastSeq: 2000 })) {
      const { seq, entryId, leaf: _leaf, salt, payload, decided, ...entry } = row
      leaf += 1 + encode(Object.values(entry)).length
      content += (salt?.length ?? 0) + Buffer.byteLength(payload ?? '')
      count += 1
    }
    return { leaf: Math.round(leaf / count), content: Math.round(content / count) }
  })
}

/** The yardstick: SHA-256 of as many bytes in as many pieces, and of the nodes of the trees, with nothing around it. */
function hashAlone({ leaf, content }: { leaf: number; content: number }): void {
  const pieces = [Buffer.alloc(leaf, 1), Buffer.alloc(content, 2), Buffer.alloc(65, 3)]
  for (let entry = 0; entry < entries; entry += 1) for (const piece of pieces) hash('sha256', piece, 'buffer')
}

function judgeApart(folder: string): Taken {
  const tool = join(repositoryRoot, 'tools', 'verify-audit.mjs')
  const before = performance.now()
  const watched = `process.on('exit', () => console.error(process.resourceUsage().maxRSS, process.cpuUsage().user + process.cpuUsage().system))`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(watched)}`,
      tool,
      folder,
      '--roots',
      rootsPath,
      '--json',
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stdout + stderr)
  const [kb = 0, cpuUs = 0] = stderr.trim().split(' ').map(Number)
  return { seconds: (performance.now() - before) / 1000, cpuSeconds: cpuUs / 1e6, peakMb: kb / 1024 }
}

async function sizesOf(
  database: Database,
): Promise<readonly { name: string; table: number; indexes: number }[]> {
  const { rows } = await sql<{ name: string; table: number; indexes: number }>`select relname as name,
      pg_table_size(oid)::float as "table", pg_indexes_size(oid)::float as indexes from pg_class
    where relname in ('audit_entry', 'audit_payload', 'audit_leaf', 'audit_batch') order by 2 desc`.execute(
    database,
  )
  return rows
}

function report(of: {
  insert: { entry: number; bare: number }
  seal: Taken
  verify: Taken
  yardstick: Taken
  exported: Taken
  apart: Taken
  bytes: { leaf: number; content: number }
  sizes: readonly { name: string; table: number; indexes: number }[]
}): string {
  const number = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits })
  const row = (name: string, { seconds, cpuSeconds, peakMb }: Taken) =>
    `| ${name} | ${number(seconds, 1)} | ${number(cpuSeconds, 1)} | ${number(entries / seconds)} | ${number(cpuSeconds / of.yardstick.cpuSeconds, 1)}× | ${number(peakMb)} |`
  const mb = (bytes: number) => number(bytes / 1024 / 1024)
  const total = of.sizes.reduce((sum, { table, indexes }) => sum + table + indexes, 0)
  return `# Benchmarks of the sealed record

Measured by \`bench/audit.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${number(entries)} entries with some ${of.bytes.content} bytes of
content and salt each. Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average at the end, this run's own among
them; times are longer for it, the processor time of the process is not. The database's own time is in the seconds alone.

The yardstick is SHA-256 alone of as many bytes in as many pieces: of each entry its leaf (${of.bytes.leaf} bytes), its content and one
node of a tree.

| | seconds | CPU s | entries a second | CPU to the yardstick | peak memory, MB |
|---|---:|---:|---:|---:|---:|
${row('seal all, in batches of 2,000, and write the roots', of.seal)}
${row('`dotpha audit verify`, with the roots outside', of.verify)}
${row('`dotpha audit export`', of.exported)}
${row('`tools/verify-audit.mjs` on the export', of.apart)}
${row('yardstick', of.yardstick)}

The peak of memory is that of the whole process, which has loaded the program and ran the steps above one after the other.

One entry costs ${number(of.insert.entry - of.insert.bare, 2)} ms of its act: a transaction with one bare row takes ${number(of.insert.bare, 2)} ms, with an entry besides it
${number(of.insert.entry, 2)} ms (medians of 400 each, fsync on).

| table | MB | its indexes, MB | bytes an entry |
|---|---:|---:|---:|
${of.sizes.map(({ name, table, indexes }) => `| \`${name}\` | ${mb(table)} | ${mb(indexes)} | ${number((table + indexes) / entries)} |`).join('\n')}
| all | | ${mb(total)} | ${number(total / entries)} |
`
}
