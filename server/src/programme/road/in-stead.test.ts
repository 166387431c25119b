import { beforeAll, expect, test } from 'vitest'
import { seedTestAccounts } from '../../identity/testing/accounts.ts'
import { listComments } from '../../office/talk/comments.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { parseInput } from '../../platform/http/parse.ts'
import { newId } from '../../platform/id.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { offerEvidence } from '../evidence/offer-evidence.ts'
import { workSubjects, workTalk } from '../for-others/work-subjects.ts'
import { submitWork } from '../registration/submit-work.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { Road, roadDays, steps } from '../testing/road.ts'
import { knownHistory } from '../work/known-history.ts'
import { evidenceOf } from '../work/work-evidence.ts'
import { reportsOf } from '../work/work-record.ts'

const database = useTestDatabase()
const asOf = plainDate(roadDays.complete)
let programme: TestProgramme
let road: Road
let standIn: Actor
/** “X thay Y”, as the catalogue of a test says it. */
let inStead: string

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  const { organisation } = programme
  await seedTestAccounts(database, organisation)
  const [lender, deputy] = [organisation.actorFor('tu-ky'), organisation.actorFor('van-thu-an-minh')]
  const standInId = newId<'stand-in'>()
  await database.db
    .insertInto('stand_in')
    .values({
      id: standInId,
      lender_holding_id: organisation.holding['tu-ky'],
      person_id: deputy.personId,
      from_on: '2022-01-01',
      last_on: '2022-12-31',
      document: 'Giấy ủy quyền',
      made_by: lender.accountId,
      made_at: new Date(),
    })
    .execute()
  const { personId, personName, accountId, username } = deputy
  const standsFor = { standInId, personId: lender.personId, personName: lender.personName, ownUnitIds: [] }
  standIn = { ...lender, accountId, username, personId, personName, standsFor }
  inStead = `${personName} office.in_stead ${lender.personName}`
})

const inHisStead = <Result>(on: string, act: (c: Context) => Promise<Result>) =>
  asActor(database, standIn, on, act)

const asOwner = <Result>(act: (c: Context) => Promise<Result>) => programme.as('tu-ky', asOf, act)

const namesIn = (id: string) =>
  asOwner(async (c) => {
    const question = { workId: id, asOf }
    const [reports, proof] = [await reportsOf(c, question), await evidenceOf(c, question)]
    return [...reports.map(({ by }) => by), ...proof.map(({ offeredBy }) => offeredBy)]
  })

test('a work’s history says which step was taken on behalf of another', async () => {
  const id = await road.bring('draft')
  await inHisStead(roadDays.submit, async (c) => submitWork.run(c, await road.on(id)))
  const { passages } = await asOwner((c) => knownHistory(c, id, { asOf, knownAt: null }))
  expect(passages.map((passage) => [passage.action, passage.inStead])).toEqual([
    ['register', null],
    ['submit', inStead],
  ])
})

test('a report, a piece of proof and a comment name both; of one’s own, its author alone', async () => {
  const owner = programme.organisation.actorFor('tu-ky').personName
  expect(await namesIn(await road.bring('evidence_offered'))).toEqual([owner, owner])

  const id = await road.bring('in_progress')
  const uploadId = await road.upload('van-thu-an-minh')
  for (const step of [steps.report, steps.offer]) {
    const { on, endpoint, input } = await step(road, id)
    const typed = endpoint === offerEvidence ? { ...(input as object), uploadId } : input
    await inHisStead(on, (c) => endpoint.run(c, parseInput(endpoint.input, typed) as never))
  }
  expect(await namesIn(id)).toEqual([inStead, inStead])

  const say = (c: Context) => workTalk.comment.run(c, { ref: id, text: 'Đã gửi.', named: [] })
  await inHisStead(asOf, say)
  await asOwner(say)
  const { items } = await asOwner((c) => listComments(c, workSubjects, id))
  expect(items.map(({ personName }) => personName)).toEqual([owner, inStead])
})
