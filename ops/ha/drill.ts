import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { Cluster } from './cluster.ts'
import { Load } from './load.ts'
import { waitFor } from './machine.ts'
import { type Proof, prove } from './proof.ts'
import { Servers } from './servers.ts'

/** What a run of the drill found. */
export interface Findings {
  readonly proof: Proof
  /** Seconds without one acknowledged act, by what was broken. */
  readonly silence: Readonly<Record<string, number>>
  /** With one node left: whether anything was acknowledged, and whether a page was still answered. */
  readonly alone: { readonly acknowledged: number; readonly reads: number }
  /** What the audit log says of itself (`dotpha audit verify`). */
  readonly verdict: { readonly ok: boolean; readonly sealed: number }
  readonly retries: Readonly<Record<string, number>>
}

const writers = 8

/** Breaks one part after the other while writers write, and compares what they were told with what is there. */
export async function drill(say: (line: string) => void = () => undefined): Promise<Findings> {
  const cluster = await Cluster.start()
  const servers = new Servers(cluster)
  try {
    say('three nodes of PostgreSQL, etcd and haproxy are up')
    await makeDatabase(cluster)
    // At the same moment, over an empty database: one of them prepares it, the other waits.
    await Promise.all([servers.start(0), servers.start(1)])
    const token = await tokenFor(servers, 'tu-ky')
    const url = `http://127.0.0.1:${cluster.webPort}`
    const load = new Load(url, token, writers)
    await load.next(30, 100)
    say(`two copies of the server are up, ${writers} writers write`)

    const silence = {
      'the leader killed': await killLeader(cluster, load),
      'a server killed': await killServer(servers, load),
      'the leader cut off from etcd': await cutOffLeader(cluster, load),
    }
    for (const [what, seconds] of Object.entries(silence))
      say(`${what}: ${seconds.toFixed(1)} s without an acknowledged act`)
    const alone = await leaveOneNode(cluster, load, () => readsOf(url, token))
    say(`one node left: ${alone.acknowledged} acts acknowledged in 10 s, ${alone.reads} pages answered`)

    await load.stop()
    const proof = await prove(cluster.databaseUrl('dotpha', 'dotpha'), load)
    const verdict = await verdictOf(servers)
    return { proof, silence, alone, verdict, retries: Object.fromEntries(load.refusedWith) }
  } finally {
    await servers.stop()
    await cluster.stop()
  }
}

async function makeDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.databaseUrl('postgres', 'postgres') })
  await client.connect()
  await client.query(`create role dotpha login createrole password '${cluster.password}'`)
  await client.query('create database dotpha owner dotpha')
  await client.end()
}

async function tokenFor(servers: Servers, account: string): Promise<string> {
  const said = await servers.command(
    'token',
    'create',
    '--account',
    account,
    '--scope',
    'read,write',
    '--json',
  )
  return (JSON.parse(said) as { token: string }).token
}

/** The machine of the leader loses its power. */
async function killLeader(cluster: Cluster, load: Load): Promise<number> {
  const leader = await waitFor('a leader', 10, () => cluster.leader())
  const since = performance.now()
  await cluster.kill(leader, true)
  await load.next(90, 20)
  const seconds = load.longestGap(since)
  cluster.startEtcd(leader)
  cluster.startPatroni(leader)
  await cluster.whole(120)
  return seconds
}

/** One copy of the server is killed, with requests in it. */
async function killServer(servers: Servers, load: Load): Promise<number> {
  const since = performance.now()
  await servers.kill(0)
  await load.next(60, 100)
  const seconds = load.longestGap(since)
  await servers.start(0)
  return seconds
}

/** The leader lives and cannot tell anybody: it must step down before another one stands up. */
async function cutOffLeader(cluster: Cluster, load: Load): Promise<number> {
  const leader = await waitFor('a leader', 10, () => cluster.leader())
  const since = performance.now()
  leader.door.shut()
  await waitFor('another leader', 90, async () => {
    const now = await cluster.leader()
    return now !== undefined && now !== leader ? true : undefined
  })
  await load.next(60, 20)
  const seconds = load.longestGap(since)
  leader.door.unlock()
  await cluster.whole(120)
  return seconds
}

/** Both standbys are gone: nothing that is acknowledged could stand on two nodes, so nothing is. */
async function leaveOneNode(
  cluster: Cluster,
  load: Load,
  read: () => Promise<number>,
): Promise<Findings['alone']> {
  const leader = await waitFor('a leader', 10, () => cluster.leader())
  const standbys = cluster.nodes.filter((node) => node !== leader)
  for (const node of standbys) await cluster.kill(node, false)
  // What was on its way when the second one died may still be told.
  await delay(500)
  const before = load.acknowledgedAt.length
  const reads = await read()
  await delay(10_000)
  const acknowledged = load.acknowledgedAt.length - before
  for (const node of standbys) cluster.startPatroni(node)
  await load.next(90, 20)
  await cluster.whole(120)
  return { acknowledged, reads }
}

/** How many of a few readings are answered. */
async function readsOf(url: string, token: string): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      fetch(`${url}/api/v1/works?year=2022&limit=5`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(15_000),
      }).then(
        (answer) => answer.status,
        () => 0,
      ),
    ),
  )
  return answers.filter((status) => status === 200).length
}

async function verdictOf(servers: Servers): Promise<Findings['verdict']> {
  return JSON.parse(await servers.command('audit', 'verify', '--json')) as Findings['verdict']
}
