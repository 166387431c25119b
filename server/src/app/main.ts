import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '../platform/config.ts'
import { openDatabase, openPool } from '../platform/database.ts'
import { applicationRole, migrate } from '../platform/migrate.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { Failure } from '../platform/refusal.ts'
import { composeServer } from './compose.tsx'
import { demonstrationAccounts, isEmpty, loadDemonstration } from './demonstration.ts'

/** Starts everything, says where it is, and keeps it until a signal comes. */
export async function main(): Promise<void> {
  const config = readConfig(process.env)
  const database = await openStore(config)
  const pool = openPool({ url: database.url, role: applicationRole, maxConnections: 20 })
  const db = openDatabase(pool)
  const stop = once(process, 'SIGINT').then(() => undefined)
  const terminate = once(process, 'SIGTERM').then(() => undefined)
  try {
    await migrate(database.url)
    const loaded = config.demonstration && (await isEmpty(db)) ? await loadDemonstration(config, db) : false
    const isDemonstration =
      config.demonstration &&
      (loaded ||
        (await db.selectFrom('installation').select('demonstration').executeTakeFirst())?.demonstration ===
          true)
    const server = await composeServer({
      config,
      database: db,
      demonstrationAccounts: isDemonstration ? demonstrationAccounts : [],
    })
    await listen(server, config)
    announce(config, server.addresses(), isDemonstration)
    await Promise.race([stop, terminate])
    await server.close()
  } finally {
    await db.destroy()
    await database.stop()
  }
}

interface Store {
  readonly url: string
  stop(): Promise<void>
}

async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl === undefined)
    return startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') })
  const client = new pg.Client({ connectionString: config.databaseUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new Failure(
      'database_unreachable',
      'Không nối được tới cơ sở dữ liệu ở DATABASE_URL. / The database at DATABASE_URL cannot be reached.',
      error,
    )
  }
  return { url: config.databaseUrl, stop: async () => undefined }
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
        ? `Cổng ${config.port} đang có chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ PORT=3001 npm start. / Port ${config.port} is taken: stop the other program or choose another port, such as PORT=3001 npm start.`
        : `Không được phép mở cổng ${config.port}: hãy chọn cổng từ 1024 trở lên. / Port ${config.port} may not be opened: choose one from 1024 on.`,
      error,
    )
  }
}

function announce(
  config: Config,
  addresses: readonly { address: string; port: number }[],
  isDemonstration: boolean,
): void {
  const [first] = addresses
  const address =
    config.publicUrl ??
    `http://${first?.address === '127.0.0.1' || first?.address === '::1' ? 'localhost' : (first?.address ?? config.host)}:${first?.port ?? config.port}`
  console.log(`\n  Đột Phá đang chạy ở  ${address}\n`)
  if (!isDemonstration) return
  console.log(
    '  Bản minh hoạ: chương trình việc đột phá 2022 của Hải Dương. Tài khoản · Demonstration accounts:\n',
  )
  const width = Math.max(...demonstrationAccounts.map(({ username }) => username.length))
  for (const { username, password, label_vi } of demonstrationAccounts)
    console.log(`    ${username.padEnd(width)}  ${password}  ${label_vi}`)
  console.log('\n  Ctrl-C để dừng · Ctrl-C stops everything\n')
}
