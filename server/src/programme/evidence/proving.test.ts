import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestProgramme, type TestProgramme, targetInput } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry } from '../testing/record.ts'
import { Road, roadDays } from '../testing/road.ts'
import { judgeEvidence } from './judge-evidence.ts'
import { offerEvidence } from './offer-evidence.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const recognition = {
  authority: 'Sở Nông nghiệp (minh hoạ)',
  competence: 'Công nhận vùng sản xuất',
  number: '15/QĐ',
  recognisedOn: '2022-04-01',
  quantity: 1,
}

const offer = async (id: string, more: object = {}, by: TestPersonName = 'tu-ky') =>
  road.do<{ id: string }>({
    by,
    on: roadDays.report,
    endpoint: offerEvidence,
    input: {
      ...(await road.on(id)),
      kind: 'recognition',
      title: 'Quyết định công nhận',
      targetId: await road.target(id),
      effectiveOn: '2022-04-01',
      uploadId: await road.upload(by),
      recognition,
      ...more,
    },
  })

const judge = (
  id: string,
  evidenceId: string,
  outcome: string,
  by: TestPersonName = 'thuong-vu',
  reason = '',
) =>
  road.do<{ state: string }>({
    by,
    on: roadDays.pause,
    endpoint: judgeEvidence,
    input: { ref: id, evidenceId, outcome, reason },
  })

const piece = (id: string) =>
  database.db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('offering', () => {
  test('keeps the paper, what it says and what was recognised', async () => {
    const work = await road.bring('in_progress')
    const { id } = await offer(work)
    expect(await piece(id)).toMatchObject({
      state: 'offered',
      work_id: work,
      effective_on: '2022-04-01',
      person_id: programme.organisation.person['tu-ky'],
    })
    const kept = await database.db
      .selectFrom('recognition')
      .selectAll()
      .where('evidence_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ number: '15/QĐ', quantity: '1', valid_until: null })
    expect(await lastEntry(database, 'evidence.offer')).toMatchObject({ object_id: id })
    expect((await eventsNamed(database, 'evidence.offered')).at(-1)).toEqual({
      workId: work,
      evidenceId: id,
    })
  })

  test('needs a file of one’s own', async () => {
    const work = await road.bring('in_progress')
    const without = await expectRefused(offer(work, { uploadId: '' }), 'evidence_without_paper')
    expect(without.reasons[0]?.field).toBe('uploadId')
    const foreign = await road.upload('so-tttt')
    await expectRefused(offer(work, { uploadId: foreign }), 'upload_not_yours')
  })

  test.each([
    [
      'of a year before (the six zones that were there)',
      { recognisedOn: '2021-12-31' },
      'recognition_before_year',
    ],
    ['to come', { recognisedOn: '2022-04-03' }, 'recognition_in_future'],
    ['without its authority', { authority: '' }, 'recognition_incomplete'],
    ['of nothing', { quantity: 0 }, 'recognition_incomplete'],
  ])('refuses a recognition %s', async (_what, more, code) => {
    const work = await road.bring('in_progress')
    await expectRefused(offer(work, { recognition: { ...recognition, ...more } }), code)
  })

  test('refuses a paper of a day to come, and one for a target of another work', async () => {
    const [work, other] = [await road.bring('in_progress'), await road.bring('in_progress')]
    await expectRefused(offer(work, { effectiveOn: '2022-04-03' }), 'evidence_in_future')
    await expectRefused(offer(work, { targetId: await road.target(other) }), 'target_unknown')
  })

  test('a better piece replaces one, which stays as it was read', async () => {
    const work = await road.bring('in_progress')
    const { id } = await offer(work)
    const later = await offer(work, { replacesId: id, effectiveOn: '2022-04-02' })
    expect(await piece(id)).toMatchObject({ state: 'replaced', title: 'Quyết định công nhận' })
    expect(await piece(later.id)).toMatchObject({ state: 'offered', replaces_id: id })
    await expectRefused(offer(work, { replacesId: id }), 'evidence_not_open')
  })

  test('is for the owner and their clerk, not for those above', async () => {
    const work = await road.bring('in_progress')
    await expectRefused(offer(work, {}, 'thuong-vu'), 'forbidden')
  })
})

describe('judging', () => {
  test('accepts with who, for which body and when', async () => {
    const work = await road.bring('evidence_offered')
    const evidenceId = await road.evidence(work)
    expect(await judge(work, evidenceId, 'accept')).toMatchObject({ state: 'accepted' })
    expect(await piece(evidenceId)).toMatchObject({
      state: 'accepted',
      decided_on: roadDays.pause,
      decided_by_person_id: programme.organisation.person['thuong-vu'],
      decided_for_unit_id: programme.organisation.unit['btv-tinh-uy'],
    })
    expect(await lastEntry(database, 'evidence.judge')).toMatchObject({
      object_id: evidenceId,
      payload: { before: 'offered', after: 'accepted' },
    })
    expect((await eventsNamed(database, 'evidence.judged')).at(-1)).toMatchObject({ state: 'accepted' })
    await expectRefused(judge(work, evidenceId, 'refuse', 'thuong-vu', 'Thiếu dấu.'), 'evidence_not_open')
  })

  test('refuses with a reason only', async () => {
    const work = await road.bring('evidence_offered')
    const evidenceId = await road.evidence(work)
    await expectRefused(judge(work, evidenceId, 'refuse'), 'reason_missing')
    await judge(work, evidenceId, 'refuse', 'van-phong', 'Thiếu dấu.')
    expect(await piece(evidenceId)).toMatchObject({ state: 'refused', reason: 'Thiếu dấu.' })
  })

  test('is never the owner’s, nor anybody’s of whom the work was not received', async () => {
    const work = await road.bring('evidence_offered')
    const evidenceId = await road.evidence(work)
    await expectRefused(judge(work, evidenceId, 'accept', 'tu-ky'), 'forbidden')
    await expectRefused(judge(work, evidenceId, 'accept', 'kiem-tra'), 'forbidden')
    await expectRefused(judge(work, evidenceId, 'accept', 'thuong-vu-song-ha'), 'not_found')
    await expectRefused(judge(work, 'khong-phai-ma', 'accept'), 'not_found')
  })
})

test('a typed value on a paper counts as little as the target lets it', async () => {
  const work = await road.bring('in_progress', {
    targets: [targetInput({ operator: 'done', value: null, unit: '' })],
  })
  const document = { kind: 'document', recognition: null }
  await expectRefused(offer(work, { ...document, value: 3, note: 'Xong.' }), 'target_takes_done')
  await expectRefused(offer(work, { ...document, done: true }), 'target_note_missing')
  await offer(work, { ...document, done: true, note: 'Biên bản nghiệm thu.' })
})
