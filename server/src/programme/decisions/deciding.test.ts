import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Grant } from '../../platform/context.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { appraiseWork, dismissDuplicate, openAppraisal } from '../appraisal/appraise-work.ts'
import { registerWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import { registrationInput, seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry, passages } from '../testing/record.ts'
import { allScores, Road, roadDays, steps, unlikeTitle } from '../testing/road.ts'
import { recordDecision } from './record-decision.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
let numbers = 0

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const decide = (items: readonly object[], more: object = {}) =>
  road.do<{ decisionId: string; assigned: number }>(road.decision(items as never, more))

describe('appraising', () => {
  const appraise = async (id: string, by: TestPersonName, fields: object = {}) =>
    road.do({
      by,
      on: roadDays.appraise,
      endpoint: appraiseWork,
      input: { ...(await road.on(id)), scores: allScores, outcome: 'approve', ...fields },
    })

  test('keeps scores, proposal, and for which body it was done', async () => {
    const id = await road.bring('appraising')
    await appraise(id, 'tuyen-giao', { outcome: 'return', comment: 'Nêu rõ sản phẩm.' })
    const row = await database.db
      .selectFrom('appraisal')
      .selectAll()
      .where('work_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      outcome: 'return',
      work_version: 1,
      person_id: programme.organisation.person['tuyen-giao'],
      appraiser_unit_id: programme.organisation.unit['ban-tuyen-giao'],
      for_unit_id: programme.organisation.unit['tinh-uy'],
      concluded_on: roadDays.appraise,
    })
    expect(row.scores).toEqual(allScores)
    expect(await lastEntry(database, 'work.appraise')).toMatchObject({
      object_id: id,
      payload: { outcome: 'return' },
    })
    // A proposal moves nothing: the body decides.
    expect(await road.work(id)).toMatchObject({ state: 'appraising' })
  })

  test('asks for the reason of what is not approved', async () => {
    const id = await road.bring('appraising')
    await expectRefused(appraise(id, 'tuyen-giao', { outcome: 'reject' }), 'reason_missing')
  })

  test('is not for the own unit, nor before it is opened', async () => {
    const { id } = await road.do<{ id: string }>({
      by: 'tuyen-giao',
      on: roadDays.register,
      endpoint: registerWork,
      input: registrationInput(programme, { title: unlikeTitle() }),
    })
    await road.do({
      by: 'tuyen-giao',
      on: roadDays.submit,
      endpoint: submitWork,
      input: await road.on(id),
    })
    await expectRefused(
      road.do({
        by: 'tuyen-giao',
        on: roadDays.appraise,
        endpoint: openAppraisal,
        input: await road.on(id),
      }),
      'forbidden',
    )
    await expectRefused(appraise(await road.bring('submitted'), 'tuyen-giao'), 'action_not_open')
    await expectRefused(appraise(await road.bring('appraising'), 'thuong-vu'), 'forbidden')
  })
})

describe('a decision', () => {
  test('approves and assigns in one act, with its items, its entry and its event', async () => {
    const id = await road.bring('appraised')
    const { decisionId, assigned } = await decide([{ ref: id, action: 'approve_assign' }])
    expect(assigned).toBe(1)
    expect(await road.work(id)).toMatchObject({
      state: 'assigned',
      assigned_on: roadDays.decide,
      assigner_unit_id: programme.organisation.unit['btv-tinh-uy'],
      assigner_root_id: programme.organisation.unit['tinh-uy'],
    })
    expect((await passages(database, id)).slice(-2)).toEqual([
      `${roadDays.decide} approved`,
      `${roadDays.decide} assigned`,
    ])
    const items = await database.db
      .selectFrom('decision_item')
      .select('action')
      .where('decision_id', '=', decisionId)
      .orderBy('action')
      .execute()
    expect(items).toEqual([{ action: 'approve' }, { action: 'assign' }])
    const { code } = await road.work(id)
    expect(await lastEntry(database, 'decision.record')).toMatchObject({
      object_id: decisionId,
      payload: { works: [{ code, action: 'approve_assign' }] },
    })
    expect((await eventsNamed(database, 'decision.recorded')).at(-1)).toEqual({ decisionId })
  })

  test('returns with reason and date, rejects and drops with a reason', async () => {
    const [returned, rejected] = [await road.bring('appraised'), await road.bring('appraised')]
    const dropped = await road.bring('approved')
    await decide([
      { ref: returned, action: 'return', reason: 'Nêu rõ sản phẩm.', returnBy: '2022-03-20' },
      { ref: rejected, action: 'reject', reason: 'Việc thường xuyên.' },
      { ref: dropped, action: 'drop', reason: 'Nhập vào việc khác.' },
    ])
    expect(await road.work(returned)).toMatchObject({ state: 'returned', return_by: '2022-03-20' })
    expect(await road.work(rejected)).toMatchObject({ state: 'rejected' })
    expect(await road.work(dropped)).toMatchObject({ state: 'withdrawn' })
  })

  test('names each work that cannot be decided so, and does nothing by halves', async () => {
    const [good, bare, submitted] = [
      await road.bring('appraised'),
      await road.bring('appraising'),
      await road.bring('submitted'),
    ]
    const refusal = await expectRefused(
      decide([
        { ref: good, action: 'approve_assign' },
        { ref: bare, action: 'approve' },
        { ref: submitted, action: 'approve' },
        { ref: good, action: 'assign' },
        { ref: '2022-khong-co-001', action: 'assign' },
        { ref: good, action: 'return' },
      ]),
      'appraisal_missing',
      'action_not_open',
      'work_listed_twice',
      'work_unknown',
      'work_listed_twice',
    )
    const code = async (id: string) => (await road.work(id)).code
    expect(refusal.reasons.map(({ subject, field }) => [subject, field])).toEqual([
      [await code(bare), 'items.1'],
      [await code(submitted), 'items.2'],
      [await code(good), 'items.3'],
      ['2022-khong-co-001', 'items.4'],
      [await code(good), 'items.5'],
    ])
    expect(await road.work(good)).toMatchObject({ state: 'appraising' })
    const { count } = await database.db
      .selectFrom('decision_item')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('work_id', '=', good)
      .executeTakeFirstOrThrow()
    expect(count).toBe(0)
  })

  test('waits for an appraisal of the version as it is', async () => {
    const id = await road.bring('returned')
    const again = async (by: TestPersonName, endpoint: typeof submitWork | typeof openAppraisal) =>
      road.do({ by, on: '2022-03-10', endpoint, input: await road.on(id) })
    await again('tu-ky', submitWork)
    await again('tuyen-giao', openAppraisal)
    await expectRefused(decide([{ ref: id, action: 'approve' }], { on: '2022-03-12' }), 'appraisal_outdated')
  })

  test('waits until each warning of a duplicate is answered with a reason', async () => {
    const title = unlikeTitle()
    const first = await road.bring('submitted', { title })
    const second = await road.bring('appraised', { title })
    await expectRefused(decide([{ ref: second, action: 'approve' }]), 'duplicate_warning_open')
    const otherCode = (await road.work(first)).code
    const dismiss = () =>
      road.do({
        by: 'tuyen-giao',
        on: roadDays.appraise,
        endpoint: dismissDuplicate,
        input: { ref: second, otherCode, reason: 'Khác địa bàn.' },
      })
    await dismiss()
    await expectRefused(dismiss(), 'duplicate_warning_unknown')
    await decide([{ ref: second, action: 'approve' }])
    expect(await road.work(second)).toMatchObject({ state: 'approved' })
  })

  test('has a number of its own among those of its body and year', async () => {
    const [one, two] = [await road.bring('approved'), await road.bring('approved')]
    await decide([{ ref: one, action: 'assign' }], { number: '77-QĐ/TU' })
    const refusal = await expectRefused(
      decide([{ ref: two, action: 'assign' }], { number: '77-QĐ/TU' }),
      'decision_number_taken',
    )
    expect(refusal).toMatchObject({ status: 409, reasons: [{ field: 'number' }] })
    expect(await road.work(two)).toMatchObject({ state: 'approved' })
  })

  test.each([
    ['in small letters', (n: string) => `${n}-qđ/tu`],
    ['with blanks', (n: string) => `${n} - QĐ/TU`],
    ['with its label', (n: string) => `Số: ${n}-QĐ/TU`],
    ['with a zero before', (n: string) => `0${n}-QĐ/TU`],
    ['with the Icelandic letter', (n: string) => `${n}-Q\u00d0/TU`],
    ['with a hyphen that does not break', (n: string) => `${n}\u2011QĐ\u2215TU`],
    ['in wide figures', (n: string) => `${n.replace('97', '９７')}–QĐ/TU`],
    ['with a mark of no width', (n: string) => `${n}-\u200bQĐ/TU`],
    ['as the State writes it', (n: string) => `${n}/QĐ-TU`],
  ])('has one number however it is typed: %s', async (_how, typed) => {
    const [one, two] = [await road.bring('approved'), await road.bring('approved')]
    numbers += 1
    await decide([{ ref: one, action: 'assign' }], { number: `97${numbers}-QĐ/TU` })
    const again = decide([{ ref: two, action: 'assign' }], { number: typed(`97${numbers}`) })
    await expectRefused(again, 'decision_number_taken')
    await decide([{ ref: two, action: 'assign' }], { number: `97${numbers}-NQ/TU` })
  })

  test('is dated truly: neither to come, nor before what the work went through', async () => {
    const id = await road.bring('approved')
    const on = (decidedOn: string) =>
      road.do({
        ...road.decision([{ ref: id, action: 'assign' }]),
        input: {
          year: 2022,
          issuer: 'btv-tinh-uy',
          number: `${decidedOn}-QĐ/TU`,
          decidedOn,
          items: [{ ref: id, action: 'assign' }],
        },
      })
    await expectRefused(on('2022-03-02'), 'decision_in_future')
    await expectRefused(on('2022-02-28'), 'decision_before_last_change')
  })

  test('is recorded only for a body that one decides for', async () => {
    const id = await road.bring('approved')
    const by = (name: TestPersonName, issuer: string) =>
      road.do({
        by: name,
        on: roadDays.decide,
        endpoint: recordDecision,
        input: {
          year: 2022,
          issuer,
          number: `1-${name}`,
          decidedOn: roadDays.decide,
          items: [{ ref: id, action: 'assign' }],
        },
      })
    await expectRefused(by('tu-ky', 'btv-tinh-uy'), 'issuer_not_yours')
    await expectRefused(by('thuong-vu', 'btv-tu-ky'), 'issuer_not_yours')
    await expectRefused(by('thuong-vu', 'khong-co'), 'not_found')
    // The district's body may decide on what lies below its committee, not on the committee's own.
    await expectRefused(by('thuong-vu-tu-ky', 'btv-tu-ky'), 'issuer_not_above_unit')
  })

  test.each([
    ['approve', 'appraised'],
    ['return', 'appraised'],
    ['reject', 'appraised'],
    ['drop', 'approved'],
  ] as const)('to %s a committee’s own work is not its own standing committee’s', async (action, place) => {
    const id = await road.bring(place)
    const own = road.decision([{ ref: id, action, reason: 'Đã họp.', returnBy: '2022-03-20' }])
    const input = { ...(own.input as object), issuer: 'btv-tu-ky', number: `2-${action}` }
    await expectRefused(road.do({ ...own, by: 'thuong-vu-tu-ky', input }), 'issuer_not_above_unit')
  })

  test('on a person’s work is that of the body that manages the post, not of the one above the unit', async () => {
    const { id } = await road.do({
      by: 'bi-thu-tu-ky',
      on: roadDays.register,
      endpoint: registerWork,
      input: registrationInput(programme, { ownerKind: 'individual', title: unlikeTitle() }),
    })
    for (const next of [steps.submit, steps.open, steps.appraise]) {
      const deed = await next(road, id)
      await road.do(deed.by === 'tu-ky' ? { ...deed, by: 'bi-thu-tu-ky' } : deed)
    }
    const reject = road.decision([{ ref: id, action: 'reject', reason: 'Việc thường xuyên.' }])
    const input = { ...(reject.input as object), issuer: 'btv-tu-ky' }
    await expectRefused(road.do({ ...reject, by: 'thuong-vu-tu-ky', input }), 'issuer_not_managing_post')
    await road.do(reject)
    expect((await road.work(id)).state).toBe('rejected')
  })

  test('rests on the rights of its own body, not on those that another body lends its clerk', async () => {
    const { organisation } = programme
    const id = await road.bring('approved')
    const both: readonly Grant[] = ['tinh-uy', 'song-ha'].map((unit) => ({
      role: 'decider',
      unitId: organisation.unit[unit as 'tinh-uy' | 'song-ha'],
      system: null,
    }))
    const actor = organisation.actorFor('thuong-vu', both)
    await expectRefused(
      asActor(database, actor, roadDays.decide, (c) =>
        recordDecision.run(c, {
          year: 2022,
          issuer: 'btv-song-ha',
          number: '9-QĐ/HU',
          decidedOn: c.today,
          format: 'party',
          title: '',
          uploadId: null,
          items: [{ ref: id, action: 'drop', reason: 'Không thuộc huyện.', returnBy: null }],
        }),
      ),
      'work_not_yours_to_decide',
    )
  })

  test('lists nothing to somebody who may not see a work: it does not exist for them', async () => {
    const draft = await road.bring('draft')
    await expectRefused(decide([{ ref: draft, action: 'approve' }]), 'work_unknown')
  })

  test('needs works', async () => {
    await expectRefused(decide([]), 'no_works_listed')
  })
})

test('opening an appraisal tells the record who did', async () => {
  const id = await road.bring('submitted')
  await road.do(await steps.open(road, id))
  expect(await lastEntry(database, 'work.open_appraisal')).toMatchObject({
    object_id: id,
    body_id: programme.organisation.unit['ban-tuyen-giao'],
  })
  expect((await passages(database, id)).at(-1)).toBe(`${roadDays.appraise} appraising`)
})
