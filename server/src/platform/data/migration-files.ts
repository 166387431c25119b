import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invariant } from '../refusal.ts'
import { repositoryRoot } from '../root.ts'

export const migrationsFolder = join(repositoryRoot, 'server', 'migrations')

/** A migration of this program, as it is in its file. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The numbered migrations of this program, in order. */
export async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4))
      invariant(number === index + 1, `migration ${name} should have number ${index + 1}`)
      const sql = await readFile(join(migrationsFolder, name), 'utf8')
      return { number, name, sql, checksum: checksumOf(sql) }
    }),
  )
}

/** SHA-256 of what a migration says: line ends and blanks before them differ between checkouts and change nothing. */
export function checksumOf(sql: string): string {
  const normalised = sql
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]*\r?\n/g, '\n')
    .trimEnd()
  return createHash('sha256').update(normalised, 'utf8').digest('hex')
}

export const checksumsName = 'checksums'

/** The checksums that were committed together with the migrations, by name. */
export async function readCommittedChecksums(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(migrationsFolder, checksumsName), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}
