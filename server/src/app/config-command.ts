import { constants, existsSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openVirusScanner } from '../platform/antivirus/virus-scanner.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { listMigrations } from '../platform/data/migration-files.ts'
import { openBlobStore } from '../platform/files/open-blob-store.ts'
import { checkSecretKey } from './check-secret-key.ts'
import { reachStore } from './command.ts'
import { answerToError } from './command-line/answer-to-error.ts'
import type { Call } from './command-line/command.ts'

/** What was looked at, and what is wrong with it. */
interface Finding {
  readonly what: string
  readonly isRight: boolean
  /** In both languages, one line each. */
  readonly words: string
}

/**
 * `dotpha config check [--json]` looks at the settings and at what they point to, changes nothing, and says in a sentence
 * what is wrong. The exit code is 0 only when all is well.
 */
export async function configCommand({ switches }: Call): Promise<void> {
  const findings = await checkConfig(process.env)
  if (switches.has('json')) console.log(JSON.stringify(findings))
  else
    for (const { what, isRight, words } of findings) console.log(`${isRight ? '✓' : '✗'} ${what}\n${words}`)
  if (findings.some(({ isRight }) => !isRight)) process.exitCode = 1
}

/** The findings in the order in which an operator should fix them. */
export async function checkConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  let config: Config
  try {
    config = readConfig(environment)
  } catch (error) {
    return [await wrong('settings', error)]
  }
  const right = {
    what: 'settings',
    isRight: true,
    words: 'Mọi cài đặt đúng dạng.\nAll settings are well formed.',
  }
  return [
    right,
    await checkDataFolder(config),
    await checkDatabase(config),
    await checkFiles(config),
    await checkVirusScanner(config),
    await checkKey(config),
    ...checkAddress(config),
  ]
}

async function checkDataFolder({ dataDir }: Config): Promise<Finding> {
  const what = 'DATA_DIR'
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
    return { what, isRight: true, words: `Ghi được vào ${dataDir}.\n${dataDir} can be written to.` }
  } catch {
    const words = `Không ghi được vào ${dataDir}: hãy xem lại quyền của tài khoản chạy máy chủ.\n${dataDir} cannot be written to: look at the rights of the account that runs the server.`
    return { what, isRight: false, words }
  }
}

async function checkDatabase({ databaseUrl }: Config): Promise<Finding> {
  const what = 'DATABASE_URL'
  if (databaseUrl === undefined) {
    const words =
      'Không đặt: dùng PostgreSQL đi kèm, trong DATA_DIR; hợp để dùng thử và cho cơ quan nhỏ.\nNot set: the packaged PostgreSQL is used, in DATA_DIR; it is meant for trial and small offices.'
    return { what, isRight: true, words }
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { what, ...(await judgeDatabase(client)) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    const words = `Không nối được tới cơ sở dữ liệu${code}: hãy xem lại máy, cổng, tài khoản và mật khẩu.\nThe database cannot be reached${code}: look at host, port, login and password.`
    return { what, isRight: false, words }
  } finally {
    await client.end().catch(() => undefined)
  }
}

const oldestPostgres = 170_000

async function judgeDatabase(client: pg.Client): Promise<Omit<Finding, 'what'>> {
  const { rows } = await client.query<{
    version: number
    encoding: string
    mayCreate: boolean
    mayRole: boolean
  }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       has_database_privilege(current_database(), 'CREATE') as "mayCreate",
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user)
         or exists (select from pg_roles where rolname = 'dotpha_app') as "mayRole"`,
  )
  const [row] = rows
  const isWrong = (vi: string, en: string) => ({ isRight: false, words: `${vi}\n${en}` })
  if (row === undefined || row.version < oldestPostgres)
    return isWrong('PostgreSQL cũ hơn bản 17: hãy nâng cấp.', 'This PostgreSQL is older than 17: upgrade it.')
  if (row.encoding !== 'UTF8')
    return isWrong(
      'Cơ sở dữ liệu không dùng UTF8: hãy tạo lại với ENCODING UTF8.',
      'The database is not in UTF8: make it again with ENCODING UTF8.',
    )
  if (!row.mayCreate)
    return isWrong(
      'Tài khoản không được tạo bảng: hãy cấp quyền CREATE trên cơ sở dữ liệu.',
      'The login may not create tables: grant CREATE on the database.',
    )
  if (!row.mayRole)
    return isWrong(
      'Tài khoản không được tạo vai trò: hãy cấp CREATEROLE, hoặc tạo sẵn dotpha_app.',
      'The login may not create roles: grant CREATEROLE, or make dotpha_app beforehand.',
    )
  return judgeSchema(client)
}

async function judgeSchema(client: pg.Client): Promise<Omit<Finding, 'what'>> {
  const known = (await listMigrations()).length
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  if (there[0]?.there !== true)
    return {
      isRight: true,
      words: 'Nối được; cơ sở dữ liệu còn trống.\nReached; the database is still empty.',
    }
  const { rows } = await client.query<{ last: number }>(
    'select max(number)::int as last from schema_migration',
  )
  const last = rows[0]?.last ?? 0
  if (last > known) {
    const words = `Cơ sở dữ liệu ở phiên bản ${last}, mới hơn chương trình này (${known}): hãy chạy bản mới hơn.\nThe database is at version ${last}, newer than this program (${known}): run a newer one.`
    return { isRight: false, words }
  }
  const words =
    last === known
      ? `Nối được, phiên bản ${last}.\nReached, at version ${last}.`
      : `Nối được; lần chạy tới sẽ nâng từ phiên bản ${last} lên ${known}.\nReached; the next start migrates from version ${last} to ${known}.`
  return { isRight: true, words }
}

async function checkFiles(config: Config): Promise<Finding> {
  try {
    await openBlobStore(config).check()
    return {
      what: 'BLOB_STORE',
      isRight: true,
      words: 'Ghi được vào kho tệp.\nThe store of files can be written to.',
    }
  } catch (error) {
    return wrong('BLOB_STORE', error)
  }
}

async function checkVirusScanner(config: Config): Promise<Finding> {
  const what = 'CLAMD_SOCKET'
  try {
    const engine = await openVirusScanner(config, { warn: () => undefined }).check()
    const words =
      engine === null
        ? 'Không đặt: tệp không được quét vi-rút, và được ghi là chưa quét.\nNot set: files are not scanned for viruses, and are recorded so.'
        : `Máy quét trả lời: ${engine}.\nThe scanner answers: ${engine}.`
    return { what, isRight: true, words }
  } catch {
    const words =
      'clamd không trả lời: hãy xem địa chỉ, quyền trên socket và dịch vụ clamav-daemon.\nclamd does not answer: look at the address, the rights of its socket and the service clamav-daemon.'
    return { what, isRight: false, words }
  }
}

/** Asks the packaged database too, where there is one: next to the running server, or started for this question alone. */
async function checkKey(config: Config): Promise<Finding> {
  const what = 'SECRET_KEY'
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres', 'cluster')))
    return { what, ...(await checkSecretKey(config, null)) }
  try {
    const store = await reachStore(config)
    const database = openDatabase(openPool({ url: store.url, maxConnections: 1 }))
    try {
      return { what, ...(await checkSecretKey(config, database)) }
    } finally {
      await database.destroy()
      await store.stop()
    }
  } catch {
    // That it cannot be reached, or is not migrated yet, is said where the database is looked at.
    return { what, ...(await checkSecretKey(config, null)) }
  }
}

/** Settings that are each right and together are not. */
function checkAddress({ publicUrl, trustProxy, host, metrics }: Config): readonly Finding[] {
  const found: Finding[] = []
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(host)
  if (isOpen && trustProxy === false && publicUrl?.startsWith('https:') !== true)
    found.push({
      what: 'PUBLIC_URL',
      isRight: false,
      words: `Máy chủ mở ra mạng (HOST=${host}) mà không có https: mật khẩu đi qua mạng không mã hoá. Hãy đặt proxy có https phía trước và PUBLIC_URL=https://….\nThe server is open to the network (HOST=${host}) without https: passwords travel in clear. Put a proxy with https in front and set PUBLIC_URL=https://….`,
    })
  if (publicUrl?.startsWith('https:') === true && trustProxy === false)
    found.push({
      what: 'TRUST_PROXY',
      isRight: false,
      words:
        'PUBLIC_URL là https nên có proxy phía trước, nhưng TRUST_PROXY=0: mọi người sẽ chung một địa chỉ, chung một giới hạn. Hãy đặt TRUST_PROXY=1.\nPUBLIC_URL is https, so there is a proxy, but TRUST_PROXY=0: everybody would share one address and its limits. Set TRUST_PROXY=1.',
    })
  if (trustProxy !== false && metrics.for === 'loopback')
    found.push({
      what: 'METRICS',
      isRight: true,
      words:
        'Có proxy phía trước: /metrics chỉ đọc được trực tiếp từ máy này; muốn đọc từ nơi khác hãy dùng METRICS=token.\nThere is a proxy in front: /metrics is read on this machine directly; to read it from elsewhere use METRICS=token.',
    })
  return found
}

async function wrong(what: string, error: unknown): Promise<Finding> {
  return { what, isRight: false, words: (await answerToError(error)).text }
}
