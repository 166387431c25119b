import { beforeAll, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { type TestDatabase, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { reportPeriods } from '../rules/periods.ts'
import { importProgramme } from './import-programme.ts'
import { noProgrammeData, type ProgrammeData } from './programme-data.ts'

const database = useTestDatabase()

/** A programme with one work that was assigned in March and has been silent since. */
function programmeWithOneWork(year: number, { unit }: TestOrganisation): ProgrammeData {
  const [programmeId, workId, decisionId] = [newId(), newId(), newId()]
  const on = (monthDay: string) => `${year}-${monthDay}`
  const courseOfWork = [
    ['draft', 'register', on('01-10'), on('01-12')],
    ['submitted', 'submit', on('01-12'), on('02-01')],
    ['appraising', 'open_appraisal', on('02-01'), on('03-01')],
    ['approved', 'approve', on('03-01'), on('03-01')],
    ['assigned', 'assign', on('03-01'), null],
  ] as const
  return {
    ...noProgrammeData,
    programmes: [{ id: programmeId, year, unit_id: unit['tinh-uy'], name: `Năm ${year}` }],
    periods: reportPeriods(year).map((period) => ({
      programme_id: programmeId,
      key: period.key,
      data_closes_on: period.dataClosesOn,
      due_on: period.dueOn,
    })),
    works: [
      {
        id: workId,
        code: `${year}-xa-an-minh-007`,
        programme_id: programmeId,
        owner_kind: 'collective',
        owner_unit_id: unit['xa-an-minh'],
        custodian_unit_id: unit['xa-an-minh'],
        tier: 'grassroots',
        title: 'Giải phóng mặt bằng',
        state: 'assigned',
        state_since: on('03-01'),
        assigned_on: on('03-01'),
        assigner_unit_id: unit['btv-tu-ky'],
        assigner_root_id: unit['tu-ky'],
        due_on: on('12-31'),
        first_due_on: on('12-31'),
      },
    ],
    targets: [
      { id: newId(), work_id: workId, ord: 1, measure: 'bàn giao', operator: 'done', modality: 'committed' },
    ],
    decisions: [
      {
        id: decisionId,
        programme_id: programmeId,
        issuer_unit_id: unit['btv-tu-ky'],
        number: '01-QĐ/HU',
        decided_on: on('03-01'),
        year,
        format: 'party',
        title: 'Giao việc',
      },
    ],
    decisionItems: (['approve', 'assign'] as const).map((action) => ({
      decision_id: decisionId,
      work_id: workId,
      action,
      ord: 1,
    })),
    spans: courseOfWork.map(([state, action, from, to]) => ({
      id: newId(),
      work_id: workId,
      programme_id: programmeId,
      state,
      action,
      from_on: from,
      to_on: to,
      decision_id: action === 'approve' || action === 'assign' ? decisionId : null,
    })),
  }
}

function load({ db }: TestDatabase, data: ProgrammeData): Promise<void> {
  return db
    .transaction()
    .execute((transaction) =>
      importProgramme(
        { db: transaction, now: testNow, origin: { requestId: 'test', address: null }, actor: null },
        data,
      ),
    )
}

let organisation: TestOrganisation
beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await load(database, programmeWithOneWork(2022, organisation))
})

test('a bulk load says of its works that they were imported, and when', async () => {
  const work = await database.db.selectFrom('work').selectAll().executeTakeFirstOrThrow()
  expect(work).toMatchObject({
    code: '2022-xa-an-minh-007',
    imported: true,
    recorded_at: testNow,
    rationale: '',
    version: 1,
  })
})

test('a bulk load keeps the course of a work, recorded now whatever its days', async () => {
  const spans = await database.db
    .selectFrom('work_state_span')
    .select(['state', 'recorded_at', 'closed_recorded_at'])
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  expect(spans.map(({ state }) => state)).toEqual([
    'draft',
    'submitted',
    'appraising',
    'approved',
    'assigned',
  ])
  expect(spans.map((span) => span.recorded_at)).toEqual(spans.map(() => testNow))
  expect(spans.map((span) => span.closed_recorded_at)).toEqual([testNow, testNow, testNow, testNow, null])
})

test('a bulk load computes the signals', async () => {
  const silent = await database.db
    .selectFrom('work_signal')
    .select('from_on')
    .where('signal', '=', 'silent')
    .execute()
  expect(silent).toEqual([{ from_on: '2022-04-06' }])
})

test('a bulk load lets codes go on after its own', async () => {
  const sequence = await database.db.selectFrom('work_code_sequence').select(['year', 'last']).execute()
  expect(sequence).toEqual([{ year: 2022, last: 7 }])
})

test('a bulk load writes one audit entry a kind with its count', async () => {
  const { rows } = await database.pool.query<{ payload: string }>(
    `select payload from audit_payload join audit_entry on audit_entry.id = entry_id
     where action = 'programme.import' order by entry_id`,
  )
  expect(rows.map(({ payload }) => JSON.parse(payload))).toEqual([
    { kind: 'programmes', count: 1 },
    { kind: 'periods', count: 5 },
    { kind: 'works', count: 1 },
    { kind: 'decisions', count: 1 },
    { kind: 'decisionItems', count: 2 },
    { kind: 'spans', count: 5 },
    { kind: 'targets', count: 1 },
  ])
})

const years = () => database.db.selectFrom('programme').select('year').execute()

test('a bulk load refuses facts that do not agree, and writes nothing', async () => {
  const sound = programmeWithOneWork(2023, organisation)
  const broken = { ...sound, works: sound.works.map((row) => ({ ...row, state: 'completed' })) }
  await expect(load(database, broken)).rejects.toMatchObject({
    code: 'import_inconsistent',
    message: expect.stringContaining('2023-xa-an-minh-007: it is completed since 2023-03-01'),
  })
  expect(await years()).toEqual([{ year: 2022 }])
})

test('a bulk load that the database refuses leaves nothing behind', async () => {
  const sound = programmeWithOneWork(2023, organisation)
  const stray = { ...sound, works: sound.works.map((row) => ({ ...row, custodian_unit_id: newId() })) }
  await expect(load(database, stray)).rejects.toThrow('work_custodian_unit_id_fkey')
  expect(await years()).toEqual([{ year: 2022 }])
})
