import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { seedTestAccounts } from '../../identity/testing/accounts.ts'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Actor } from '../../platform/context.ts'
import { parseInput } from '../../platform/http/parse.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { appraiseWork, openAppraisal } from '../appraisal/appraise-work.ts'
import { decideAdjustment } from '../carrying-out/adjust-work.ts'
import { checkCompletion, decideCompletion } from '../completion/complete-work.ts'
import { judgeEvidence } from '../evidence/judge-evidence.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { allScores, type Deed, type Place, Road, roadDays, steps } from '../testing/road.ts'
import { openActsOf } from '../work/work-actions.ts'

/**
 * An act that needs two people can be done for oneself or on behalf of someone with the right: the second act is
 * available exactly if neither person is involved in the first.
 */

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
/** The lending that the record names, by lender and stand-in: from everybody with a right to everybody who could be asked. */
const lent = new Map<string, string>()

const people = ['tu-ky', 'bi-thu-tu-ky', 'tuyen-giao', 'van-phong', 'thuong-vu', 'kiem-tra'] as const
type Person = (typeof people)[number]

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  const { organisation } = programme
  await seedTestAccounts(database, organisation)
  for (const lender of people)
    for (const deputy of people) {
      if (lender === deputy) continue
      const id = newId<'stand-in'>()
      lent.set(`${lender} ${deputy}`, id)
      await database.db
        .insertInto('stand_in')
        .values({
          id,
          lender_holding_id: organisation.holding[lender],
          person_id: organisation.person[deputy],
          from_on: '2022-01-01',
          last_on: '2022-12-31',
          document: 'Giấy ủy quyền',
          made_by: organisation.actorFor(lender).accountId,
          made_at: new Date(),
        })
        .execute()
    }
})

/** The holder themselves, or another in their stead. */
function acting(holder: Person, by: Person): Actor {
  const lender = programme.organisation.actorFor(holder)
  if (holder === by) return lender
  const { personId, personName, accountId, username } = programme.organisation.actorFor(by)
  const standInId = lent.get(`${holder} ${by}`) ?? ''
  // Where the deputy’s own unit is, is another rule’s: here the person alone is asked about.
  const standsFor = { standInId, personId: lender.personId, personName: lender.personName, ownUnitIds: [] }
  return { ...lender, personId, personName, accountId, username, standsFor }
}

interface Pair {
  /** Where the work stands before the first of the two. */
  readonly at: Place
  readonly first: (id: string) => Promise<Deed>
  readonly between?: (id: string) => Promise<Deed>
  readonly second: (id: string) => Promise<Deed>
  /** Has a part in another act of the road, which would be refused for that. */
  readonly except?: Person
  readonly action: string
  readonly code: string
}

const deed =
  (by: TestPersonName, on: string, endpoint: Deed['endpoint'], fields: object) =>
  async (id: string): Promise<Deed> => ({ by, on, endpoint, input: { ...(await road.on(id)), ...fields } })

const judged = { code: 'same_person_may_not_judge' } as const
const scored = { scores: allScores, outcome: 'approve' }

const pairs: Readonly<Record<string, Pair>> = {
  'hand in, open the appraisal': {
    at: 'draft',
    first: (id) => steps.submit(road, id),
    second: deed('tuyen-giao', roadDays.appraise, openAppraisal, {}),
    action: 'open_appraisal',
    code: 'submitter_may_not_appraise',
  },
  'hand in, appraise': {
    at: 'draft',
    first: (id) => steps.submit(road, id),
    between: (id) => steps.open(road, id),
    except: 'tuyen-giao',
    second: deed('tuyen-giao', roadDays.appraise, appraiseWork, scored),
    action: 'appraise',
    code: 'submitter_may_not_appraise',
  },
  'offer, judge proof': {
    at: 'reported',
    first: (id) => steps.offer(road, id),
    second: async (id) => ({
      by: 'thuong-vu',
      on: roadDays.report,
      endpoint: judgeEvidence,
      input: { ref: id, evidenceId: await road.evidence(id), outcome: 'accept' },
    }),
    action: 'judge_evidence',
    ...judged,
  },
  'report, check a result': {
    at: 'ready_to_complete',
    first: (id) => steps.complete(road, id),
    second: deed('thuong-vu', roadDays.complete, checkCompletion, { comment: 'Đã đối chiếu.' }),
    action: 'check_completion',
    ...judged,
  },
  'report, refuse a result': {
    at: 'ready_to_complete',
    first: (id) => steps.complete(road, id),
    second: deed('thuong-vu', roadDays.complete, decideCompletion, { outcome: 'refuse', reason: 'Chưa đủ.' }),
    action: 'decide_completion',
    ...judged,
  },
  'report, accept a result': {
    at: 'ready_to_complete',
    first: (id) => steps.complete(road, id),
    between: (id) => steps.check(road, id),
    except: 'van-phong',
    second: deed('thuong-vu', roadDays.complete, decideCompletion, { outcome: 'accept' }),
    action: 'decide_completion',
    ...judged,
  },
  'check, accept a result': {
    at: 'completion_reported',
    first: (id) => steps.check(road, id),
    second: deed('thuong-vu', roadDays.complete, decideCompletion, { outcome: 'accept' }),
    except: 'tu-ky',
    action: '',
    code: 'checker_may_not_accept',
  },
  'ask for, decide an adjustment': {
    at: 'in_progress',
    first: (id) => steps.ask(road, id),
    second: deed('thuong-vu', roadDays.pause, decideAdjustment, { outcome: 'refused', reason: 'Không.' }),
    action: 'decide_adjustment',
    ...judged,
  },
}

async function doAs(actor: Actor, { on, endpoint, input }: Deed): Promise<void> {
  await asActor(database, actor, on, (c) => endpoint.run(c, parseInput(endpoint.input, input) as never))
}

const anybodyBut = (except: Person | undefined) => fc.constantFrom(...people.filter((one) => one !== except))

test.each(Object.entries(pairs))(
  '%s: by two people, with any combination of stand-ins',
  async (_name, pair) => {
    const met = { open: 0, closed: 0 }
    await fc.assert(
      fc.asyncProperty(anybodyBut(pair.except), anybodyBut(pair.except), async (firstBy, secondBy) => {
        const id = await road.bring(pair.at)
        const first = await pair.first(id)
        const firstFor = first.by as Person
        // The file of a piece of proof is the actor’s own upload.
        const owned = 'uploadId' in (first.input as object) ? { uploadId: await road.upload(firstBy) } : {}
        await doAs(acting(firstFor, firstBy), { ...first, input: { ...(first.input as object), ...owned } })
        if (pair.between !== undefined) await road.do(await pair.between(id))
        const second = await pair.second(id)
        const secondFor = second.by as Person
        const different = ![secondFor, secondBy].some((one) => one === firstFor || one === firstBy)
        // What the page says beforehand is what becomes of it.
        const actor = acting(secondFor, secondBy)
        const offered = await asActor(database, actor, second.on, (c) => openActsOf(c, id))
        const shown = offered.find(({ name }) => name === pair.action)
        if (shown !== undefined) expect(shown.closed.some(({ code }) => code === pair.code)).toBe(!different)
        const outcome = await doAs(actor, second).then(
          () => 'done',
          (error: unknown) =>
            error instanceof Refusal ? error.reasons.map(({ code }) => code) : Promise.reject(error),
        )
        expect(outcome).toEqual(different ? 'done' : [pair.code])
        met[different ? 'open' : 'closed'] += 1
      }),
      {
        numRuns: runs(8, { long: 60 }),
        // One deputy of both, and two deputies: each comes, whatever is drawn.
        examples: [
          ['kiem-tra', 'kiem-tra'],
          ['kiem-tra', 'bi-thu-tu-ky'],
        ],
      },
    )
    expect(Math.min(met.open, met.closed)).toBeGreaterThan(0)
  },
)
