import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { text } from './fields.ts'
import { apiWrite, endpoint } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const [an, reader] = [visitor('an'), visitor('reader', ['read'])]
let app: FastifyInstance
let worked: { readonly transactionEnded: boolean }[] = []

// // Held by a transaction until it ends: getting this lock shows that the transaction is over.
const lock = 77

/** An act whose slow work looks whether the transaction that judged it still lasts. */
const act = endpoint({
  name: 'stone.polish',
  input: z.strictObject({ words: text(100) }),
  async prepare(c, { words }) {
    if (words === 'forbidden') throw new Refusal('not_found', {}, { status: 409 })
    await sql`select pg_advisory_xact_lock(${lock})`.execute(c.db)
    return async () => {
      const { rows } = await database.pool.query<{ free: boolean }>(
        'select pg_try_advisory_xact_lock($1) as free',
        [lock],
      )
      worked.push({ transactionEnded: rows[0]?.free ?? false })
      return words.toUpperCase()
    }
  },
  run: async (_c, _input, prepared) => ({ prepared: prepared ?? null }),
})

beforeAll(async () => {
  const route = apiWrite({
    path: '/stones',
    endpoint: act,
    output: z.object({ prepared: z.string().nullable() }),
  })
  app = await testServer(testSystem(database, { identify: knowing(an, reader) }), [route])
})
afterAll(() => app.close())
beforeEach(() => {
  worked = []
})

const polish = (who: string, words: unknown) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/stones',
    headers: { 'x-visitor': who, 'sec-fetch-site': 'same-origin' },
    payload: { words } as object,
  })

test('the slow work of an act holds no transaction open, and the act gets what it made', async () => {
  const answer = await polish('an', 'granite')
  expect(answer.json()).toEqual({ prepared: 'GRANITE' })
  expect(worked).toEqual([{ transactionEnded: true }])
})

test('no work is done for what would be refused', async () => {
  expect((await polish('reader', 'granite')).statusCode).toBe(403)
  expect((await polish('nobody', 'granite')).statusCode).toBe(401)
  expect((await polish('an', 7)).statusCode).toBe(422)
  expect((await polish('an', 'forbidden')).json()).toMatchObject({ status: 409, code: 'not_found' })
  expect(worked).toEqual([])
})
