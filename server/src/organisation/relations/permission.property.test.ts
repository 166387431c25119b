import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, any, byRole, evaluate, is, not, type Rule } from '../../platform/permission/rule.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { actorOf, anyHouse, houseColumns, insertHouse, shownBy } from '../testing/house.ts'
import { leavingNothing } from '../testing/random.ts'
import { loadPlacements } from './placement.ts'
import {
  assigner,
  belowGrant,
  inSubtree,
  managesPost,
  ofStandIn,
  own,
  ownUnit,
  type PlacedColumns,
  type PlacedRecord,
  wholeInstallation,
} from './relations.ts'

type AnyRule = Rule<PlacedRecord, PlacedColumns>

const database = useTestDatabase()
const roles = ['decider', 'appraiser', 'monitor'] as const
const anyRoles = fc.subarray([...roles], { minLength: 1 })

const relations = [
  own,
  ownUnit,
  ofStandIn,
  inSubtree(),
  inSubtree('party'),
  inSubtree('state'),
  belowGrant,
  wholeInstallation,
  managesPost,
  assigner,
]

const { rule: anyRule } = fc.letrec<{ rule: AnyRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...relations).map((relation): AnyRule => is(relation)),
    fc.array(tie('rule'), { maxLength: 3 }).map((rules): AnyRule => all(...rules)),
    fc.array(tie('rule'), { maxLength: 3 }).map((rules): AnyRule => any(...rules)),
    tie('rule').map((inner): AnyRule => not(inner)),
    fc.tuple(anyRoles, tie('rule')).map(([some, inner]): AnyRule => byRole(some, inner)),
  ),
}))

const anyHouseWithRules = anyHouse(roles).chain((house) =>
  fc.record({ house: fc.constant(house), rules: fc.array(anyRule, { minLength: 6, maxLength: 6 }) }),
)

test('a list shows exactly the records that the rule, asked for each, allows', async () => {
  await fc.assert(
    fc.asyncProperty(anyHouseWithRules, ({ house, rules }) =>
      leavingNothing(database, async (db) => {
        await insertHouse(db, house)
        const actor = actorOf(house)
        const subject = { actor, today: house.today, grants: actor.grants }
        const placed = await loadPlacements({ db, today: house.today }, house.records)
        for (const rule of [...relations.map((relation): AnyRule => is(relation)), ...rules]) {
          const allowed = placed.flatMap((record, ord) => (evaluate(rule, subject, record) ? [ord] : []))
          expect(await shownBy(db, rule, subject, houseColumns)).toEqual(allowed)
        }
      }),
    ),
    { numRuns: runs(40, { long: 150 }) },
  )
})

test('a rule and its opposite part the records in two', async () => {
  await fc.assert(
    fc.asyncProperty(anyHouseWithRules, ({ house, rules }) =>
      leavingNothing(database, async (db) => {
        await insertHouse(db, house)
        const actor = actorOf(house)
        const subject = { actor, today: house.today, grants: actor.grants }
        for (const rule of rules) {
          const both = [
            ...(await shownBy(db, rule, subject, houseColumns)),
            ...(await shownBy(db, not(rule), subject, houseColumns)),
          ]
          expect(both.toSorted((a, b) => a - b)).toEqual(house.records.map((_, ord) => ord))
        }
      }),
    ),
    { numRuns: runs(15, { long: 40 }) },
  )
})
