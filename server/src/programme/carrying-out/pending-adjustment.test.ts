import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { decideCompletion } from '../completion/complete-work.ts'
import { seedTestProgramme } from '../testing/ground.ts'
import { Road, roadDays, steps } from '../testing/road.ts'
import { decideAdjustment } from './adjust-work.ts'

const database = useTestDatabase()
let road: Road

beforeAll(async () => {
  road = new Road(await seedTestProgramme(database))
})

test('what was asked before completion was reported is answered before the work is accepted', async () => {
  const id = await road.bring('ready_to_complete')
  for (const step of [steps.ask, steps.complete, steps.check]) await road.do(await step(road, id))
  const byStandingCommittee = async (
    endpoint: typeof decideCompletion | typeof decideAdjustment,
    outcome: string,
  ) =>
    road.do({
      by: 'thuong-vu',
      on: roadDays.complete,
      endpoint,
      input: { ...(await road.on(id)), outcome, reason: 'Đã xong trước hạn cũ.' },
    })

  await expect(byStandingCommittee(decideCompletion, 'accept')).rejects.toMatchObject({
    code: 'adjustment_pending',
  })
  await byStandingCommittee(decideAdjustment, 'refused')
  await byStandingCommittee(decideCompletion, 'accept')
  expect(await road.work(id)).toMatchObject({ state: 'completed' })
})

test('a work that nobody assigned asks nobody, and says what to do instead', async () => {
  const id = await road.bring('ready_to_complete')
  await database.db
    .updateTable('work')
    .set({ assigner_unit_id: null, assigner_root_id: null })
    .where('id', '=', id)
    .execute()
  for (const step of [steps.ask, steps.complete])
    await expect(step(road, id).then((given) => road.do(given))).rejects.toMatchObject({
      code: 'assigner_unknown',
    })
  const asked = database.db.selectFrom('adjustment').select('id').where('work_id', '=', id).execute()
  expect(await asked).toEqual([])
})
