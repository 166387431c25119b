import { describe, expect, test } from 'vitest'
import type { Username } from '../../demonstration/accounts.ts'
import { demonstrationAccounts, demonstrationToday } from '../../demonstration/index.ts'
import { asAccount, useDemonstration } from '../../demonstration/testing.ts'
import type { Context } from '../../platform/context.ts'
import { allWorks } from '../filter/filter.ts'
import { listWorks } from '../lists/list-works.ts'
import { deskQueue, deskQueues } from './desk-queue.ts'

const database = useDemonstration()
const accounts = demonstrationAccounts.map(({ username }) => username as Username)
const as = <T>(name: Username, act: (c: Context) => Promise<T>) =>
  asAccount(database, name, act, demonstrationToday)

/** A queue as someone goes through it who only ever presses "next". */
async function walk(c: Context, queue: (typeof deskQueues)[number]) {
  const first = await deskQueue(c, queue, null)
  const keys: string[] = []
  const refs = new Set(first.apart.map(({ ref }) => ref))
  let at = first.items[0] ?? null
  while (at !== null && keys.length <= first.total) {
    const page = await deskQueue(c, queue, at.key)
    expect(page.place).toBe(keys.length + 1)
    expect(page.previous?.key ?? null).toBe(keys.at(-1) ?? null)
    keys.push(at.key)
    refs.add(at.ref)
    at = page.next
  }
  return { total: first.total, keys, refs }
}

describe.each(deskQueues)('the queue %s', (queue) => {
  test.each(accounts)('of %s leads through everything that waits, once, in order', async (name) => {
    await as(name, async (c) => {
      const { total, keys, refs } = await walk(c, queue)
      expect(keys).toHaveLength(total)
      expect(new Set(keys).size).toBe(total)
      const waiting = await listWorks(c, {
        filter: { ...allWorks(2022, c.today), waiting: queue },
        sort: 'code',
        limit: 200,
      })
      expect([...refs].sort()).toEqual(waiting.rows.map(({ code, id }) => code ?? id).sort())
    })
  })
})

test('what was judged is no longer in the queue, and the next is the first of those that remain', async () => {
  await as('van-phong', async (c) => {
    const { items, total } = await deskQueue(c, 'judge_evidence', null)
    expect(total).toBeGreaterThan(2)
    const stranger = '00000000-0000-7000-8000-000000000000'
    const page = await deskQueue(c, 'judge_evidence', stranger)
    expect(page).toMatchObject({ place: null, total, previous: null })
    expect(page.next?.key).toBe(items[0]?.key)
  })
})
