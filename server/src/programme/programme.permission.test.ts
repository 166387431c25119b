import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '../identity/roles/roles.ts'
import type { TestUnitName } from '../organisation/testing/organisation.ts'
import type { Actor, Context, Grant } from '../platform/context.ts'
import { type Id, newId } from '../platform/id.ts'
import { asActor, testNow, useTestDatabase } from '../platform/testing/database.ts'
import { insertRows } from './import/import-rows.ts'
import { may, readableWorks, type WorkAct, type WorkRecord, workPolicy } from './policy.ts'
import { seedTestProgramme, type TestProgramme } from './testing/ground.ts'
import { getWork } from './work.ts'
import { mayForUnit, type ProgrammeAct, programmePolicy } from './year/programme-policy.ts'

const database = useTestDatabase()
const today = '2022-05-18'
let programme: TestProgramme

/**
 * The works that are acted upon, all of the chairman of An Minh or of their people's committee. Their managing body and
 * their assigner lie outside the ladder above them, so that each relation is met alone and none hides behind another.
 */
const works = {
  'a collective’s draft': { kind: 'collective', state: 'draft', assigned: false },
  'a collective’s draft, withdrawn': { kind: 'collective', state: 'withdrawn', assigned: false },
  'a collective’s submitted work': { kind: 'collective', state: 'submitted', assigned: false },
  'a collective’s assigned work': { kind: 'collective', state: 'assigned', assigned: true },
  'a person’s draft': { kind: 'individual', state: 'draft', assigned: false },
  'a person’s submitted work': { kind: 'individual', state: 'submitted', assigned: false },
  'a person’s assigned work': { kind: 'individual', state: 'assigned', assigned: true },
} as const
type WorkName = keyof typeof works
const workNames = Object.keys(works) as readonly WorkName[]

interface Reach {
  readonly over: TestUnitName
  readonly system: 'party' | 'state' | null
  readonly above?: boolean
  /** The very unit whose work it is. */
  readonly itself?: boolean
  readonly manages?: boolean
  readonly assigns?: boolean
}

/** Over what the right is given, and how that stands to the works. */
const rights = {
  'the owner’s own unit': { over: 'ubnd-an-minh', system: null, above: true, itself: true },
  'the commune’s party committee above': { over: 'xa-an-minh', system: null, above: true },
  'the state body above': { over: 'ubnd-tu-ky', system: 'state', above: true },
  'the province above': { over: 'tinh-uy', system: null, above: true },
  'a body above, in a ladder where it is not': { over: 'ubnd-tu-ky', system: 'party', above: false },
  'the managing body': { over: 'song-ha', system: null, manages: true },
  'the assigning body': { over: 'so-noi-vu', system: null, assigns: true },
  'a cell of the same commune': { over: 'chi-bo-thon-dong', system: null },
  'a body beside': { over: 'so-tttt', system: null },
} as const satisfies Record<string, Reach>
type RightName = keyof typeof rights
const rightNames = Object.keys(rights) as readonly RightName[]

/** Who acts, and how they stand to the owner. */
const actors = {
  'the registrant in their post': { inUnit: true, isHolder: true, isPerson: true },
  'somebody of the same unit': { inUnit: true, isHolder: false, isPerson: false },
  'the registrant in a post elsewhere': { inUnit: false, isHolder: false, isPerson: true },
  'somebody of a body above': { inUnit: false, isHolder: false, isPerson: false },
  'a stranger': { inUnit: false, isHolder: false, isPerson: false },
} as const
type ActorName = keyof typeof actors
const actorNames = Object.keys(actors) as readonly ActorName[]

function actorOf(name: ActorName, grants: readonly Grant[]): Actor {
  const { organisation } = programme
  const registrant = organisation.actorFor('chu-tich-an-minh', grants)
  switch (name) {
    case 'the registrant in their post':
      return registrant
    case 'somebody of the same unit':
      return {
        ...organisation.actorFor('van-thu-an-minh', grants),
        unitId: registrant.unitId,
        rootId: registrant.rootId,
      }
    case 'the registrant in a post elsewhere':
      return { ...organisation.actorFor('chi-bo-cho', grants), personId: registrant.personId }
    case 'somebody of a body above':
      return organisation.actorFor('thuong-vu-tu-ky', grants)
    case 'a stranger':
      return organisation.actorFor('chi-bo-cho', grants)
  }
}

const grantOf = (role: Role, right: RightName): Grant => {
  const { over, system } = rights[right]
  return { role, unitId: programme.organisation.unit[over], system }
}

/** What is true of an actor, the reach of their right and a work: all that the table below may look at. */
interface Facts {
  /** Their own: of a person, the post in which they act; of a collective, their unit. */
  readonly own: boolean
  /** Of their unit, or of themselves in whatever post. */
  readonly ownUnit: boolean
  readonly individual: boolean
  readonly above: boolean
  /** The right is over the very collective whose work it is. */
  readonly itself: boolean
  readonly manages: boolean
  readonly assigns: boolean
  readonly handedIn: boolean
}

function factsOf(work: WorkName, actor: ActorName, right: RightName): Facts {
  const { kind, state, assigned } = works[work]
  const { inUnit, isHolder, isPerson } = actors[actor]
  const reach: Reach = rights[right]
  return {
    own: kind === 'individual' ? isHolder : inUnit,
    ownUnit: inUnit || (kind === 'individual' && isPerson),
    individual: kind === 'individual',
    above: reach.above === true,
    itself: kind === 'collective' && reach.itself === true,
    manages: kind === 'individual' && reach.manages === true,
    assigns: assigned && reach.assigns === true,
    handedIn: !keptBack(state),
  }
}

type Test = (facts: Facts) => boolean

const own: Test = (is) => is.own
const ofOwnUnit: Test = (is) => is.ownUnit
/** Never submitted: what was withdrawn here had been a draft all the while. */
const keptBack = (state: string) => state === 'draft' || state === 'withdrawn'

/** In their scope: the subtree, what their body manages, what it assigned; a draft is nobody's to see from above. */
const inScope: Test = (is) => is.handedIn && (is.above || is.manages || is.assigns)
/** Which body is competent on the day is asked of each decision by name; here only whether it is in reach. */
const inReach: Test = (is) => is.above || is.manages
/**
 * A collective answers to what stands above it (design 8.5), and is not appraised by its own staff; a person to the body
 * that manages their post, and to no other though it stands above their unit. A draft is nobody's to appraise.
 */
const fromAbove: Test = (is) => is.handedIn && (is.individual ? is.manages : is.above && !is.itself)
const assigning: Test = (is) => is.assigns
const assigningOthers: Test = (is) => is.assigns && !is.ownUnit

/** Who may do what, written from the table of roles in the specification of the programme (section 4): what is not here is nobody's. */
const table: Readonly<Record<Role, Readonly<Partial<Record<WorkAct, Test>>>>> = {
  registrant: {
    read: own,
    readEvidence: own,
    discuss: own,
    register: own,
    edit: own,
    submit: own,
    withdraw: own,
    report: own,
    offerEvidence: own,
    reportCompletion: own,
    askAdjustment: own,
  },
  // Types for the registrant; cannot submit for a person, nor for anybody.
  'unit-clerk': {
    read: ofOwnUnit,
    readEvidence: ofOwnUnit,
    discuss: ofOwnUnit,
    register: ofOwnUnit,
    edit: ofOwnUnit,
    offerEvidence: ofOwnUnit,
  },
  // Not on their own work nor on one of their unit.
  appraiser: {
    read: inScope,
    readEvidence: inScope,
    discuss: inScope,
    appraise: (is) => fromAbove(is) && !is.ownUnit,
  },
  decider: {
    read: inScope,
    readEvidence: inScope,
    discuss: inScope,
    decide: inReach,
    judgeEvidence: assigningOthers,
    decideCompletion: assigningOthers,
    decideAdjustment: assigningOthers,
    suspend: assigning,
    remind: assigning,
  },
  monitor: {
    read: inScope,
    readEvidence: inScope,
    discuss: inScope,
    judgeEvidence: assigningOthers,
    checkCompletion: assigningOthers,
    remind: assigning,
  },
  // Reads all in scope, nothing else.
  inspector: { read: inScope, readEvidence: inScope },
  evaluator: {},
  'evaluation-decider': {},
  // Sees the register whose year it keeps, and no proof.
  'programme-admin': { read: inScope },
  'system-admin': { read: inScope },
  'directory-admin': {},
  'secrecy-officer': {},
}

const acts = Object.keys(workPolicy) as readonly WorkAct[]
const expected = (act: WorkAct, role: Role, facts: Facts) => table[role][act]?.(facts) ?? false

const ids: Partial<Record<WorkName, Id<'work'>>> = {}
const records: Partial<Record<WorkName, WorkRecord>> = {}

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  const { unit, holding, post } = programme.organisation
  await database.db.transaction().execute(async (db) => {
    await insertRows(
      db,
      'work',
      workNames.map((name, index) => {
        const { kind, state, assigned } = works[name]
        const id = newId<'work'>()
        ids[name] = id
        return {
          id,
          programme_id: programme.programmeId,
          code: keptBack(state) ? undefined : `2022-ubnd-an-minh-00${index + 1}`,
          title: name,
          owner_kind: kind,
          owner_unit_id: unit['ubnd-an-minh'],
          custodian_unit_id: unit['ubnd-an-minh'],
          tier: 'grassroots',
          state,
          state_since: '2022-03-01',
          recorded_at: testNow,
          ...(kind === 'individual'
            ? {
                owner_holding_id: holding['chu-tich-an-minh'],
                owner_post_id: post['chu-tich-an-minh'],
                managing_unit_id: unit['btv-song-ha'],
                managing_root_id: unit['song-ha'],
              }
            : {}),
          ...(assigned
            ? {
                assigner_unit_id: unit['so-noi-vu'],
                assigner_root_id: unit['so-noi-vu'],
                assigned_on: '2022-03-01',
              }
            : {}),
        }
      }),
    )
  })
  await programme.as('van-phong', today, async (c) => {
    for (const name of workNames) records[name] = (await getWork(c, ids[name] ?? '')).record
  })
})

const context = (actor: Actor): Pick<Context, 'actor' | 'today'> => ({
  actor,
  today: today as Context['today'],
})
const recordOf = (name: WorkName): WorkRecord => {
  const record = records[name]
  if (record === undefined) throw new Error(`${name} is not loaded`)
  return record
}

/** All actors, with all reaches of a role. */
const standings = actorNames.flatMap((actor) => rightNames.map((right) => ({ actor, right })))

describe('who may do what with a work', () => {
  test.each(acts)('%s: every role, relation and kind of work as the specification says', (act) => {
    const wrong: string[] = []
    for (const role of roles)
      for (const { actor, right } of standings)
        for (const work of workNames) {
          const should = expected(act, role, factsOf(work, actor, right))
          const does = may(context(actorOf(actor, [grantOf(role, right)])), act, recordOf(work))
          if (should !== does) wrong.push(`${role} over ${right}, ${actor}, ${work}: ${does}`)
        }
    expect(wrong).toEqual([])
  })

  test.each(acts)('%s is open to somebody and closed to somebody', (act) => {
    const answers = roles.flatMap((role) =>
      standings.flatMap(({ actor, right }) =>
        workNames.map((work) => may(context(actorOf(actor, [grantOf(role, right)])), act, recordOf(work))),
      ),
    )
    expect(new Set(answers)).toEqual(new Set([true, false]))
  })

  test('without any right nobody may do anything, not even with their own', () => {
    for (const act of acts)
      for (const actor of actorNames)
        for (const work of workNames)
          expect(may(context(actorOf(actor, [])), act, recordOf(work))).toBe(false)
  })

  test('two rights open what each opens alone, and the reach of the one never serves the other', () => {
    const wrong: string[] = []
    const pairs = roles.flatMap((role) => rightNames.map((right) => ({ role, right })))
    for (const actor of ['somebody of a body above', 'somebody of the same unit'] as const)
      for (const one of pairs)
        for (const other of pairs) {
          const c = context(actorOf(actor, [grantOf(one.role, one.right), grantOf(other.role, other.right)]))
          for (const work of ['a person’s assigned work', 'a collective’s submitted work'] as const)
            for (const act of acts) {
              const should = [one, other].some(({ role, right }) =>
                expected(act, role, factsOf(work, actor, right)),
              )
              if (should !== may(c, act, recordOf(work)))
                wrong.push(`${act}: ${one.role} over ${one.right} with ${other.role} over ${other.right}`)
            }
        }
    expect(wrong).toEqual([])
  })
})

describe('the list of works', () => {
  test.each(roles)(
    'holds for %s exactly the works of each act that they may do, in SQL as for one',
    async (role) => {
      const wrong: string[] = []
      for (const { actor, right } of standings) {
        const listed = await asActor(database, actorOf(actor, [grantOf(role, right)]), today, (c) =>
          c.db
            .selectFrom('work')
            .select('title')
            .select(acts.map((act) => sql<boolean>`coalesce(${readableWorks(c, act)}, false)`.as(act)))
            .execute(),
        )
        expect(listed).toHaveLength(workNames.length)
        for (const row of listed)
          for (const act of acts) {
            const should = expected(act, role, factsOf(row.title as WorkName, actor, right))
            const does = (row as unknown as Readonly<Record<WorkAct, boolean>>)[act]
            if (should !== does) wrong.push(`${act} over ${right}, ${actor}, ${row.title}: ${does}`)
          }
      }
      expect(wrong).toEqual([])
    },
  )
})

describe('who may set what a programme needs', () => {
  /** Where the right lies, seen from the Huyện ủy Tứ Kỳ, for which something is set. */
  const reaches: Readonly<Record<string, readonly [TestUnitName, string | null, boolean]>> = {
    'the body itself': ['tu-ky', null, true],
    'the body above it': ['tinh-uy', null, true],
    'the body above it, in its ladder': ['tinh-uy', 'party', true],
    'the body above it, in another ladder': ['tinh-uy', 'state', false],
    'a body below it': ['xa-an-minh', null, false],
    'its standing committee': ['btv-tu-ky', null, false],
    'a body beside it': ['song-ha', null, false],
  }
  const settings = Object.keys(programmePolicy) as readonly ProgrammeAct[]

  test.each(Object.keys(reaches))(
    'over %s: the programme’s administrator above, and nobody else',
    async (name) => {
      const [over, system, above] = reaches[name] ?? ['tu-ky', null, false]
      const { organisation } = programme
      for (const role of roles) {
        const actor = organisation.actorFor('chi-bo-cho', [{ role, unitId: organisation.unit[over], system }])
        const answers = await asActor(database, actor, today, async (c) => {
          const found: Record<string, boolean> = {}
          for (const act of settings) found[act] = await mayForUnit(c, act, organisation.unit['tu-ky'])
          return found
        })
        const should = role === 'programme-admin' && above
        expect([role, answers]).toEqual([role, Object.fromEntries(settings.map((act) => [act, should]))])
      }
    },
  )
})
