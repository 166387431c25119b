import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { Refusal } from '../refusal.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { text } from './fields.ts'
import { apiWrite, endpoint, formRoute, page } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const [an, binh, reader] = [visitor('an'), visitor('binh'), visitor('reader', ['read'])]
let app: FastifyInstance
let refuse = false

/** An act that leaves a trace each time it is really done. */
const act = endpoint({
  name: 'note.write',
  input: z.strictObject({ words: text(100) }),
  async run(c, { words }) {
    await audit(c, 'note.written', { kind: 'note', id: words })
    if (refuse) throw new Refusal('not_found', {}, { status: 409 })
    return { words, by: c.actor.username }
  },
})

const secret = endpoint({
  name: 'secret.make',
  input: z.strictObject({ password: text(100) }),
  secret: true,
  async run(c, { password }) {
    await audit(c, 'note.written', { kind: 'note', id: 'secret' })
    return { token: `made of ${password}` }
  },
})

beforeAll(async () => {
  const system = testSystem(database, { identify: knowing(an, binh, reader) })
  app = await testServer(system, [
    apiWrite({
      path: '/notes',
      endpoint: act,
      output: z.object({ words: z.string(), by: z.string() }),
      status: 201,
    }),
    apiWrite({ path: '/others', endpoint: { ...act, name: 'note.other' }, output: z.unknown() }),
    apiWrite({ path: '/secrets', endpoint: secret, output: z.unknown() }),
    formRoute({
      path: '/ghi-chu',
      endpoint: act,
      show: async (_c, state) => page('Ghi chú', h('p', null, `key=${state.idempotencyKey}`)),
      done: ({ words }) => `/xong/${encodeURIComponent(words)}`,
      told: 'http.401',
    }),
  ])
})
afterAll(() => app.close())
beforeEach(() => {
  refuse = false
})

const send = (
  words: string,
  key: string | null,
  { as = 'an', path = '/api/v1/notes', body = { words } as object } = {},
) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: {
      'x-visitor': as,
      'sec-fetch-site': 'same-origin',
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    payload: body,
  })

const timesDone = async (words: string) =>
  (
    await database.db
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'note.written')
      .where('object_id', '=', words)
      .execute()
  ).length

describe('an act under a key', () => {
  test('sent twice is done once and answered twice', async () => {
    const first = await send('hai lần', 'khoa-hai-lan')
    const second = await send('hai lần', 'khoa-hai-lan')
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect(first.headers['idempotent-replayed']).toBeUndefined()
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(await timesDone('hai lần')).toBe(1)
  })

  test('sent eight times at the same moment is done once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('cùng lúc', 'khoa-cung-luc')))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(8).fill(201))
    expect(answers.filter((answer) => answer.headers['idempotent-replayed'] === undefined)).toHaveLength(1)
    expect(await timesDone('cùng lúc')).toBe(1)
  })

  test('that was refused may be sent again under the same key', async () => {
    refuse = true
    expect((await send('sau', 'khoa-bi-tu-choi')).statusCode).toBe(409)
    refuse = false
    expect((await send('sau', 'khoa-bi-tu-choi')).statusCode).toBe(201)
    expect(await timesDone('sau')).toBe(1)
  })

  test('with other words is refused, and so is another act', async () => {
    await send('một', 'khoa-dung-lai')
    for (const answer of [
      await send('hai', 'khoa-dung-lai'),
      await send('một', 'khoa-dung-lai', { path: '/api/v1/others' }),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency_key_reused'])
    expect([await timesDone('một'), await timesDone('hai')]).toEqual([1, 0])
  })

  test('of another person is another act', async () => {
    await send('chung khoá', 'khoa-chung')
    const other = await send('chung khoá', 'khoa-chung', { as: 'binh' })
    expect(other.json().by).toBe('binh')
    expect(await timesDone('chung khoá')).toBe(2)
  })

  test.each(['k', '7-signs', 'a b c d e f', 'x'.repeat(201)])('%j is no key', async (key) => {
    const answer = await send('khoá sai', key)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency_key_invalid'])
    expect(await timesDone('khoá sai')).toBe(0)
  })

  test('without a key is done each time', async () => {
    await send('không khoá', null)
    await send('không khoá', null)
    expect(await timesDone('không khoá')).toBe(2)
  })

  test('with a secret result is done once, a repetition is recognised, and the result is not stored', async () => {
    const body = { password: 'mật khẩu' }
    const sendSecret = () => send('', 'khoa-bi-mat', { path: '/api/v1/secrets', body })
    expect((await sendSecret()).json()).toEqual({ token: 'made of mật khẩu' })
    const again = await sendSecret()
    expect([again.statusCode, again.json().code]).toEqual([409, 'done_before'])
    expect(await timesDone('secret')).toBe(1)
    const row = await database.db
      .selectFrom('idempotency_key')
      .select(['input_sha256', 'result'])
      .where('key', '=', 'khoa-bi-mat')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ input_sha256: 'secret', result: null })
  })
})

describe('a form', () => {
  const post = (fields: Record<string, string>, as = 'an') =>
    app.inject({
      method: 'POST',
      url: '/ghi-chu',
      headers: {
        'x-visitor': as,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    })

  test('pressed twice at the same moment is one act, and both browsers see the same page', async () => {
    const fields = { words: 'bấm hai lần', idempotencyKey: 'khoa-bieu-mau' }
    const answers = await Promise.all([post(fields), post(fields)])
    expect(answers.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
      Array(2).fill([303, `/xong/${encodeURIComponent('bấm hai lần')}`]),
    )
    expect(await timesDone('bấm hai lần')).toBe(1)
  })

  test('that comes back with its errors keeps its key, so that the right one is still one act', async () => {
    const wrong = await post({ words: '', idempotencyKey: 'khoa-sua-lai' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('key=khoa-sua-lai')
    await post({ words: 'sửa rồi', idempotencyKey: 'khoa-sua-lai' })
    await post({ words: 'sửa rồi', idempotencyKey: 'khoa-sua-lai' })
    expect(await timesDone('sửa rồi')).toBe(1)
  })

  test('gets a fresh key each time it is opened', async () => {
    const open = async () =>
      /key=(\S+)</.exec((await app.inject({ url: '/ghi-chu', headers: { 'x-visitor': 'an' } })).body)?.[1]
    const [one, two] = [await open(), await open()]
    expect(one).toMatch(/^[0-9a-f-]{36}$/)
    expect(one).not.toBe(two)
  })
})

describe('the record of what was not done', () => {
  const last = () =>
    database.db
      .selectFrom('audit_entry')
      .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
      .select(['action', 'outcome', 'account_id', 'payload'])
      .orderBy('audit_entry.id', 'desc')
      .executeTakeFirstOrThrow()

  test('names the act, the person and the reason, in a transaction of its own', async () => {
    refuse = true
    await send('bị từ chối', null)
    expect(await last()).toMatchObject({
      action: 'note.write',
      outcome: 'refused',
      account_id: an.accountId,
      payload: expect.stringContaining('not_found'),
    })
    expect(await timesDone('bị từ chối')).toBe(0)
  })

  test('holds who lacked a right, and not who mistyped', async () => {
    expect((await send('thiếu quyền', null, { as: 'reader' })).json().code).toBe('scope_missing')
    expect(await last()).toMatchObject({ outcome: 'refused', account_id: reader.accountId })
    const before = await last()
    expect((await send('', null)).statusCode).toBe(422)
    expect((await send('x', null, { as: 'nobody' })).statusCode).toBe(401)
    expect(await last()).toEqual(before)
  })
})
