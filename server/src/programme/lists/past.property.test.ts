import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { programmeSummary } from '../figures/figures.ts'
import { allWorks } from '../filter/filter.ts'
import { registerWork } from '../registration/save-draft.ts'
import { registrationInput, seedTestProgramme, testYear } from '../testing/ground.ts'
import { Road, roadDays, steps, unlikeTitle } from '../testing/road.ts'
import { listWorks } from './list-works.ts'

/** What was seen on a day is what is seen of that day for ever after, whatever was done since. */

const database = useTestDatabase()
const people: readonly TestPersonName[] = ['tu-ky', 'thuong-vu', 'van-phong', 'tuyen-giao', 'so-noi-vu']
/** The road of a work in the order of its days; a work goes some way along it. */
const road = ['submit', 'open', 'appraise', 'approve', 'assign', 'start', 'report'] as const
const dayOf = {
  submit: roadDays.submit,
  open: roadDays.appraise,
  appraise: roadDays.appraise,
  approve: roadDays.decide,
  assign: roadDays.decide,
  start: roadDays.start,
  report: roadDays.report,
} as const

test('the past does not change: not the list, not the figures, for nobody', async () => {
  const programme = await seedTestProgramme(database)
  const walker = new Road(programme)

  /** Each one’s list and figures of a day, as they are asked for on another. */
  const seen = async (of: string, asked: string) => {
    const filter = allWorks(testYear, plainDate(of))
    const answers = people.map(async (name) => {
      const { rows, total } = await programme.as(name, asked, (c) => listWorks(c, { filter, limit: 200 }))
      const { tally } = await programme.as(name, asked, (c) => programmeSummary(c, filter))
      const listed = rows.map(({ code, state, dueOn }) => [code, state, dueOn])
      return [name, { total, tally, states: listed.map(([, ...rest]) => String(rest)).sort() }]
    })
    return Object.fromEntries(await Promise.all(answers))
  }

  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(road.length), { minLength: 2, maxLength: 4 }), async (lengths) => {
      const works: { id: string; length: number }[] = []
      for (const length of lengths) {
        const input = registrationInput(programme, { title: unlikeTitle() })
        const { id } = await walker.do({ by: 'tu-ky', on: roadDays.register, endpoint: registerWork, input })
        works.push({ id, length })
      }
      const before = new Map([
        [roadDays.register as string, await seen(roadDays.register, roadDays.register)],
      ])
      for (const day of new Set(Object.values(dayOf))) {
        for (const [at, name] of road.entries())
          if (dayOf[name] === day)
            for (const { id, length } of works)
              if (at < length) await walker.do(await steps[name](walker, id))
        before.set(day, await seen(day, day))
      }
      for (const [day, answer] of before)
        expect([day, await seen(day, roadDays.complete)]).toEqual([day, answer])
    }),
    // A draft that was handed in later comes in any case.
    { numRuns: 6, examples: [[[0, 1, road.length]]] },
  )
})
