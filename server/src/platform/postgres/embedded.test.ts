import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EmbeddedPostgresError, type RunningPostgres, startEmbeddedPostgres } from './embedded.ts'
import { familyOf, type OwnerProcess, postmasterOf, startOwnerProcess } from './testing/owner-process.ts'
import { connect, query, writeUntilKilled } from './testing/writers.ts'

// A folder whose cluster was stopped in order: most tests begin with a copy, which costs less than making one.
let madeFolder: string
let top: string
let dataDir: string
const undo: (() => Promise<void>)[] = []

beforeAll(async () => {
  madeFolder = mkdtempSync(join(tmpdir(), 'dotpha-postgres-made-'))
  await (await startEmbeddedPostgres({ dataDir: madeFolder, settings: { fsync: 'off' } })).stop()
})
afterAll(() => rmSync(madeFolder, { recursive: true, force: true }))

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dotpha-postgres-'))
  dataDir = join(top, 'postgres')
})

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  rmSync(top, { recursive: true, force: true })
})

/** Makes the data folder one that has been used before. Who owns the cluster is kept. */
const giveCluster = () => execFileSync('cp', ['-a', madeFolder, dataDir])

/** Starts without waiting for the disk: only the tests of a crash need that. */
async function start(folder = dataDir): Promise<RunningPostgres> {
  const running = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: 'off' } })
  undo.push(() => running.stop())
  return running
}

async function startOwner(): Promise<{ owner: OwnerProcess; url: string }> {
  const owner = await startOwnerProcess(dataDir)
  undo.push(() => owner.end())
  if (!('url' in owner.words)) throw new Error(owner.words.message)
  return { owner, url: owner.words.url }
}

async function refusal(starting: Promise<RunningPostgres>): Promise<EmbeddedPostgresError> {
  const outcome = await starting.catch((error: unknown) => error)
  if (outcome instanceof EmbeddedPostgresError) return outcome
  throw new Error('the start was not refused', { cause: outcome })
}

describe('a data folder', () => {
  test('is made on the first start and has its data on the next', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.url, 'create table kept as select 7 as n')
    await first.stop()

    const second = await start()
    expect(await query(second.url, 'select n from kept')).toEqual([7])
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
  })

  test('speaks Vietnamese, UTC and UTF-8, and asks for the password', async () => {
    giveCluster()
    const { url } = await start()
    const [encoding, zone, lower, order] = await query(
      url,
      `select current_setting('server_encoding'), current_setting('TimeZone'), lower('ĐẠI BIỂU'),
         (select string_agg(x, ' ' order by x collate "vi-x-icu") from unnest(array['đá', 'dê', 'da', 'ếch']) x)`,
    )
    expect([encoding, zone, lower, order]).toEqual(['UTF8', 'UTC', 'đại biểu', 'da dê đá ếch'])
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  })

  test('may be made again after a first start that was killed half-way', async () => {
    mkdirSync(join(dataDir, 'cluster-unfinished-Xy12', 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster-unfinished-Xy12', 'cluster', 'PG_VERSION'), '17\n')
    writeFileSync(join(dataDir, 'password'), 'from-the-first-start\n', { mode: 0o600 })

    const { url } = await start()
    expect(await query(url, 'select 1')).toEqual([1])
    const kept = readdirSync(dataDir).filter((name) => !name.startsWith('owner-'))
    expect(kept.sort()).toEqual(['cluster', 'password'])
  })

  test('is left alone when it holds something else', async () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'luận văn.docx'), 'x')
    const { code, vi, en } = await refusal(startEmbeddedPostgres({ dataDir }))
    expect(code).toBe('data_dir_foreign')
    expect(vi).toContain(`Thư mục ${dataDir} không rỗng`)
    expect(en).toContain('luận văn.docx')
    expect(readdirSync(dataDir)).toEqual(['luận văn.docx'])
  })

  test.each([
    ['18', 'data_dir_newer_postgres'],
    ['16', 'data_dir_older_postgres'],
  ])('of PostgreSQL %s is refused and not changed', async (version, code) => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), `${version}\n`)
    const error = await refusal(startEmbeddedPostgres({ dataDir }))
    expect(error.code).toBe(code)
    expect(error.vi).toContain(`PostgreSQL ${version}`)
    expect(readdirSync(dataDir)).toEqual(['cluster'])
    expect(readdirSync(join(dataDir, 'cluster'))).toEqual(['PG_VERSION'])
  })

  test('without its password file is refused and not created again', async () => {
    giveCluster()
    rmSync(join(dataDir, 'password'))
    expect((await refusal(startEmbeddedPostgres({ dataDir }))).code).toBe('password_missing')
    expect(readFileSync(join(dataDir, 'cluster', 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  test('that cannot be read is named', async () => {
    writeFileSync(dataDir, 'a file where a folder should be')
    const { code, vi } = await refusal(startEmbeddedPostgres({ dataDir }))
    expect(code).toBe('data_dir_unreadable')
    expect(vi).toContain(dataDir)
  })

  test('with settings that PostgreSQL does not know says which', async () => {
    giveCluster()
    const starting = startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', no_such_setting: '1' } })
    const { code, message } = await refusal(starting)
    expect(code).toBe('not_startable')
    const [vi = '', en = '', postgres] = message.split('\n')
    expect(postgres).toMatch(/^PostgreSQL: .*no_such_setting/)
    expect(vi + en).not.toContain('no_such_setting')
  })
})

describe('a second server on the same folder', () => {
  test('is refused in this process and told who holds it', async () => {
    giveCluster()
    await start()
    const { code, vi } = await refusal(startEmbeddedPostgres({ dataDir }))
    expect(code).toBe('data_dir_in_use')
    expect(vi).toContain(`tiến trình ${process.pid}`)
  })

  test('is refused from another process, and the first goes on', async () => {
    giveCluster()
    const { url } = await start()
    const second = await startOwnerProcess(dataDir)
    expect(second.words).toMatchObject({ code: 'data_dir_in_use' })
    expect(await query(url, 'select 1')).toEqual([1])
  })

  test('that starts at the same moment leaves at most one of them running', async () => {
    const starts = Array.from({ length: 4 }, () => startOwnerProcess(dataDir))
    const owners = await Promise.all(starts)
    for (const owner of owners) undo.push(() => owner.end())
    const up = owners.filter(({ words }) => 'url' in words)
    const codes = owners.flatMap(({ words }) => ('code' in words ? [words.code] : []))
    expect(up.length).toBeLessThanOrEqual(1)
    expect(new Set(codes)).toEqual(new Set(['data_dir_in_use']))
  })

  test('takes over when the claim is that of a process that is gone', async () => {
    giveCluster()
    writeFileSync(join(dataDir, `owner-${process.pid}-another0start.lock`), '')
    await start()
    expect(readdirSync(dataDir).filter((name) => name.startsWith('owner-'))).toHaveLength(1)
  })
})

describe('after a kill', () => {
  beforeEach(giveCluster)

  test('of the whole tree under eight writers nothing acknowledged is lost', async () => {
    const { owner, url } = await startOwner()
    await query(url, 'create table written (writer int, n int, primary key (writer, n))')
    const writers = writeUntilKilled(url, 400)
    await writers.enough
    await owner.kill(...familyOf(owner.pid))
    const acknowledged = await writers.acknowledged

    const { url: again } = await start()
    const found = new Set(await query(again, "select writer || ':' || n from written"))
    expect(acknowledged.length).toBeGreaterThanOrEqual(400)
    expect(acknowledged.filter((row) => !found.has(row))).toEqual([])
  })

  test('of the owner alone the orphaned server is stopped and a new one started', async () => {
    const { owner, url } = await startOwner()
    await query(url, 'create table kept as select 7 as n')
    const orphan = postmasterOf(dataDir)
    await owner.kill(owner.pid)

    const { url: again } = await start()
    expect(await query(again, 'select n from kept')).toEqual([7])
    expect(postmasterOf(dataDir)).not.toBe(orphan)
  })

  test('of the server alone the owner is told, and the folder starts again', async () => {
    const running = await start()
    const client = await connect(running.url)
    await client.query('create table kept as select 7 as n')
    const busy = client.query('select pg_sleep(1)').catch(() => {})
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await running.exited
    await running.stop()

    const { url } = await start()
    await busy
    expect(await query(url, 'select n from kept')).toEqual([7])
  })

  test('a process that got the number of the dead server is left alone', async () => {
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
    undo.push(async () => void stranger.kill())
    await once(stranger, 'spawn')
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}/cluster\n1\n1\n\n\n`,
    )

    const { url } = await start()
    expect(await query(url, 'select 1')).toEqual([1])
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  })
})
