import { expect, test } from 'vitest'
import { AnswerCache } from './answer-cache.ts'

const at = (seconds: number) => new Date(seconds * 1000)
const fetched = (value: string, until: number | null, sizeBytes = 10) => ({
  value,
  sizeBytes,
  until: until === null ? null : at(until),
})

test('gives what it has until its time is over', async () => {
  const cache = new AnswerCache()
  const ask = (now: number, value: string) => cache.get('a', at(now), async () => fetched(value, 10))
  expect(await ask(0, 'một')).toBe('một')
  expect(await ask(9, 'hai')).toBe('một')
  expect(await ask(10, 'ba')).toBe('ba')
})

test('keeps neither what is good for nobody after, nor what failed', async () => {
  const cache = new AnswerCache()
  expect(await cache.get('a', at(0), async () => fetched('một', null))).toBe('một')
  await expect(cache.get('a', at(0), () => Promise.reject(new Error('hỏng')))).rejects.toThrow('hỏng')
  expect(await cache.get('a', at(0), async () => fetched('hai', 10))).toBe('hai')
  expect(cache.sizeBytes).toBe(10)
})

test('stays within its bounds in number and in bytes, the oldest first', async () => {
  const cache = new AnswerCache({ most: 3, mostBytes: 100 })
  const put = (key: string, sizeBytes: number) =>
    cache.get(key, at(0), async () => fetched(key, 10, sizeBytes))
  for (const key of ['a', 'b', 'c', 'd']) await put(key, 10)
  expect(cache.sizeBytes).toBe(30)
  expect(await cache.get('d', at(1), async () => fetched('mới', 10))).toBe('d')
  expect(await cache.get('a', at(1), async () => fetched('mới', 10))).toBe('mới')
  await put('lớn', 90)
  expect(cache.sizeBytes).toBeLessThanOrEqual(100)
  await put('quá lớn', 101)
  expect(cache.sizeBytes).toBeLessThanOrEqual(100)
})
