import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { verifyFacts } from '../../platform/audit/verify-facts.ts'
import { Refusal } from '../../platform/refusal.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { addDays, laterOf, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { appraiseWork, openAppraisal } from '../appraisal/appraise-work.ts'
import { askAdjustment, decideAdjustment } from '../carrying-out/adjust-work.ts'
import { reportWork, startWork } from '../carrying-out/report-work.ts'
import { resumeWork, suspendWork } from '../carrying-out/suspend-work.ts'
import { checkCompletion, decideCompletion, reportCompletion } from '../completion/complete-work.ts'
import { judgeEvidence } from '../evidence/judge-evidence.ts'
import { offerEvidence } from '../evidence/offer-evidence.ts'
import { recordedWorkFacts } from '../for-others/recorded-facts.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { editWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import { withdrawWork } from '../registration/withdraw-work.ts'
import { registrationInput, seedTestProgramme, type TestProgramme, targetInput } from '../testing/ground.ts'
import { type AnyEndpoint, allScores, Road, roadDays, unlikeTitle } from '../testing/road.ts'

/**
 * Random people do random acts to a work of the Huyện ủy Tứ Kỳ, most of them in their turn, some out of it. A model of a
 * few lines, written from the specification (section 5) and not from the rules, says what comes of each.
 */

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

/** What is known of the work: what the next act depends on, and no more. */
interface Model {
  state: string
  since: PlainDate
  version: number
  today: PlainDate
  spans: number
  acts: number
  /** Whether what was handed in last has been appraised. */
  appraised: boolean
  returnBy: PlainDate | null
  reported: Set<string>
  evidence: ('offered' | 'accepted' | 'refused')[]
  pending: PlainDate | null
  dueOn: PlainDate
  checked: boolean
}

const owners: readonly TestPersonName[] = ['tu-ky', 'bi-thu-tu-ky']
const judges: readonly TestPersonName[] = ['van-phong', 'thuong-vu']
const people: readonly TestPersonName[] = [
  ...owners,
  ...judges,
  'tuyen-giao',
  'kiem-tra',
  'quan-tri',
  'thuong-vu-tu-ky',
  'tuyen-giao-tu-ky',
  'bi-thu-song-ha',
  'chi-bo-thon-dong',
]

interface Act {
  /** Who may. */
  readonly by: readonly TestPersonName[]
  readonly from: readonly string[]
  /** What it asks for besides its state. */
  readonly if?: (model: Model) => boolean
  /** What comes of it; the states that it passes, in order. */
  readonly passes: (model: Model) => readonly string[]
  /** Whether it says which version it has seen. */
  readonly blind?: true
  readonly endpoint?: AnyEndpoint
  readonly fields?: (model: Model, id: string, by: TestPersonName) => Promise<object> | object
  /** For a decision of the province's standing committee. */
  readonly decides?: string
}

const inForce = ['assigned', 'in_progress', 'suspended', 'completion_reported']
const owed = ['assigned', 'in_progress', 'suspended']
const staying = (): readonly string[] => []
const pause = { reason: 'Mưa lũ.', document: 'Công văn 12-CV/TU' }
const periodOn = (day: PlainDate) =>
  day <= '2022-03-31' ? 'q1' : day <= '2022-06-30' ? 'h1' : day <= '2022-09-30' ? 'm9' : 'estimate'
const windowClosesOn = plainDate('2022-03-31')

const acts: Readonly<Record<string, Act>> = {
  edit: {
    by: owners,
    from: ['draft', 'returned'],
    passes: staying,
    endpoint: editWork,
    fields: () => {
      const { year: _year, ownerKind: _kind, ...fields } = registration()
      return fields
    },
  },
  submit: {
    by: owners,
    from: ['draft', 'returned'],
    if: ({ today, returnBy }) => today <= laterOf(windowClosesOn, returnBy ?? windowClosesOn),
    passes: (model) => {
      model.appraised = false
      model.returnBy = null
      return ['submitted']
    },
    endpoint: submitWork,
  },
  withdraw: {
    by: owners,
    from: ['draft', 'submitted', 'returned'],
    passes: () => ['withdrawn'],
    endpoint: withdrawWork,
  },
  open: { by: ['tuyen-giao'], from: ['submitted'], passes: () => ['appraising'], endpoint: openAppraisal },
  appraise: {
    by: ['tuyen-giao'],
    from: ['appraising'],
    passes: (model) => {
      model.appraised = true
      return []
    },
    endpoint: appraiseWork,
    fields: () => ({ scores: allScores, outcome: 'approve' }),
  },
  return: {
    by: ['thuong-vu'],
    from: ['appraising'],
    passes: (model) => {
      model.returnBy = addDays(model.today, 20)
      return ['returned']
    },
    decides: 'return',
  },
  reject: { by: ['thuong-vu'], from: ['appraising'], passes: () => ['rejected'], decides: 'reject' },
  approve: {
    by: ['thuong-vu'],
    from: ['appraising'],
    if: ({ appraised }) => appraised,
    passes: () => ['approved'],
    decides: 'approve',
  },
  approveAndAssign: {
    by: ['thuong-vu'],
    from: ['appraising'],
    if: ({ appraised }) => appraised,
    passes: () => ['approved', 'assigned'],
    decides: 'approve_assign',
  },
  assign: { by: ['thuong-vu'], from: ['approved'], passes: () => ['assigned'], decides: 'assign' },
  drop: { by: ['thuong-vu'], from: ['approved'], passes: () => ['withdrawn'], decides: 'drop' },
  start: {
    by: owners,
    from: ['assigned'],
    passes: () => ['in_progress'],
    endpoint: startWork,
    fields: ({ today }) => ({ startedOn: today }),
  },
  report: {
    by: owners,
    from: inForce,
    // What is reported complete waits: only what was said before may be corrected.
    if: ({ state, reported, today }) => state !== 'completion_reported' || reported.has(periodOn(today)),
    passes: (model) => {
      model.reported.add(periodOn(model.today))
      return model.state === 'assigned' ? ['in_progress'] : []
    },
    endpoint: reportWork,
    fields: async ({ today }, id) => ({
      period: periodOn(today),
      reportedOn: today,
      content: 'Đã xây xong hai vùng.',
      reason: 'Nếu là sửa: đếm lại.',
      values: [{ targetId: await road.target(id), value: 2 }],
    }),
  },
  offer: {
    by: owners,
    from: inForce,
    passes: (model) => {
      model.evidence.push('offered')
      return []
    },
    endpoint: offerEvidence,
    fields: async ({ today }, id, by) => ({
      kind: 'recognition',
      title: 'Quyết định công nhận',
      targetId: await road.target(id),
      effectiveOn: today,
      uploadId: await road.upload(by),
      recognition: {
        authority: 'Sở Nông nghiệp (minh hoạ)',
        competence: 'Công nhận vùng sản xuất',
        number: '15/QĐ',
        recognisedOn: today,
        quantity: 1,
      },
    }),
  },
  acceptEvidence: judging('accept', 'accepted'),
  refuseEvidence: judging('refuse', 'refused'),
  suspend: {
    by: ['thuong-vu'],
    from: ['in_progress'],
    passes: () => ['suspended'],
    endpoint: suspendWork,
    fields: () => pause,
  },
  resume: {
    by: ['thuong-vu'],
    from: ['suspended'],
    passes: () => ['in_progress'],
    endpoint: resumeWork,
    fields: () => pause,
  },
  ask: {
    by: owners,
    from: owed,
    if: ({ pending }) => pending === null,
    passes: (model) => {
      model.pending = otherDue(model)
      return []
    },
    endpoint: askAdjustment,
    fields: (model) => ({ newDueOn: otherDue(model), reason: 'Mưa lũ kéo dài.', forceMajeure: true }),
  },
  acceptAdjustment: adjusting('accepted'),
  refuseAdjustment: adjusting('refused'),
  complete: {
    by: owners,
    from: ['in_progress'],
    if: ({ reported, evidence }) => reported.size > 0 && evidence.some((piece) => piece !== 'refused'),
    passes: (model) => {
      model.checked = false
      return ['completion_reported']
    },
    endpoint: reportCompletion,
    fields: ({ today }) => ({ workDoneOn: today, content: 'Hoàn thành.' }),
  },
  check: {
    by: judges,
    from: ['completion_reported'],
    passes: (model) => {
      model.checked = true
      return []
    },
    endpoint: checkCompletion,
    fields: () => ({ comment: 'Đã đối chiếu.' }),
  },
  acceptCompletion: {
    by: ['thuong-vu'],
    from: ['completion_reported'],
    if: ({ checked, evidence }) => checked && evidence.includes('accepted'),
    passes: () => ['completed'],
    endpoint: decideCompletion,
    fields: () => ({ outcome: 'accept' }),
  },
  refuseCompletion: {
    by: ['thuong-vu'],
    from: ['completion_reported'],
    passes: () => ['in_progress'],
    endpoint: decideCompletion,
    fields: () => ({ outcome: 'refuse', reason: 'Chưa đủ minh chứng.' }),
  },
}

/** Of the newest piece. What was offered in time may be judged after the result, too. */
function judging(outcome: 'accept' | 'refuse', state: 'accepted' | 'refused'): Act {
  return {
    by: judges,
    from: [...inForce, 'completed'],
    if: ({ evidence }) => evidence.at(-1) === 'offered',
    passes: (model) => {
      model.evidence[model.evidence.length - 1] = state
      return []
    },
    blind: true,
    endpoint: judgeEvidence,
    fields: async ({ evidence }, id) => ({
      evidenceId: evidence.length === 0 ? 'none' : await road.evidence(id),
      outcome,
      reason: 'Thiếu dấu.',
    }),
  }
}

function adjusting(outcome: 'accepted' | 'refused'): Act {
  return {
    by: ['thuong-vu'],
    from: owed,
    if: ({ pending }) => pending !== null,
    passes: (model) => {
      if (outcome === 'accepted') model.dueOn = model.pending ?? model.dueOn
      model.pending = null
      return []
    },
    endpoint: decideAdjustment,
    fields: () => ({ outcome, reason: 'Theo đề nghị.' }),
  }
}

const otherDue = ({ dueOn }: Model): PlainDate =>
  plainDate(dueOn === '2022-12-20' ? '2022-12-22' : '2022-12-20')

function registration() {
  const target = targetInput({
    value: 1,
    recognitionRequired: true,
    recognitionBy: 'Sở Nông nghiệp (minh hoạ)',
  })
  return registrationInput(programme, { title: unlikeTitle(), targets: [target] })
}

interface Turn {
  /** Which act, of those that are open or of all. */
  readonly pick: number
  readonly outOfTurn: boolean
  readonly who: number
  readonly anybody: boolean
  readonly outdated: boolean
  readonly days: number
}

const seldom = (times: number) => fc.integer({ min: 1, max: times }).map((drawn) => drawn === times)
const turns = fc.array(
  fc.record<Turn>({
    pick: fc.nat(1000),
    outOfTurn: seldom(5),
    who: fc.nat(1000),
    anybody: seldom(5),
    outdated: seldom(12),
    days: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 16, maxLength: 30 },
)

const ends = ['withdraw', 'reject', 'drop']
const isOpen = (act: Act, model: Model) => act.from.includes(model.state) && (act.if?.(model) ?? true)
const drawn = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item

function chosen(turn: Turn, model: Model): Act {
  const names = Object.keys(acts)
  // The road is long: in their turn people do what leads on.
  const inTurn = names.filter((name) => isOpen(acts[name] as Act, model) && !ends.includes(name))
  return acts[drawn(turn.outOfTurn || inTurn.length === 0 ? names : inTurn, turn.pick)] as Act
}

/** Does one act, to the register and to the model. */
async function take(turn: Turn, model: Model, id: string): Promise<void> {
  model.today = addDays(model.today, turn.days)
  const act = chosen(turn, model)
  const by = drawn(turn.anybody ? people : act.by, turn.who)
  // A decision and a judgement name no version; all other acts say what they have seen.
  const versioned = act.decides === undefined && act.blind === undefined
  const seen = model.version - (turn.outdated ? 1 : 0)
  const should = isOpen(act, model) && act.by.includes(by) && !(versioned && turn.outdated)

  const refusal = await doIt(act, by, seen, model, id).then(
    () => null,
    (error: unknown) => error,
  )
  if (!should) {
    expect(refusal).toBeInstanceOf(Refusal)
    return
  }
  expect(refusal).toBeNull()
  const passed = act.passes(model)
  model.state = passed.at(-1) ?? model.state
  if (passed.length > 0) model.since = model.today
  model.version += Math.max(1, passed.length)
  model.spans += passed.length
  model.acts += 1
}

async function doIt(
  act: Act,
  by: TestPersonName,
  version: number,
  model: Model,
  id: string,
): Promise<unknown> {
  const on = model.today
  if (act.decides !== undefined) {
    const item = { ref: id, action: act.decides, reason: 'Đã họp.', returnBy: addDays(on, 20) }
    const decision = road.decision([item], { on })
    // Each decides for their own body; that of the district is not above its own committee.
    const issuer = by === 'thuong-vu-tu-ky' ? 'btv-tu-ky' : 'btv-tinh-uy'
    return road.do({ ...decision, by, input: { ...(decision.input as object), issuer } })
  }
  const fields = await act.fields?.(model, id, by)
  const seen = act.blind === true ? { ref: id } : { ref: id, version }
  return road.do({ by, on, endpoint: act.endpoint as AnyEndpoint, input: { ...seen, ...fields } })
}

const signalsOf = async (id: string) => {
  const { db } = database
  const rows = await db
    .selectFrom('work_signal')
    .select(['signal', 'from_on', 'to_on'])
    .where('work_id', '=', id)
    .execute()
  return rows.map(({ signal, from_on, to_on }) => `${signal} ${from_on} ${to_on}`).sort()
}

/** The register says what the model says, its spans follow each other, and its signals are those that its facts give. */
async function expectAgreement(model: Model, id: string): Promise<void> {
  const { state, state_since, version, due_on } = await road.work(id)
  expect({ state, state_since, version, due_on }).toEqual({
    state: model.state,
    state_since: model.since,
    version: model.version,
    due_on: model.dueOn,
  })
  const spans = await database.db
    .selectFrom('work_state_span')
    .select(['state', 'from_on', 'to_on'])
    .where('work_id', '=', id)
    .orderBy('id')
    .execute()
  expect(spans).toHaveLength(model.spans)
  expect(spans.map(({ to_on }) => to_on)).toEqual([...spans.slice(1).map(({ from_on }) => from_on), null])
  expect(spans.at(-1)).toMatchObject({ state: model.state, from_on: model.since })

  const rewritten = await signalsOf(id)
  await database.db.transaction().execute((db) => refreshSignals({ db }, [id]))
  expect(rewritten).toEqual(await signalsOf(id))
}

async function entries(): Promise<number> {
  const rows = await database.db.selectFrom('audit_entry').select('id').execute()
  return rows.length
}

test('whatever people do, the register agrees with a simple model of it', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(turns, async (drawnTurns) => {
      const id = await road.bring('draft', registration())
      const before = await entries()
      const model: Model = {
        state: 'draft',
        since: plainDate(roadDays.register),
        version: 1,
        today: plainDate(roadDays.register),
        spans: 1,
        acts: 0,
        appraised: false,
        returnBy: null,
        reported: new Set(),
        evidence: [],
        pending: null,
        dueOn: plainDate('2022-12-15'),
        checked: false,
      }
      for (const turn of drawnTurns) {
        await take(turn, model, id)
        reached.add(model.state)
      }
      await expectAgreement(model, id)
      expect((await entries()) - before).toBe(model.acts)
    }),
    { numRuns: runs(24, { long: 40 }), seed: 20220518 },
  )
  // And the record, asked alone, tells of every work and every piece of proof the state that stands.
  const { checked, faults } = await verifyFacts(database.db, recordedWorkFacts)
  expect(checked).toBeGreaterThan(20)
  expect(faults).toEqual([])
  // The walk is worth something only where it gets about.
  expect(reached.size).toBeGreaterThanOrEqual(10)
  expect(reached).toContain('completed')
})
