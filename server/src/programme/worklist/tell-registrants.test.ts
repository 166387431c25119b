import { expect, test } from 'vitest'
import { asAccount, useDemonstration } from '../../demonstration/testing.ts'
import { newId } from '../../platform/id.ts'
import type { PublishedEvent } from '../../platform/jobs/events.ts'
import { tellRegistrants } from './tell-registrants.ts'

const database = useDemonstration()

async function noticesOf(eventId: string) {
  return database.db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .select(['notice.kind', 'person.full_name'])
    .where('event_id', '=', eventId)
    .execute()
}

const tell = (event: PublishedEvent) =>
  asAccount(database, 'van-phong', (c) => tellRegistrants.handle(c, event))

test('the head whose work a body accepted is told once, however often the job runs', async () => {
  const work = await database.db
    .selectFrom('work')
    .innerJoin('post_holding', 'post_holding.id', 'work.owner_holding_id')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .select(['work.id', 'person.full_name'])
    .limit(1)
    .executeTakeFirstOrThrow()
  const event = {
    id: newId(),
    event: 'work.completion_decided',
    payload: { workId: work.id, outcome: 'accept' },
  }
  await tell(event)
  await tell(event)
  expect(await noticesOf(event.id)).toEqual([{ kind: 'completion_accepted', full_name: work.full_name }])
})

test('a decision on many works is told to each of their people', async () => {
  const decision = await database.db
    .selectFrom('decision_item')
    .select(['decision_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('action', '=', 'assign')
    .groupBy('decision_id')
    .orderBy('count', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const event = { id: newId(), event: 'decision.recorded', payload: { decisionId: decision.decision_id } }
  await tell(event)
  const notices = await noticesOf(event.id)
  expect(notices.length).toBeGreaterThan(100)
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['decision_assign']))
})
