import { expect, test } from 'vitest'
import { type Cryptoki, ckr } from './cryptoki.ts'
import { TokenSessions } from './token-sessions.ts'

/** A token with so many sessions; it counts what is open. */
function tokenWith(sessions: number) {
  const state = { open: 0, most: 0, last: 0, gone: false }
  const cryptoki = {
    C_OpenSession: () => {
      if (state.gone) throw failure(ckr.deviceRemoved)
      if (state.open >= sessions) throw failure(ckr.sessionCount)
      state.open += 1
      state.most = Math.max(state.most, state.open)
      state.last += 1
      return Buffer.of(state.last)
    },
    C_CloseSession: () => {
      state.open -= 1
    },
  } as unknown as Cryptoki
  return { state, cryptoki }
}

const failure = (code: number) => Object.assign(new Error('CKR'), { name: 'Pkcs11Error', code })

async function useTimes(pool: TokenSessions, times: number, fail: boolean): Promise<void> {
  await Promise.all(
    Array.from({ length: times }, async () => {
      const session = await pool.take()
      await new Promise((resolve) => setImmediate(resolve))
      if (fail) pool.discard(session)
      else pool.giveBack(session)
    }),
  )
}

test('opens as many sessions as its bound and no more, however many ask', async () => {
  const { state, cryptoki } = tokenWith(100)
  await useTimes(new TokenSessions(cryptoki, Buffer.alloc(8), 4), 200, false)
  expect(state).toMatchObject({ most: 4, open: 4, last: 4 })
})

test('is content with what the token has', async () => {
  const { state, cryptoki } = tokenWith(2)
  await useTimes(new TokenSessions(cryptoki, Buffer.alloc(8), 8), 50, false)
  expect(state).toMatchObject({ most: 2, last: 2 })
})

test('goes on after failures, and always keeps one session with the login', async () => {
  const { state, cryptoki } = tokenWith(100)
  const pool = new TokenSessions(cryptoki, Buffer.alloc(8), 3)
  await useTimes(pool, 60, true)
  expect(state.open).toBe(1)
  await useTimes(pool, 10, false)
  expect(state.open).toBeLessThanOrEqual(3)
})

test('a token of one session goes on after failures', async () => {
  const { state, cryptoki } = tokenWith(1)
  await useTimes(new TokenSessions(cryptoki, Buffer.alloc(8), 4), 20, true)
  expect(state).toMatchObject({ most: 1, open: 1 })
})

test('whoever waits for a token that is gone is told', async () => {
  const { state, cryptoki } = tokenWith(100)
  const pool = new TokenSessions(cryptoki, Buffer.alloc(8), 1)
  const session = await pool.take()
  const waiting = Promise.allSettled([pool.take(), pool.take()])
  state.gone = true
  pool.discard(session)
  expect(await waiting).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
})

test('a session that comes back after the end is closed', async () => {
  const { state, cryptoki } = tokenWith(100)
  const pool = new TokenSessions(cryptoki, Buffer.alloc(8), 2)
  const [used, idle] = [await pool.take(), await pool.take()]
  const waiting = pool.take()
  pool.giveBack(idle)
  const third = await waiting
  const refused = expect(pool.take()).rejects.toThrow('over')
  pool.close(new Error('over'))
  await refused
  pool.giveBack(used)
  pool.discard(third)
  expect(state.open).toBe(0)
})
