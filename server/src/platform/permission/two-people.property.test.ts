import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../testing/database.ts'
import { byDifferentPeople, byOthersThan, type Doer, doerOf } from './two-people.ts'

const database = useTestDatabase()
const person = fc.integer({ min: 1, max: 4 }).map((n) => `00000000-0000-7000-8000-00000000000${n}`)
const recorded = fc.record<Doer>({
  personId: fc.option(person),
  forPersonId: fc.option(person),
})
const acting = fc.record({ personId: person, lender: fc.option(person) }).map(({ personId, lender }) => ({
  personId,
  ...(lender !== null && {
    standsFor: { standInId: 'uy-quyen', personId: lender, personName: 'Y', ownUnitIds: [] },
  }),
}))

test('two acts are by different people only where nobody has a part in both, and a list says the same', async () => {
  await fc.assert(
    fc.asyncProperty(acting, recorded, async (actor, first) => {
      const second = doerOf(actor)
      const both = [second.personId, second.forPersonId].filter(
        (id) => id === first.personId || id === first.forPersonId,
      )
      expect(byDifferentPeople(first, second)).toBe(both.length === 0)
      expect(byDifferentPeople(second, first)).toBe(byDifferentPeople(first, second))
      const { rows } = await sql<{ others: boolean }>`select ${byOthersThan(actor, {
        person: 'act.person_id',
        forPerson: 'act.for_person_id',
      })} as others from (select ${first.personId}::uuid as person_id, ${first.forPersonId}::uuid as for_person_id) act`.execute(
        database.db,
      )
      expect(rows[0]?.others).toBe(byDifferentPeople(first, second))
    }),
    { numRuns: 100 },
  )
})
