import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../platform/config.ts'
import { type Database, openDatabase, openPool } from '../platform/database.ts'
import { applicationRole, migrate } from '../platform/migrate.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { Failure } from '../platform/refusal.ts'

/** The database of the settings, as its owner; nothing in it is changed. */
export async function reachStore(config: Config): Promise<{ readonly url: string; stop(): Promise<void> }> {
  return config.databaseUrl === undefined
    ? reachPostgres(join(config.dataDir, 'postgres'))
    : { url: config.databaseUrl, stop: async () => undefined }
}

/** Runs a command of whoever runs the server: beside a running server too, else with a database started for it alone. */
export async function withDatabase<Result>(act: (database: Database) => Promise<Result>): Promise<Result> {
  const store = await reachStore(readConfig(process.env))
  await migrate(store.url)
  const database = openDatabase(openPool({ url: store.url, role: applicationRole, maxConnections: 2 }))
  try {
    return await act(database)
  } finally {
    await database.destroy()
    await store.stop()
  }
}

/** Options of a command: `--name value`, `--json`; each once. @throws with the offending option named */
export function optionsOf(
  args: readonly string[],
  names: readonly string[],
): { readonly [name: string]: string | undefined } & { json: boolean } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { ...options, json: { type: 'boolean' } },
    tokens: true,
  })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const twice = given.find((name, at) => given.indexOf(name) !== at)
  // The parser would take the last one and say nothing of the others.
  if (twice !== undefined)
    throw new Failure(
      'usage',
      `--${twice}: chỉ ghi một lần; nhiều giá trị thì cách nhau bằng dấu phẩy.\n--${twice}: give it once; part several values by commas.`,
    )
  return { ...values, json: values.json === true } as never
}
