import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'
import { describeCatalog } from '../testing/catalog.ts'
import {
  coverEditions,
  type HistoricalProgram,
  listHistoricalPrograms,
  startHistorically,
} from '../testing/migration-history.ts'
import { copyTemplate, dropDatabase } from '../testing/template.ts'
import { templateDatabase, urlOf } from '../testing/urls.ts'

const name = `editions_${randomBytes(6).toString('hex')}`
const url = urlOf(inject('postgresUrl'), name)
const programs = await listHistoricalPrograms()
let client: pg.Client
let fresh: readonly string[]

beforeAll(async () => {
  await copyTemplate(templateDatabase, name)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  fresh = await describeCatalog(client)
})
afterAll(async () => {
  await client?.end()
  await dropDatabase(name)
})

function programAt(commit: string): HistoricalProgram {
  const found = programs.find((program) => program.commit === commit)
  if (found === undefined) throw new Error(`no program of ${commit}`)
  return found
}

test('the history is the one that was: 28 states of the folder, each another', () => {
  expect(programs).toHaveLength(28)
  expect(new Set(programs.map(({ editions }) => JSON.stringify(editions))).size).toBe(28)
})

// earlier-editions.long.ts goes through all, and through each pair.
test.each(coverEditions(programs))(
  'a database of the program of $commit comes to the schema of a new one',
  async (program) => {
    await startHistorically(client, [program])
    await migrate(url)
    expect(await describeCatalog(client)).toEqual(fresh)
  },
)

// Each jump once, into placeholders, into the first whole editions, and to where it failed at the time.
test.each([
  ['34e35af', '05096b4'],
  ['152eb72', '6b09174'],
  ['34e35af', '79a1e13'],
  ['4f5cb49', '24dccbb'],
  ['93d4441', 'ade1403'],
  ['18c5482', 'c387434'],
  ['79a1e13', 'fad404d'],
  ['c387434', 'f3e0d03'],
])('and so does one that %s made and %s took further', async (first, second) => {
  await startHistorically(client, [programAt(first), programAt(second)])
  await migrate(url)
  expect(await describeCatalog(client)).toEqual(fresh)
})

test('secrets of authenticators that were stored in clear text are removed, and their owners are notified', async () => {
  await startHistorically(client, [programAt('84de63f')])
  await client.query(`
    insert into person (id, full_name) values ('018f0000-0000-7000-8000-000000000001', 'Nguyễn Văn An');
    insert into account (id, username, person_id, password_hash, created_at)
      values ('018f0000-0000-7000-8000-000000000002', 'an', '018f0000-0000-7000-8000-000000000001', 'x', now());
    insert into totp_factor (account_id, secret, last_used_step, created_at)
      values ('018f0000-0000-7000-8000-000000000002', 'JBSWY3DPEHPK3PXP', 0, now());`)
  await migrate(url)
  expect((await client.query('select from totp_factor')).rowCount).toBe(0)
  const notices = await client.query('select kind, account_id from account_notice')
  expect(notices.rows).toEqual([
    { kind: 'factor_dropped', account_id: '018f0000-0000-7000-8000-000000000002' },
  ])
})

test('an event that an earlier program delivered is not delivered again by the queue', async () => {
  await startHistorically(client, [programAt('34e35af')])
  await client.query(`insert into outbox (id, event, payload, published_at)
    values ('018f0000-0000-7000-8000-000000000003', 'work.assigned', '{}', now())`)
  await migrate(url)
  const { rowCount } = await client.query('select from outbox where dispatched_at is null')
  expect(rowCount).toBe(0)
})
