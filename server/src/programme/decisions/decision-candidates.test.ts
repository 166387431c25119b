import { expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestProgramme } from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { decisionCandidates } from './decision-candidates.ts'

const database = useTestDatabase()

test('works that wait for a decision are found by the words as they are typed, accents aside', async () => {
  const programme = await seedTestProgramme(database)
  const road = new Road(programme)
  const title = 'Giảm 30% thời gian giải quyết thủ tục'
  const id = await road.bring('approved', { title })
  const { title: other } = await road.work(await road.bring('approved'))
  const found = (words: string) =>
    programme.as('thuong-vu', roadDays.decide, async (c) => {
      const issuer = { rootId: programme.organisation.unit['tinh-uy'] }
      const any = { ownerKind: null, tier: null, themeOrd: null, refs: [] }
      const { rows } = await decisionCandidates(c, { year: 2022, issuer, words, ...any })
      return rows.map((row) => row.title)
    })
  expect(await found('')).toEqual(expect.arrayContaining([title, other]))
  expect(await found('giam 30%')).toEqual([title])
  // A wildcard of the database's is an ordinary letter here.
  expect(await found('%')).toEqual([title])
  expect(await found('giam_30')).toEqual([])
  const { code } = await road.work(id)
  expect(await found(String(code))).toEqual([title])
})
