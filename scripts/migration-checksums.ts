/**
 * Adds the checksum of each new migration to server/migrations/checksums, and never changes one that is there. With --check
 * it adds nothing, and says what differs.
 */
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  checksumsName,
  listMigrations,
  migrationsFolder,
  readCommittedChecksums,
} from '../server/src/platform/data/migration-files.ts'

const migrations = await listMigrations()
const committed = await readCommittedChecksums()

function complain(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

const names = new Set(migrations.map(({ name }) => name))
for (const name of committed.keys())
  if (!names.has(name)) complain(`server/migrations/${name} was committed and is missing.`)

for (const { name, checksum } of migrations) {
  const before = committed.get(name)
  if (before === checksum) continue
  if (before !== undefined)
    complain(
      `server/migrations/${name} was changed after it had been committed: write a new migration instead.`,
    )
  else if (process.argv.includes('--check'))
    complain(`server/migrations/${name} has no checksum yet: run \`npm run generate\`.`)
  else await appendFile(join(migrationsFolder, checksumsName), `${checksum}  ${name}\n`)
}
