import pg from 'pg'
import { demonstrationAccounts } from '../../server/src/app/demonstration.ts'
import { hashPassword, importAccounts } from '../../server/src/identity/index.ts'
import { openDatabase, openPool } from '../../server/src/platform/data/database.ts'
import { applicationRole } from '../../server/src/platform/data/migrate.ts'
import { plainDate } from '../../server/src/platform/time/plain-date.ts'

/** Somebody of the crowd, and whose part they take. */
export interface Person {
  readonly username: string
  readonly password: string
  readonly part: 'registrant' | 'office' | 'committee' | 'reader'
}

const officers: Readonly<Record<string, Person['part']>> = {
  'van-phong': 'office',
  'thuong-vu': 'committee',
  'tu-ky': 'reader',
  'btv-tu-ky': 'reader',
  'tham-dinh-tu-ky': 'reader',
  'kiem-tra': 'reader',
  'to-chuc': 'reader',
}

/**
 * The officers of the demonstration, and next to them heads of bodies whose posts the provincial standing committee manages,
 * each with an account and the right to register: as many as make `count`.
 */
export async function gatherPeople(databaseUrl: string, count: number): Promise<readonly Person[]> {
  const [{ password } = { password: '' }] = demonstrationAccounts
  const known = Object.entries(officers).map(([username, part]): Person => ({ username, password, part }))
  // Those who work off what all others hand in sit there more than once.
  const helpers: readonly Person[] = [
    { username: 'van-phong', password, part: 'office' },
    { username: 'van-phong', password, part: 'office' },
    { username: 'thuong-vu', password, part: 'committee' },
  ]
  const heads = await accountsOfHeads(databaseUrl, password, count - known.length - helpers.length)
  return [...known, ...helpers, ...heads]
}

async function accountsOfHeads(url: string, password: string, count: number): Promise<readonly Person[]> {
  const heads = await findHeads(url, count)
  if (heads.length < count)
    throw new Error(`the demonstration has only ${heads.length} heads without an account`)
  const passwordHash = await hashPassword(password)
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  const now = new Date()
  await database.transaction().execute((db) =>
    importAccounts(
      { db, now, origin: { requestId: 'crowd', address: null }, actor: null },
      {
        accounts: heads.map(({ person }, index) => ({
          username: nameOf(index),
          personId: person,
          passwordHash,
        })),
        grants: heads.map(({ post, unit }) => ({
          postId: post,
          role: 'registrant',
          unitId: unit,
          system: null,
          fromOn: plainDate('2022-01-01'),
        })),
      },
    ),
  )
  await database.destroy()
  return heads.map((_head, index) => ({ username: nameOf(index), password, part: 'registrant' }))
}

/** The theme under which the crowd registers. */
export async function findTheme(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    `select theme.id from theme_group theme join programme on programme.id = theme.programme_id
     where programme.year = 2022 order by theme.ord limit 1`,
  )
  await client.end()
  return rows[0]?.id ?? ''
}

const nameOf = (index: number) => `dong-nguoi-${String(index + 1).padStart(2, '0')}`

async function findHeads(url: string, count: number) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ person: string; post: string; unit: string }>(
    `select held.person_id as person, post.id as post, post.unit_id as unit
     from post_holding held
     join post on post.id = held.post_id and post.is_head
     join unit on unit.id = post.unit_id and unit.illustrative
     join post_management managed on managed.post_id = post.id and managed.to_on is null
     join unit manager on manager.id = managed.unit_id and manager.code = 'btv-tinh-uy'
     where held.to_on is null and held.from_on <= '2022-03-01'
       and not exists (select from account where account.person_id = held.person_id)
     order by unit.code, held.id limit $1`,
    [count],
  )
  await client.end()
  return rows
}
