import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Actor, Context } from '../server/src/platform/context.ts'
import { recountAhead } from '../server/src/platform/counts/count-subjects.ts'
import { type Database, openDatabase, openPool } from '../server/src/platform/data/database.ts'
import { migrate } from '../server/src/platform/data/migrate.ts'
import { FolderBlobStore } from '../server/src/platform/files/blobs.ts'
import { MeasureRegistry } from '../server/src/platform/measures/measures.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { openSecretKeys } from '../server/src/platform/secret-keys/open-secret-keys.ts'
import { type PlainDate, plainDate } from '../server/src/platform/time/plain-date.ts'
import { listClaims } from '../server/src/programme/figures/claims.ts'
import { programmeSummary } from '../server/src/programme/figures/figures.ts'
import { allWorks } from '../server/src/programme/filter/filter.ts'
import { listWorks } from '../server/src/programme/lists/list-works.ts'
import { findActors } from './actors.ts'
import { benchToday, generateOrganisation, generateWorks } from './generate.ts'
import { type Cost, measure, type Question } from './measure.ts'
import { markdown } from './report.ts'
import * as bare from './yardsticks.ts'

/**
 * Measures the overview and the list of works on a generated province, next to the bare SQL in the same run:
 * `tsx bench/run.ts [--data DIR] [--rounds N] [--write]`. The data is made once and kept in DIR.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(tmpdir(), 'dotpha-bench') },
    rounds: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
})

const sizes = { large: 100_000, small: 10_000 } as const
const today = plainDate(benchToday)
const past = plainDate('2022-05-18')

await mkdir(values.data, { recursive: true })
const postgres = await startEmbeddedPostgres({
  dataDir: join(values.data, 'postgres'),
  settings: { shared_buffers: '512MB' },
})
try {
  await prepare()
  const results = { large: await measureSize('large'), small: await measureSize('small') }
  const text = markdown(results, { rounds: Number(values.rounds), ...sizes })
  console.log(text)
  if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks.md'), text)
} finally {
  await postgres.stop()
}

function urlOf(name: string): string {
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.toString()
}

/** Makes what is not there yet: the organisation once, and the works of both sizes on copies of it. */
async function prepare(): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database')
  const has = (name: string) => rows.some(({ datname }) => datname === name)
  if (!has('organisation')) {
    await admin.query('create database organisation')
    await generateOrganisation(urlOf('organisation'))
  }
  for (const [size, works] of Object.entries(sizes)) {
    if (has(size)) continue
    await admin.query(`create database ${size}_new template organisation`)
    await generateWorks(urlOf(`${size}_new`), works)
    await admin.query(`alter database ${size}_new rename to ${size}`)
  }
  // Data that an older program made is brought up to this one.
  for (const size of Object.keys(sizes)) await migrate(urlOf(size))
  await admin.end()
}

async function measureSize(size: keyof typeof sizes): Promise<ReadonlyMap<string, Cost>> {
  // One connection, so that the processor time of its backend is that of the questions.
  const pool = openPool({ url: urlOf(size), maxConnections: 1 })
  const database = openDatabase(pool)
  const writer = new pg.Client({ connectionString: urlOf(size) })
  await writer.connect()
  const { rows } = await pool.query<{ pid: number; programme: string }>(
    'select pg_backend_pid() as pid, id as programme from programme where year = 2022',
  )
  const { pid, programme } = rows[0] ?? { pid: 0, programme: '' }
  const actors = await findActors(pool)
  // Somebody writes: another work of the year each time, with all that its triggers leave.
  const works = await writer.query<{ id: string }>(
    'select id from work where programme_id = $1 order by id',
    [programme],
  )
  let turn = 0
  const change = () => {
    turn += 7919
    return writer.query('update work set version = version + 1 where id = $1', [
      works.rows[turn % works.rows.length]?.id,
    ])
  }
  // A unit, a grant or a setting changed, or the server has just started: all must be counted.
  const upheaval = () => writer.query('insert into change_mark default values')
  const ours = (['office', 'district', 'cell'] as const).flatMap((name) =>
    questionsOf(database, name, actors[name]),
  )
  // The server counts again once, whatever is asked of it then.
  const countedAhead = () => upheaval().then(() => recountAhead(database))
  const questions: Question[] = [
    ...ours.map(({ name, ask }, index) => ({
      name: `${name} ahead`,
      before: () => (index === 0 ? countedAhead() : Promise.resolve()),
      ask,
    })),
    ...ours.flatMap(({ name, ask }) => [
      // // In this order: what other changes invalidated is counted from scratch first, so that the second query pays for
      // one change only.
      { name: `${name} anew`, before: upheaval, ask },
      { name, before: change, ask },
      { name: `${name} again`, ask },
    ]),
    ...yardsticks(pool, programme),
  ]
  const costs = await measure(questions, pid, Number(values.rounds))
  await writer.end()
  await database.destroy()
  return costs
}

function questionsOf(database: Database, name: string, actor: Actor): readonly Question[] {
  const works = (asOf: PlainDate) => allWorks(2022, asOf)
  const asked: Record<string, (c: Context) => Promise<unknown>> = {
    overview: (c) => programmeSummary(c, works(today)),
    'overview past': (c) => programmeSummary(c, works(past)),
    claims: (c) => listClaims(c, works(today)),
    list: (c) => listWorks(c, { filter: works(today) }),
    'list past': (c) => listWorks(c, { filter: works(past) }),
    'list late': (c) => listWorks(c, { filter: { ...works(today), signal: 'late' } }),
  }
  return Object.entries(asked).map(([question, act]) => ({
    name: `${question} ${name}`,
    ask: () => asking(database, actor, act),
  }))
}

function yardsticks(pool: pg.Pool, programme: string): Question[] {
  const all = (statements: readonly string[], on: PlainDate) => async () => {
    for (const statement of statements)
      await pool.query(statement, statement.includes('$2') ? [programme, on] : [programme])
  }
  return [
    { name: 'overview bare', ask: all([bare.bareOverview(false)], today) },
    { name: 'overview past bare', ask: all([bare.bareOverview(true)], past) },
    { name: 'list bare', ask: all([bare.bareCount, bare.bareList], today) },
    { name: 'list late bare', ask: all([bare.bareLateCount, bare.bareLateList], today) },
  ]
}

function asking(database: Database, actor: Actor, act: (c: Context) => Promise<unknown>): Promise<unknown> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) =>
      act({
        db,
        actor,
        now: new Date(),
        today,
        language: 'vi',
        t: (key) => key,
        origin: { requestId: 'bench', address: null },
        measures: new MeasureRegistry(),
        blobs: new FolderBlobStore(join(values.data, 'blobs')),
        secretKeys: openSecretKeys({ dataDir: values.data, secretKeys: undefined }),
      }),
    )
}
