import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../data/migrate.ts'
import { startEmbeddedPostgres } from '../postgres/embedded.ts'
import { templateDatabase, urlOf } from './urls.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/**
 * One PostgreSQL for the whole run, in a folder of its own and on a port of its own, without fsync (tests only), and one
 * migrated template from which each test file makes its database in some 50 ms.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-test-'))
  // PostgreSQL does not run as root: the user whom root lends it passes through, with no other program's help.
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`create database ${templateDatabase}`)
  await migrate(urlOf(postgres.url, templateDatabase))
  await admin.end()
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
