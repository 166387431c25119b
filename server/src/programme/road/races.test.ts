import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { openAppraisal } from '../appraisal/appraise-work.ts'
import { decideAdjustment } from '../carrying-out/adjust-work.ts'
import { startWork } from '../carrying-out/report-work.ts'
import { resumeWork, suspendWork } from '../carrying-out/suspend-work.ts'
import { decideCompletion } from '../completion/complete-work.ts'
import { judgeEvidence } from '../evidence/judge-evidence.ts'
import { editWork, registerWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import { withdrawWork } from '../registration/withdraw-work.ts'
import { registrationInput, seedTestProgramme, type TestProgramme, testYear } from '../testing/ground.ts'
import {
  type AnyEndpoint,
  type Deed,
  type Place,
  Road,
  roadDays,
  steps,
  unlikeTitle,
} from '../testing/road.ts'
import { searchForDuplicates } from '../testing/search-for-duplicates.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

/** How many acts stand and wait for a lock that another holds. What a session waits for is hidden, its locks are not. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct pid)::int as count from pg_locks
    join pg_stat_activity using (pid) where datname = current_database() and not granted`.execute(database.db)
  return rows[0]?.count ?? 0
}

/**
 * Lets all acts run up to a door that is locked, and opens it only when every one of them stands before it: they are
 * then truly at once, whatever the machine. The door is the rows that the acts lock first.
 */
async function atOnce(
  door: { readonly works: readonly string[] },
  deeds: readonly Deed[],
): Promise<readonly PromiseSettledResult<unknown>[]> {
  let running: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
  await database.db.transaction().execute(async (db) => {
    await db.selectFrom('work').select('id').where('id', 'in', door.works).forUpdate().execute()
    running = Promise.allSettled(deeds.map((deed) => road.do(deed)))
    for (let looks = 0; (await waiting()) < deeds.length; looks += 1)
      if (looks > 2000) throw new Error('the acts do not meet')
  })
  return running
}

const spansOf = (id: string) =>
  database.db
    .selectFrom('work_state_span')
    .select(['state', 'from_on', 'to_on'])
    .where('work_id', '=', id)
    // A span begun and ended on one day comes before the one that goes on; ids tell the rest in the order of recording.
    .orderBy('id')
    .execute()

async function expectContiguous(id: string): Promise<void> {
  const spans = await spansOf(id)
  const { state } = await road.work(id)
  for (const [index, span] of spans.entries()) expect(span.to_on).toBe(spans[index + 1]?.from_on ?? null)
  expect(spans.at(-1)?.state).toBe(state)
}

async function recorded(id: string) {
  const { count } = await database.db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('outcome', '=', 'done')
    .executeTakeFirstOrThrow()
  const { version } = await road.work(id)
  return { entries: Number(count), version, spans: (await spansOf(id)).length }
}

/** The codes by which the loser may be told that they came too late. */
const tooLate = ['version_conflict', 'action_not_open', 'evidence_not_open']

type Maker = (id: string) => Promise<Deed>
const by =
  (
    name: TestPersonName,
    on: string,
    endpoint: AnyEndpoint,
    more: object | ((id: string) => Promise<object>) = {},
  ): Maker =>
  async (id) => ({
    by: name,
    on,
    endpoint,
    input: { ...(await road.on(id)), ...(typeof more === 'function' ? await more(id) : more) },
  })
const known =
  (name: keyof typeof steps): Maker =>
  (id) =>
    steps[name](road, id)
const decided =
  (action: string, more: object = {}): Maker =>
  async (id) =>
    road.decision([{ ref: id, action, ...more }])
const judged =
  (outcome: 'accept' | 'refuse'): Maker =>
  async (id) => ({
    by: outcome === 'accept' ? 'van-phong' : 'thuong-vu',
    on: roadDays.pause,
    endpoint: judgeEvidence,
    input: { ref: id, evidenceId: await road.evidence(id), outcome, reason: 'Thiếu dấu.' },
  })
const onPause = { reason: 'Mưa lũ.', document: 'Công văn 12-CV/TU' }
const withdrawn = (on: string) => by('tu-ky', on, withdrawWork, { reason: 'Không còn phù hợp.' })
const withdraw = withdrawn(roadDays.appraise)
const outcomeOf = (outcome: string) =>
  by('thuong-vu', roadDays.complete, decideCompletion, { outcome, reason: 'Chưa đủ minh chứng.' })
const adjusted = (outcome: string) =>
  by('thuong-vu', roadDays.pause, decideAdjustment, { outcome, reason: 'Theo đề nghị.' })
const refused = { reason: 'Không phải việc đột phá.' }
const returned = { reason: 'Nêu rõ sản phẩm.', returnBy: `${testYear}-03-20` }
const edited = by('tu-ky', roadDays.submit, editWork, async () => {
  const { year: _year, ownerKind: _kind, ...fields } = registrationInput(programme, { title: unlikeTitle() })
  return fields
})
const handedInAgain = by('tu-ky', roadDays.start, submitWork)
const startedBy = by('tu-ky', roadDays.report, startWork, { startedOn: roadDays.report })
const resumed = by('thuong-vu', roadDays.complete, resumeWork, onPause)

/** From where, who meets whom, and how many moves of state the one act is that comes through. */
const races: readonly (readonly [name: string, from: Place, first: Maker, second: Maker, moves: number])[] = [
  ['submitting twice', 'draft', known('submit'), known('submit'), 1],
  ['submitting and withdrawing', 'draft', known('submit'), withdraw, 1],
  ['editing twice', 'draft', edited, edited, 0],
  ['editing and submitting', 'draft', edited, known('submit'), 0],
  ['withdrawing and opening the appraisal', 'submitted', withdraw, known('open'), 1],
  ['opening the appraisal twice', 'submitted', known('open'), known('open'), 1],
  ['appraising twice', 'appraising', known('appraise'), known('appraise'), 0],
  [
    'submitting again and withdrawing',
    'returned',
    by('tu-ky', '2022-03-05', submitWork),
    withdrawn('2022-03-05'),
    1,
  ],
  ['approving twice', 'appraised', decided('approve'), decided('approve'), 1],
  [
    'approving with assignment, and rejecting',
    'appraised',
    decided('approve_assign'),
    decided('reject', refused),
    2,
  ],
  ['handing in again twice', 'returned', handedInAgain, handedInAgain, 1],
  ['returning and rejecting', 'appraised', decided('return', returned), decided('reject', refused), 1],
  ['assigning twice', 'approved', decided('assign'), decided('assign'), 1],
  ['assigning and dropping', 'approved', decided('assign'), decided('drop', refused), 1],
  ['starting twice', 'assigned', startedBy, startedBy, 1],
  ['starting, and starting by a report', 'assigned', startedBy, known('report'), 1],
  ['reporting twice for a period', 'in_progress', known('report'), known('report'), 0],
  ['correcting a report twice', 'reported', correction('Đếm nhầm.'), correction('Đếm sót.'), 0],
  ['offering evidence twice', 'reported', known('offer'), known('offer'), 0],
  ['accepting and refusing evidence', 'evidence_offered', judged('accept'), judged('refuse'), 0],
  ['reporting completion twice', 'ready_to_complete', known('complete'), known('complete'), 1],
  [
    'reporting completion and suspending',
    'ready_to_complete',
    known('complete'),
    by('thuong-vu', roadDays.complete, suspendWork, onPause),
    1,
  ],
  ['checking completion twice', 'completion_reported', known('check'), known('check'), 0],
  ['checking and refusing completion', 'completion_reported', known('check'), outcomeOf('refuse'), 0],
  ['accepting and refusing completion', 'completion_checked', outcomeOf('accept'), outcomeOf('refuse'), 1],
  ['suspending twice', 'in_progress', known('suspend'), known('suspend'), 1],
  ['resuming twice', 'suspended', resumed, resumed, 1],
  ['asking for an adjustment twice', 'in_progress', known('ask'), known('ask'), 0],
  ['accepting and refusing an adjustment', 'adjustment_asked', adjusted('accepted'), adjusted('refused'), 0],
]

function correction(reason: string): Maker {
  return async (id) => {
    const deed = await steps.report(road, id)
    return {
      ...deed,
      on: '2022-04-20',
      input: { ...(deed.input as object), reason, reportedOn: '2022-04-20' },
    }
  }
}

/** Where two unlike acts meet, whichever comes first is right, and moves the state as far as it does. */
const movesOf: Readonly<Record<string, number>> = {
  'work.submit': 1,
  'work.withdraw': 1,
  'work.decide_completion': 1,
  approve_assign: 2,
  reject: 1,
}

/** What was done; of a decision, what it says of its first work. */
function nameOf(deed: Deed | undefined): string {
  const { items } = (deed?.input ?? {}) as { items?: readonly { action: string }[] }
  return items?.[0]?.action ?? deed?.endpoint.name ?? ''
}

describe('two writers at once on one work', () => {
  test.each(races)(
    '%s: one comes through and the other is told',
    async (_name, from, first, second, moves) => {
      const id = await road.bring(from)
      const before = await recorded(id)
      const deeds = [await first(id), await second(id)]
      const outcomes = await atOnce({ works: [id] }, deeds)

      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
      const loser = outcomes.find(({ status }) => status === 'rejected')
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const why: unknown = loser?.status === 'rejected' ? loser.reason : null
      expect(why).toBeInstanceOf(Refusal)
      for (const { code } of (why as Refusal).reasons) expect(tooLate).toContain(code)

      const after = await recorded(id)
      const won = nameOf(deeds[winner])
      const moved = movesOf[won] ?? moves
      expect(after.entries - before.entries).toBe(1)
      expect(after.spans - before.spans).toBe(moved)
      expect(after.version - before.version).toBe(Math.max(1, moved))
      await expectContiguous(id)
    },
  )
})

describe('numbers that are given out', () => {
  test('works of one unit that are submitted at once get different codes without a gap', async () => {
    await road.bring('submitted')
    const drafts = await Promise.all([1, 2, 3, 4].map(() => road.bring('draft')))
    const deeds = await Promise.all(drafts.map((id) => steps.submit(road, id)))
    const [lastCode] = await codes()
    const outcomes = await atOnce({ works: drafts }, deeds)
    expect(outcomes.map(({ status }) => status)).toEqual(drafts.map(() => 'fulfilled'))
    const taken = (await codes()).map((code) => Number(code.slice(-3))).sort((a, b) => a - b)
    expect(taken).toEqual(taken.map((_, index) => index + 1))
    expect(taken.at(-1)).toBe(Number(lastCode?.slice(-3)) + drafts.length)
  })

  test('a submission that fails leaves no gap behind', async () => {
    const [one, other] = [await road.bring('draft'), await road.bring('draft', { minutesReference: '' })]
    const outcomes = await atOnce({ works: [one, other] }, [
      await steps.submit(road, one),
      await steps.submit(road, other),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const taken = (await codes()).map((code) => Number(code.slice(-3))).sort((a, b) => a - b)
    expect(taken).toEqual(taken.map((_, index) => index + 1))
  })

  const codes = async () => {
    const rows = await database.db
      .selectFrom('work')
      .select('code')
      .where('code', 'like', `${testYear}-tu-ky-%`)
      .orderBy('code', 'desc')
      .execute()
    return rows.map(({ code }) => code ?? '')
  }

  test('of two decisions with one number one comes through, and the other assigns nothing', async () => {
    const works = [await road.bring('approved'), await road.bring('approved')]
    const deeds = works.map((id) => road.decision([{ ref: id, action: 'assign' }], { number: '99-QĐ/TU' }))
    const outcomes = await atOnce({ works }, deeds)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const loser = outcomes.find((one) => one.status === 'rejected')
    expect(loser?.reason).toMatchObject({ code: 'decision_number_taken', status: 409 })
    const states = await Promise.all(works.map(async (id) => (await road.work(id)).state))
    expect(states.sort()).toEqual(['approved', 'assigned'])
    for (const id of works) await expectContiguous(id)
  })

  test('two decisions that list the same works in another order do not wait for each other in a ring', async () => {
    const works = [await road.bring('approved'), await road.bring('approved')]
    const list = (refs: readonly string[]) => road.decision(refs.map((ref) => ({ ref, action: 'assign' })))
    const outcomes = await atOnce({ works }, [list(works), list(works.toReversed())])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const loser = outcomes.find((one) => one.status === 'rejected')
    expect(loser?.reason).toMatchObject({ code: 'decision_refused', params: { count: 2 } })
  })
})

describe('works that look alike', () => {
  const warnings = async (ids: readonly string[]) => {
    const rows = await database.db
      .selectFrom('duplicate_warning')
      .select('work_id')
      .where('work_id', 'in', ids)
      .where('other_work_id', 'in', ids)
      .execute()
    return rows.length
  }

  test('submitted again at once, the two searches find the pair once', async () => {
    const title = unlikeTitle()
    const works = [await road.bring('returned'), await road.bring('returned')]
    for (const id of works) {
      const { year: _year, ownerKind: _kind, ...fields } = registrationInput(programme, { title })
      await road.do({
        by: 'tu-ky',
        on: '2022-03-02',
        endpoint: editWork,
        input: { ...fields, ...(await road.on(id)) },
      })
    }
    const deeds = await Promise.all(works.map((id) => by('tu-ky', '2022-03-05', submitWork)(id)))
    const outcomes = await atOnce({ works }, deeds)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    await Promise.all(works.map((id) => searchForDuplicates(database, [id])))
    expect(await warnings(works)).toBe(1)
  })

  test('submitted at once by two units, neither waits for the other, and the pair is found once', async () => {
    const title = unlikeTitle()
    const owners = ['tu-ky', 'bi-thu-song-ha'] as const
    const works: string[] = []
    for (const name of owners)
      works.push(
        (
          await road.do({
            by: name,
            on: roadDays.register,
            endpoint: registerWork,
            input: registrationInput(programme, { title }),
          })
        ).id,
      )
    await programme.as(owners[0], roadDays.submit, async (c) => {
      await submitWork.run(c, { ref: works[0] ?? '', version: 1 })
      // The first is done and not committed; the second arrives all the same, and is looked up at once.
      await road.do({
        by: owners[1],
        on: roadDays.submit,
        endpoint: submitWork,
        input: { ref: works[1], version: 1 },
      })
      await searchForDuplicates(database, [works[1] ?? ''])
      expect(await warnings(works)).toBe(0)
    })
    await searchForDuplicates(database, [works[0] ?? ''])
    expect(await warnings(works)).toBe(1)
  })
})

test('an appraisal cannot be opened on what is taken back in the same moment', async () => {
  const id = await road.bring('submitted')
  const deeds = [
    await withdraw(id),
    await by('tuyen-giao', roadDays.appraise, openAppraisal)(id),
    await steps.open(road, id),
  ]
  const outcomes = await atOnce({ works: [id] }, deeds)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expectContiguous(id)
})
