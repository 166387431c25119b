/** Writes server/src/platform/data/schema.gen.ts from the migrations; with --check only says whether it is current. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '../server/src/platform/data/migrate.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'

const target = join(repositoryRoot, 'server/src/platform/data/schema.gen.ts')
const folder = await mkdtemp(join(tmpdir(), 'dotpha-schema-'))
const postgres = await startEmbeddedPostgres({
  dataDir: join(folder, 'postgres'),
  settings: { fsync: 'off' },
})
try {
  await migrate(postgres.url)
  const out = process.argv.includes('--check') ? join(folder, 'schema.gen.ts') : target
  await promisify(execFile)(
    process.execPath,
    [
      join(repositoryRoot, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect',
      'postgres',
      '--url',
      postgres.url,
      '--out-file',
      out,
      '--date-parser',
      'string',
      '--numeric-parser',
      'string',
      '--exclude-pattern',
      'schema_migration|pgboss.*',
    ],
    { cwd: repositoryRoot },
  )
  // The connection reads bigint as a safe integer (platform/data/database.ts); the generator cannot know.
  const generated = (await readFile(out, 'utf8')).replace(
    'Int8 = ColumnType<string,',
    'Int8 = ColumnType<number,',
  )
  await writeFile(out, generated)
  if (out !== target && generated !== (await readFile(target, 'utf8').catch(() => ''))) {
    console.error(
      'server/src/platform/data/schema.gen.ts is not what the migrations say: run `npm run generate`.',
    )
    process.exitCode = 1
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
