import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { getDecision } from '../decisions/decision-queries.ts'
import { insertRows } from '../import/import-rows.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { getWorkPage } from '../work/work-page.ts'
import { addDecisionFile, addEvidenceFile } from './add-file.ts'
import { evidenceUpload } from './evidence-upload.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

/** A work with a piece of proof that was taken over from paper, without its file. */
async function pieceWithoutFile(state = 'offered') {
  const workId = await road.bring('in_progress')
  const id = newId()
  await database.db.transaction().execute((db) =>
    insertRows(db, 'evidence', [
      {
        id,
        work_id: workId,
        kind: 'document',
        title: 'Quyết định công nhận',
        effective_on: roadDays.report,
        offered_at: testNow,
        state,
        ...(state === 'refused' ? { decided_on: roadDays.report, reason: 'Sai tên' } : {}),
      },
    ]),
  )
  return { workId, id }
}

const add = async (piece: { workId: string; id: string }, by: 'tu-ky' | 'van-phong' = 'tu-ky') =>
  road.do({
    by,
    on: roadDays.pause,
    endpoint: addEvidenceFile,
    input: { ...(await road.on(piece.workId)), evidenceId: piece.id, uploadId: await road.upload(by) },
  })

const fileOn = (piece: { workId: string; id: string }, on: string) =>
  programme.as('tu-ky', roadDays.complete, async (c) => {
    const work = await getWorkPage(c, piece.workId, plainDate(on))
    return work.evidence?.find(({ id }) => id === piece.id)?.file ?? null
  })

describe('the paper of a piece of proof that was offered without one', () => {
  test('is added once, with its own day, and the day before shows none', async () => {
    const piece = await pieceWithoutFile()
    await add(piece)
    expect(await fileOn(piece, roadDays.report)).toBeNull()
    expect(await fileOn(piece, roadDays.pause)).toMatchObject({ addedOn: roadDays.pause })
    expect(
      await programme.as('tu-ky', roadDays.pause, (c) => evidenceUpload(c, piece.workId, piece.id)),
    ).not.toBeNull()
    await expect(add(piece)).rejects.toMatchObject({ code: 'file_already_there' })
  })

  test('never replaces an existing document, and cannot complete refused evidence', async () => {
    const workId = await road.bring('evidence_offered')
    await expect(add({ workId, id: await road.evidence(workId) })).rejects.toMatchObject({
      code: 'file_already_there',
    })
    await expect(add(await pieceWithoutFile('refused'))).rejects.toMatchObject({ code: 'evidence_closed' })
  })

  test('is the registrant’s to add, with a file that is their', async () => {
    const piece = await pieceWithoutFile()
    await expect(add(piece, 'van-phong')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      road.do({
        by: 'tu-ky',
        on: roadDays.pause,
        endpoint: addEvidenceFile,
        input: { ...(await road.on(piece.workId)), evidenceId: piece.id, uploadId: '' },
      }),
    ).rejects.toMatchObject({ reasons: [{ code: 'paper_missing', field: 'uploadId' }] })
  })

  test('is added by one of two who try at once', async () => {
    const piece = await pieceWithoutFile()
    const version = await road.on(piece.workId)
    const uploads = [await road.upload('tu-ky'), await road.upload('tu-ky')]
    const tries = await Promise.allSettled(
      uploads.map((uploadId) =>
        road.do({
          by: 'tu-ky',
          on: roadDays.pause,
          endpoint: addEvidenceFile,
          input: { ...version, evidenceId: piece.id, uploadId },
        }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('the paper of a decision that was recorded without it', () => {
  const decided = async () => {
    const work = await road.bring('appraised')
    const { decisionId } = await road.do<{ decisionId: string }>(
      road.decision([{ ref: work, action: 'approve' }]),
    )
    return decisionId
  }

  test('can be added once, by a user who records decisions of that body', async () => {
    const decisionId = await decided()
    const view = () => programme.as('thuong-vu', roadDays.pause, (c) => getDecision(c, decisionId))
    expect(await view()).toMatchObject({ file: null, mayAddFile: true })
    const uploadId = await road.upload('thuong-vu')
    const deed = { by: 'thuong-vu', on: roadDays.pause, endpoint: addDecisionFile } as const
    await road.do({ ...deed, input: { decisionId, uploadId } })
    expect(await view()).toMatchObject({ uploadId, file: { fileName: expect.any(String) } })
    await expect(road.do({ ...deed, input: { decisionId, uploadId } })).rejects.toMatchObject({
      code: 'file_already_there',
    })
  })

  test('is nobody else’s to add', async () => {
    const decisionId = await decided()
    expect(await programme.as('van-phong', roadDays.pause, (c) => getDecision(c, decisionId))).toMatchObject({
      mayAddFile: false,
    })
    await expect(
      road.do({
        by: 'van-phong',
        on: roadDays.pause,
        endpoint: addDecisionFile,
        input: { decisionId, uploadId: await road.upload('van-phong') },
      }),
    ).rejects.toMatchObject({ code: 'issuer_not_yours' })
  })
})
