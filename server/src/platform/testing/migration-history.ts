import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import type pg from 'pg'
import { listMigrations } from '../data/migration-files.ts'

const folder = join(import.meta.dirname, 'migration-history')

/** One migration as it was at some commit. */
interface Edition {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** The migrations as they were at one commit, in order. */
export interface HistoricalProgram {
  readonly commit: string
  readonly editions: readonly Edition[]
}

/**
 * Each state that the folder of migrations was committed in while they were still edited, oldest first. An edition is known
 * by the hash that git gave it; the folder keeps those that differ from today's, whole or as a patch of today's.
 */
export async function listHistoricalPrograms(): Promise<readonly HistoricalProgram[]> {
  const kept = await readdir(folder)
  const migrations = await listMigrations()
  const editionOf = async (hash: string, index: number): Promise<Edition> => {
    const today = migrations[index]
    if (today === undefined) throw new Error(`no migration ${index + 1}`)
    const file = kept.find((name) => name.includes(`.${hash}.`))
    return { number: today.number, name: today.name, sql: await textOf(file, today.sql) }
  }
  const states = await readFile(join(folder, 'states.txt'), 'utf8')
  return Promise.all(
    states
      .trim()
      .split('\n')
      .map(async (line) => {
        const [commit = '', ...hashes] = line.split(' ')
        return { commit, editions: await Promise.all(hashes.map(editionOf)) }
      }),
  )
}

/** Few programs that have each edition among them: the one that adds most first. */
export function coverEditions(programs: readonly HistoricalProgram[]): readonly HistoricalProgram[] {
  const met = new Set<string>()
  const newIn = ({ editions }: HistoricalProgram) => editions.filter(({ sql }) => !met.has(sql)).length
  const chosen: HistoricalProgram[] = []
  for (;;) {
    const best = programs.reduce((one, other) => (newIn(other) > newIn(one) ? other : one))
    if (newIn(best) === 0) return chosen
    for (const { sql } of best.editions) met.add(sql)
    chosen.push(best)
  }
}

async function textOf(file: string | undefined, today: string): Promise<string> {
  if (file === undefined) return today
  const text = await readFile(join(folder, file), 'utf8')
  if (file.endsWith('.sql')) return text
  const patched = applyPatch(today, text)
  if (patched === false) throw new Error(`${file} does not fit the migration of today`)
  return patched
}

/** Empties a database and does in it what the program of a commit did when it started, without checksums. */
export async function startHistorically(
  client: pg.Client,
  programs: readonly HistoricalProgram[],
): Promise<void> {
  await client.query('drop schema public cascade; create schema public')
  await client.query(
    'create table schema_migration (number integer primary key, name text not null, applied_at timestamptz not null default now())',
  )
  let last = 0
  for (const { editions } of programs)
    for (const edition of editions.slice(last)) {
      if (!(await applies(client, edition))) break
      last = edition.number
    }
}

/** A migration that fails leaves the database at the number before, and its program does not start. */
async function applies(client: pg.Client, { number, name, sql }: Edition): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (number, name) values ($1, $2)', [number, name])
    await client.query('grant select, insert, update, delete on all tables in schema public to dotpha_app')
    await client.query('commit')
    return true
  } catch {
    await client.query('rollback')
    return false
  }
}
