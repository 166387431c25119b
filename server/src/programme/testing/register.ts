import pg from 'pg'
import type { TestPersonName, TestUnitName } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { type TestDatabase, testNow } from '../../platform/testing/database.ts'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { insertRows } from '../import/import-rows.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { reportPeriods } from '../rules/periods.ts'
import { nextState, type Transition, type WorkState } from '../rules/states.ts'
import { tiers } from '../tables.ts'
import type { TestProgramme } from './ground.ts'

/** Numbers that look random and are the same each time. */
export function seededRandom(seed: number): { whole(below: number): number; pick<T>(from: readonly T[]): T } {
  let state = seed
  const whole = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return { whole, pick: (from) => from[whole(from.length)] as (typeof from)[number] }
}

type Random = ReturnType<typeof seededRandom>

const collectives: readonly TestUnitName[] = [
  'tu-ky',
  'song-ha',
  'dang-uy-khoi',
  'xa-an-minh',
  'chi-bo-thon-dong',
  'so-tttt',
  'so-noi-vu',
  'ubnd-tu-ky',
  'ban-tuyen-giao',
]

const heads: readonly (readonly [TestPersonName, TestUnitName, managing: TestUnitName])[] = [
  ['bi-thu-tu-ky', 'tu-ky', 'tinh-uy'],
  ['bi-thu-song-ha', 'song-ha', 'tinh-uy'],
  ['so-tttt', 'so-tttt', 'tinh-uy'],
  ['an-minh', 'xa-an-minh', 'tu-ky'],
  ['chu-tich-an-minh', 'ubnd-an-minh', 'tu-ky'],
]

const courses: readonly (readonly Transition[])[] = [
  [],
  ['submit'],
  ['withdraw'],
  ['submit', 'open_appraisal', 'return', 'resubmit'],
  ['submit', 'open_appraisal', 'reject'],
  ['submit', 'open_appraisal', 'approve', 'assign'],
  ['submit', 'open_appraisal', 'approve', 'assign', 'start'],
  ['submit', 'open_appraisal', 'approve', 'assign', 'start', 'suspend'],
  ['submit', 'open_appraisal', 'approve', 'assign', 'start', 'suspend', 'resume', 'terminate'],
  ['submit', 'open_appraisal', 'approve', 'assign', 'start', 'report_completion'],
  ['submit', 'open_appraisal', 'approve', 'assign', 'start', 'report_completion', 'accept_completion'],
  [
    'submit',
    'open_appraisal',
    'approve',
    'assign',
    'start',
    'report_completion',
    'refuse_completion',
    'report_completion',
    'accept_completion',
  ],
  ['submit', 'open_appraisal', 'approve', 'assign', 'record_not_completed'],
]

export interface TestRegister {
  readonly workIds: readonly string[]
}

/**
 * Fills the tests' programme with works in every state, with reports, adjustments and the signals that follow from them.
 * Who owns and who assigns is drawn, without asking whether it is competent: for questions about reading alone.
 */
export async function seedRandomRegister(
  programme: TestProgramme,
  works: number,
  seed = 1,
): Promise<TestRegister> {
  const rows = emptyRows()
  const drawing = { ...programme, random: seededRandom(seed), rows }
  for (let index = 0; index < works; index += 1) addWork(drawing, index)
  const workIds = rows.work.map((work) => String(work.id))
  await programme.database.db.transaction().execute(async (db) => {
    for (const table of tables) await insertRows(db, table, rows[table])
    await refreshSignals({ db }, workIds)
  })
  await analyze(programme.database)
  return { workIds }
}

/** Without statistics the planner takes a full table for an empty one; in an installation autovacuum gathers them. */
async function analyze(database: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

const tables = [
  'work',
  'work_content_group',
  'work_state_span',
  'target',
  'step',
  'report',
  'report_value',
  'completion',
  'adjustment',
] as const

type Rows = Record<(typeof tables)[number], Record<string, unknown>[]>

const emptyRows = (): Rows => ({
  work: [],
  work_content_group: [],
  work_state_span: [],
  target: [],
  step: [],
  report: [],
  report_value: [],
  completion: [],
  adjustment: [],
})

type Drawing = Pick<TestProgramme, 'organisation' | 'programmeId' | 'themeIds' | 'contentGroupIds'> & {
  readonly random: Random
  readonly rows: Rows
}

function addWork(drawing: Drawing, index: number): void {
  const { random, organisation, programmeId, rows, themeIds, contentGroupIds } = drawing
  const id = newId()
  const course = drawCourse(random)
  const last = course.at(-1)
  const assigned = course.find(({ action }) => action === 'assign')
  const due = addDays(plainDate('2022-03-01'), random.whole(300))
  const moved = assigned !== undefined && random.whole(4) === 0
  const accepted = course.find(({ state }) => state === 'completed')
  const reported = course.findLast(({ state }) => state === 'completion_reported')
  const doneOn = reported === undefined ? null : addDays(reported.on, -random.whole(10))
  const owner = drawOwner(drawing)
  const draftOnly = course.every(({ state }) => state === 'draft' || state === 'withdrawn')
  rows.work.push({
    id,
    code: draftOnly ? null : `2022-thu-${String(index + 1).padStart(3, '0')}`,
    programme_id: programmeId,
    ...owner,
    assigner_unit_id: assigned ? organisation.unit['btv-tinh-uy'] : null,
    assigner_root_id: assigned
      ? random.pick([organisation.unit['tinh-uy'], organisation.unit['tu-ky']])
      : null,
    tier: random.pick(tiers),
    theme_group_id: random.pick([...themeIds, null]),
    title:
      random.pick(['Giải phóng mặt bằng', 'Số hoá hồ sơ', 'Giai phong kho tang', 'Đường 100%_mới']) +
      ` ${index % 17}`,
    due_on: moved ? addDays(due, 20) : due,
    first_due_on: due,
    state: last?.state,
    state_since: last?.on,
    assigned_on: assigned?.on ?? null,
    work_done_on: accepted ? doneOn : null,
    accepted_on: accepted?.on ?? null,
    illustrative: random.whole(3) === 0,
    recorded_at: testNow,
  })
  if (random.whole(2) === 0)
    rows.work_content_group.push({ work_id: id, content_group_id: random.pick(contentGroupIds) })
  for (const [place, { action, state, on }] of course.entries()) {
    rows.work_state_span.push({
      id: newId(),
      work_id: id,
      programme_id: programmeId,
      state,
      action,
      from_on: on,
      to_on: course[place + 1]?.on ?? null,
      recorded_at: testNow,
    })
  }
  addTarget(drawing, id)
  if (assigned === undefined) return
  addReports(drawing, id, assigned.on)
  if (moved) addAdjustment(drawing, id, due, addDays(assigned.on, random.whole(60)))
  if (reported !== undefined && doneOn !== null)
    addCompletion(rows, id, reported.on, doneOn, accepted?.on ?? null)
}

interface Passage {
  readonly action: string
  readonly state: WorkState
  readonly on: PlainDate
}

function drawCourse(random: Random): Passage[] {
  let on = addDays(plainDate('2022-01-01'), random.whole(40))
  let state: WorkState = 'draft'
  const passages: Passage[] = [{ action: 'register', state, on }]
  for (const action of random.pick(courses)) {
    const next: WorkState | null = nextState(state, action)
    if (next === null) throw new Error(`${action} is not open from ${state}`)
    // Some passages happen on one day, as they do in an office.
    on = addDays(on, random.whole(3) === 0 ? 0 : random.whole(45))
    state = next
    passages.push({ action, state, on })
  }
  return passages
}

function drawOwner({ random, organisation }: Drawing): Record<string, unknown> {
  if (random.whole(2) === 0) {
    const unit = organisation.unit[random.pick(collectives)]
    return { owner_kind: 'collective', owner_unit_id: unit, custodian_unit_id: unit }
  }
  const [person, unitName, managing] = random.pick(heads)
  const unit = organisation.unit[unitName]
  return {
    owner_kind: 'individual',
    owner_unit_id: unit,
    custodian_unit_id: unit,
    owner_post_id: organisation.post[person],
    owner_holding_id: organisation.holding[person],
    managing_unit_id: organisation.unit[managing],
    managing_root_id: organisation.unit[managing],
  }
}

function addTarget({ random, rows }: Drawing, workId: string): void {
  rows.target.push({
    id: newId(),
    work_id: workId,
    ord: 1,
    measure: 'hồ sơ được số hoá',
    unit: '%',
    operator: 'gte',
    value: 100,
    baseline: 20,
    modality: random.pick(['committed', 'aspirational']),
  })
  const due = addDays(plainDate('2022-04-01'), random.whole(200))
  const doneOn = random.whole(2) === 0 ? null : addDays(due, random.whole(30) - 15)
  rows.step.push({
    id: newId(),
    work_id: workId,
    ord: 1,
    name: 'Khảo sát',
    due_on: due,
    done_on: doneOn,
    done_recorded_on: doneOn && addDays(doneOn, random.whole(4)),
  })
}

function addReports({ random, rows, programmeId }: Drawing, workId: string, assignedOn: PlainDate): void {
  for (const { key, dataClosesOn } of reportPeriods(2022)) {
    if (dataClosesOn <= assignedOn || random.whole(2) === 0) continue
    const id = newId()
    const effectiveOn = addDays(dataClosesOn, random.whole(12))
    rows.report.push({
      id,
      work_id: workId,
      programme_id: programmeId,
      period_key: key,
      number: 1,
      effective_on: effectiveOn,
      sent_on: addDays(effectiveOn, random.whole(3) === 0 ? random.whole(30) : 0),
      content: 'Đang làm',
      recorded_at: testNow,
    })
    rows.report_value.push({ report_id: id, target_id: rows.target.at(-1)?.id, value: random.whole(100) })
  }
}

function addAdjustment({ rows }: Drawing, workId: string, due: PlainDate, decidedOn: PlainDate): void {
  rows.adjustment.push({
    id: newId(),
    work_id: workId,
    kind: 'due_on',
    before: { dueOn: due },
    after: { dueOn: addDays(due, 20) },
    reason: 'Mưa lũ',
    asked_on: decidedOn,
    outcome: 'accepted',
    decided_on: decidedOn,
    recorded_at: testNow,
  })
}

function addCompletion(
  rows: Rows,
  workId: string,
  reportedOn: PlainDate,
  doneOn: PlainDate,
  acceptedOn: PlainDate | null,
): void {
  rows.completion.push({
    id: newId(),
    work_id: workId,
    number: 1,
    reported_on: reportedOn,
    work_done_on: doneOn,
    content: 'Đã xong',
    recorded_at: testNow,
    outcome: acceptedOn === null ? null : 'accepted',
    decided_on: acceptedOn,
  })
}
