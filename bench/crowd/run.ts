import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Busy, Watch } from './machine.ts'
import { committee, Desks, office, reader, registrant, type Turn } from './parts.ts'
import { findTheme, gatherPeople, type Person } from './people.ts'
import { type Comparison, compare } from './proof.ts'
import { type CrowdServer, startServer } from './server.ts'
import { type Acknowledged, type Asked, Ledger, Visitor } from './visitor.ts'

export interface Options {
  readonly users: number
  readonly seconds: number
  /** How long each user reads a page, on average. */
  readonly thinkMs: number
}

export interface Results {
  readonly options: Options
  readonly asked: readonly Asked[]
  readonly acknowledged: readonly Acknowledged[]
  readonly comparisons: readonly Comparison[]
  readonly verdict: { readonly ok: boolean; readonly sealed: number; readonly unsealed: number }
  readonly busy: Busy
  readonly databaseMb: readonly [before: number, after: number]
}

/** Lets a crowd work on a server of its own, and compares what it was told with what is there. */
export async function runCrowd(options: Options): Promise<Results> {
  const server = await startServer()
  try {
    return await runOn(server, options)
  } finally {
    await server.stop()
  }
}

async function runOn(server: CrowdServer, options: Options): Promise<Results> {
  const people = await gatherPeople(server.databaseUrl, options.users)
  const before = await sizeOf(server.databaseUrl)
  const ledger = new Ledger()
  const desks = new Desks(await findTheme(server.databaseUrl))
  const watch = new Watch(server.pid)
  const until = performance.now() + options.seconds * 1000
  const working = people.map((person, index) =>
    work(person, index, { server, ledger, desks, until, thinkMs: options.thinkMs }),
  )
  await Promise.all(working)
  const busy = watch.stop()
  const { asked, acknowledged } = ledger
  const comparisons = await compare(server.databaseUrl, acknowledged)
  const databaseMb = [before, await sizeOf(server.databaseUrl)] as const
  return { options, asked, acknowledged, comparisons, verdict: await sealed(server), busy, databaseMb }
}

interface Day {
  readonly server: CrowdServer
  readonly ledger: Ledger
  readonly desks: Desks
  readonly until: number
  readonly thinkMs: number
}

/** One person's day: they sign in, and takes turn after turn until it is over; what they have begun they finish. */
async function work(person: Person, index: number, day: Day): Promise<void> {
  const visitor = new Visitor(day.server.url, person.username, person.password, index, day.ledger)
  const turn = turnOf(person, visitor, day.desks, index)
  await visitor.signIn()
  for (let turns = 1; performance.now() < day.until; turns += 1) {
    await turn()
    // Somewhere between half and one and a half of it, and the same in every run.
    await delay(day.thinkMs * (0.5 + ((index * 7919 + turns * 104_729) % 1000) / 1000))
  }
}

function turnOf(person: Person, visitor: Visitor, desks: Desks, index: number): Turn {
  switch (person.part) {
    case 'registrant':
      return registrant(visitor, desks)
    case 'office':
      return office(visitor, desks)
    case 'committee':
      return committee(visitor, desks, index)
    case 'reader':
      return reader(visitor)
  }
}

async function sizeOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ mb: number }>(
    'select pg_database_size(current_database())::float8 / 1048576 as mb',
  )
  await client.end()
  return rows[0]?.mb ?? 0
}

/** What the record says once the last entries are sealed, which takes some seconds. */
async function sealed(server: CrowdServer): Promise<Results['verdict']> {
  let verdict = await server.verify()
  for (let tries = 0; verdict.ok && verdict.unsealed > 0 && tries < 20; tries += 1) {
    await delay(1_000)
    verdict = await server.verify()
  }
  return verdict
}
