import type { AddressInfo } from 'node:net'
import { constants } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '../platform/config/config.ts'
import { RecountAhead } from '../platform/counts/recount-ahead.ts'
import { type Database, openDatabase, openPool } from '../platform/data/database.ts'
import { locks } from '../platform/data/locks.ts'
import { applicationRole, migrate } from '../platform/data/migrate.ts'
import { oneServerAtATime } from '../platform/data/one-server-at-a-time.ts'
import { closeGently } from '../platform/http/close-gently.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import { openLog } from '../platform/operation/log.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { Failure } from '../platform/refusal.ts'
import { openSecretKeys } from '../platform/secret-keys/open-secret-keys.ts'
import { checkSecretKey } from './check-secret-key.ts'
import { composeJobs, composeReadiness, composeServer, composeWebhookSender } from './compose.tsx'
import { composeSealer } from './compose-sealer.ts'
import { demonstrationAccounts, isEmpty, loadDemonstration } from './demonstration.ts'

// Longer than any statement may take by default, shorter than service managers wait before they kill (90 s).
const graceMs = 40_000

/** Starts everything, says where it is, and keeps it until a signal comes. */
export async function main(): Promise<void> {
  const signals = listenForSignals()
  const config = readConfig(process.env)
  const database = await openStore(config)
  const pool = openPool({
    url: database.url,
    role: applicationRole,
    maxConnections: config.databaseConnections,
    statementTimeoutMs: config.statementTimeoutMs,
  })
  const db = openDatabase(pool)
  try {
    await oneServerAtATime(database.url, locks.start, () => prepareDatabase(config, database.url, db))
    const isDemonstration = await showsDemonstration(db)
    const secretKeys = openSecretKeys(config)
    await warnOfKey(config, db)
    const readiness = await composeReadiness({ config, database: db })
    const server = await composeServer({
      config,
      database: db,
      pool,
      readiness,
      secretKeys,
      demonstrationAccounts: isDemonstration ? demonstrationAccounts : [],
    })
    // The port first: where it is taken, nothing else has been started that would have to be stopped.
    await listen(server, config)
    const jobs = composeJobs({ config, database: db, secretKeys }, database.url)
    await jobs.start()
    const webhooks = composeWebhookSender({ config, database: db, secretKeys })
    webhooks.start()
    const sealer = composeSealer(config, database.url)
    sealer.start()
    const counting = new RecountAhead({ database: db, log: openLog(config.logLevel) })
    counting.start()
    announce(config, server.server.address(), isDemonstration)
    const ending = await Promise.race([signals.asked(), database.gone])
    // Where the database has gone, there is nothing that a request could wait for.
    const drainMs = ending === 'asked' ? config.drainMs : 0
    await closeGently(server, { readiness, drainMs, graceMs })
    await webhooks.stop()
    await jobs.stop()
    await sealer.stop()
    await counting.stop()
    if (ending === 'database_gone') throw databaseGone()
  } finally {
    await db.destroy()
    await database.stop()
  }
}

/** Brings the schema up to date and, where it is wanted, the demonstration into an empty database. */
async function prepareDatabase(config: Config, url: string, db: Database): Promise<void> {
  await migrate(url)
  await prepareJobs(url)
  if (!config.demonstration || !(await isEmpty(db))) return
  await loadDemonstration(config, db)
  await gatherStatistics(url)
}

/** Most users can work without the key, so the server starts without it; it prints which accounts are affected. */
async function warnOfKey(config: Config, db: Database): Promise<void> {
  const { isRight, words } = await checkSecretKey(config, db)
  if (!isRight) console.error(`\n${words}\n`)
}

/**
 * Ctrl-C and its like. Until somebody waits for `asked` they end the process at once, which also ends the database;
 * from then on the first one settles it and the others change nothing: under npm each arrives twice.
 */
function listenForSignals(): { asked(): Promise<'asked'> } {
  let settle: (() => void) | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () =>
      settle === undefined ? process.exit(128 + constants.signals[signal]) : settle(),
    )
  }
  return {
    asked: () => {
      const { promise, resolve } = Promise.withResolvers<'asked'>()
      settle = () => resolve('asked')
      return promise
    },
  }
}

function databaseGone(): Failure {
  return new Failure(
    'database_gone',
    'Cơ sở dữ liệu đã dừng ngoài ý muốn nên máy chủ cũng dừng: hãy khởi động lại, dữ liệu đã ghi nhận vẫn còn.\nThe database ended unasked and so does the server: start again, what was confirmed is there.',
  )
}

interface Store {
  readonly url: string
  /** Settles when a database of our own has ended; one of somebody else's may come back by itself. */
  readonly gone: Promise<'database_gone'>
  stop(): Promise<void>
}

async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl === undefined) {
    const own = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') })
    return { url: own.url, gone: own.exited.then(() => 'database_gone'), stop: () => own.stop() }
  }
  const client = new pg.Client({ connectionString: config.databaseUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new Failure(
      'database_unreachable',
      'Không nối được tới cơ sở dữ liệu ở DATABASE_URL.\nThe database at DATABASE_URL cannot be reached.',
      error,
    )
  }
  return { url: config.databaseUrl, gone: new Promise(() => undefined), stop: async () => undefined }
}

async function listen(server: Awaited<ReturnType<typeof composeServer>>, config: Config): Promise<void> {
  try {
    await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    throw new Failure(
      'port_taken',
      code === 'EADDRINUSE'
        ? `Cổng ${config.port} đang có chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ PORT=3001 npm start.\nPort ${config.port} is taken: stop the other program or choose another port, such as PORT=3001 npm start.`
        : `Không được phép mở cổng ${config.port}: hãy chọn cổng từ 1024 trở lên.\nPort ${config.port} may not be opened: choose one from 1024 on.`,
      error,
    )
  }
}

async function showsDemonstration(db: Database): Promise<boolean> {
  const installation = await db.selectFrom('installation').select('demonstration').executeTakeFirst()
  return installation?.demonstration === true
}

function announce(config: Config, bound: AddressInfo | string | null, isDemonstration: boolean): void {
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
  console.log(`\n  Đột Phá đang chạy ở · is running at  ${config.publicUrl ?? `http://${host}:${port}`}\n`)
  if (!isDemonstration) return
  console.log(
    '  Bản minh hoạ: chương trình việc đột phá 2022 của Hải Dương. Tài khoản · Demonstration accounts:\n',
  )
  const width = Math.max(...demonstrationAccounts.map(({ username }) => username.length))
  for (const { username, password, label_vi } of demonstrationAccounts) {
    console.log(`    ${username.padEnd(width)}  ${password}  ${label_vi}`)
  }
  console.log('\n  Ctrl-C để dừng · Ctrl-C stops everything\n')
}

/** After a bulk load the planner knows nothing of the new rows until somebody counts them; only the owner may. */
async function gatherStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('analyze')
  await client.end()
}
