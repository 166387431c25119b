import { expect, test } from 'vitest'
import { oneAtATime } from './attempts.ts'

test('attempts under one name are judged in turn, and a crowd under it is sent away', async () => {
  const judged: number[] = []
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const attempts = Array.from({ length: 60 }, (_, index) =>
    oneAtATime('van-phong', async () => {
      await opened
      judged.push(index)
    }),
  )
  const another = oneAtATime('thuong-vu', async () => 'judged')
  expect(await another).toBe('judged')
  open()
  const outcomes = await Promise.allSettled(attempts)
  const turnedAway = outcomes.filter((one) => one.status === 'rejected')
  expect(turnedAway).toHaveLength(10)
  expect(turnedAway[0]).toMatchObject({ reason: { code: 'too_many_requests', status: 429 } })
  expect(judged).toEqual(Array.from({ length: 50 }, (_, index) => index))
  expect(await oneAtATime('van-phong', async () => 'judged again')).toBe('judged again')
})

test('an attempt that fails does not keep the next from its turn', async () => {
  const broken = oneAtATime('an', () => Promise.reject(new Error('no database')))
  const next = oneAtATime('an', async () => 'judged')
  await expect(broken).rejects.toThrow('no database')
  expect(await next).toBe('judged')
})
