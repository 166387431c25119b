import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getBinaries } from './binaries.ts'
import { openDataFolder, readOrMakePassword } from './data-folder.ts'
import { type EmbeddedPostgresError, startEmbeddedPostgres } from './embedded.ts'
import { chooseIdentity, type Identity } from './identity.ts'
import { initCluster } from './init-cluster.ts'
import { startPostmaster } from './postmaster.ts'

const binaries = getBinaries()
const settings = { fsync: 'off' }
const ways = ['user', 'namespace', 'capability'] as const
let top: string
let closed: string

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dotpha-identity-'))
  chmodSync(top, 0o755)
  closed = join(top, 'home-of-root')
  mkdirSync(closed, { mode: 0o700 })
})

afterEach(() => rmSync(top, { recursive: true, force: true }))

async function one(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

/** The identity that comes when this way alone may be taken; undefined where this machine forbids it. */
function onlyBy(way: string, dataDir: string): Identity | undefined {
  try {
    return chooseIdentity({ dataDir, binaries, without: ways.filter((other) => other !== way) })
  } catch (error) {
    if ((error as EmbeddedPostgresError).code === 'user_cannot_enter') return undefined
    throw error
  }
}

if (process.getuid?.() === 0) {
  test('root starts a server in a folder that other users may not enter', async () => {
    const server = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), settings })
    try {
      expect(await one(server.url, 'select 1')).toBe(1)
    } finally {
      await server.stop()
    }
  })

  test('a cluster keeps its data when its folder is closed to the user that it ran as', async () => {
    const open = join(top, 'open')
    const first = await startEmbeddedPostgres({ dataDir: join(open, 'data'), settings })
    await one(first.url, 'create table kept as select 7 as n')
    await first.stop()
    chmodSync(open, 0o700)

    const second = await startEmbeddedPostgres({ dataDir: join(open, 'data'), settings })
    try {
      expect(await one(second.url, 'select n from kept')).toBe(7)
    } finally {
      await second.stop()
    }
  })

  test('each way past a closed folder that this machine allows runs a whole server', async () => {
    const ran: string[] = []
    for (const way of ways) {
      const folder = openDataFolder(join(closed, way))
      const identity = onlyBy(way, folder.path)
      // With the capability alone initdb does not find its sibling where the programs lie in a closed folder too.
      if (identity === undefined || (way === 'capability' && !isOpenToAll(import.meta.dirname))) continue
      await initCluster(folder, { binaries, identity, password: readOrMakePassword(folder), sync: false })
      const server = await startPostmaster({
        cluster: folder.cluster,
        binaries,
        identity,
        settings,
        onLog: () => {},
      })
      await server.stop()
      ran.push(identity.name)
    }
    expect(ran).not.toContain('user')
    expect(ran.length).toBeGreaterThanOrEqual(1)
  })

  test('where no way is open the closed folder is named', () => {
    const folder = openDataFolder(join(closed, 'data'))
    const choosing = () => chooseIdentity({ dataDir: folder.path, binaries, without: ways })
    expect(choosing).toThrow(new RegExp(`không vào được thư mục ${closed}:`))
  })

  test('a configured user that does not exist is refused', () => {
    const folder = openDataFolder(join(top, 'data'))
    const choosing = () => chooseIdentity({ dataDir: folder.path, binaries, configuredUser: 'nguyen-van-a' })
    expect(choosing).toThrow(/There is no user "nguyen-van-a"/)
  })
} else {
  test('an ordinary user, with a name or without, starts a server on files of their own', async () => {
    expect(chooseIdentity({ dataDir: top, binaries }).owner).toBeNull()
    const server = await startEmbeddedPostgres({ dataDir: join(top, 'data'), settings })
    try {
      expect(await one(server.url, 'select 1')).toBe(1)
      expect(statSync(join(top, 'data', 'cluster')).uid).toBe(process.getuid?.())
    } finally {
      await server.stop()
    }
  })
}

/** Whether everybody may pass through the folder and all above it. */
function isOpenToAll(folder: string): boolean {
  for (let at = folder; ; at = join(at, '..')) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === join(at, '..')) return true
  }
}
