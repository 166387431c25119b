import { expect, test } from 'vitest'
import type { Username } from '../../demonstration/accounts.ts'
import { demonstrationAccounts, demonstrationToday } from '../../demonstration/index.ts'
import { asAccount, useDemonstration } from '../../demonstration/testing.ts'
import { allWorks } from '../filter/filter.ts'
import { programmeSummary } from './figures.ts'

const database = useDemonstration()

const summaryFor = (username: Username) =>
  asAccount(database, username, (c) => programmeSummary(c, allWorks(2022, demonstrationToday)))

test('a page says that it shows a part exactly where others see more', async () => {
  const seen = await Promise.all(
    demonstrationAccounts.map(async ({ username }) => {
      const { part, tally } = await summaryFor(username as Username)
      return { username, part, registered: tally.registered.count }
    }),
  )
  const all = Math.max(...seen.map(({ registered }) => registered))
  expect(seen.filter(({ part, registered }) => (part === null) !== (registered === all))).toEqual([])
  expect(seen.find(({ username }) => username === 'tu-ky')?.part).toEqual(['Huyện ủy Tứ Kỳ'])
})
