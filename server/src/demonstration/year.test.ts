import { beforeAll, describe, expect, test } from 'vitest'
import { sealBatch } from '../platform/audit/seal.ts'
import { verifyRecord } from '../platform/audit/verify.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { sealerRole } from '../platform/data/migrate.ts'
import { asNobody, type TestDatabase, testNow } from '../platform/testing/database.ts'
import { daysBetween, type PlainDate, plainDate } from '../platform/time/plain-date.ts'
import { judgeEvidence } from '../programme/evidence/judge-evidence.ts'
import { longestDebts } from '../programme/figures/debts.ts'
import { programmeSummary } from '../programme/figures/figures.ts'
import type { Figure } from '../programme/figures/tally.ts'
import { allWorks, type WorkFilter } from '../programme/filter/filter.ts'
import { readWorksAddress } from '../programme/filter/filter-address.ts'
import { resolveWorkFilter } from '../programme/filter/work-scope.ts'
import { countWorks } from '../programme/lists/list-works.ts'
import { assessTargets } from '../programme/progress/target-facts.ts'
import { guardAcceptCompletion } from '../programme/rules/guards/completion.ts'
import { programmeWorklist } from '../programme/worklist/worklist.ts'
import type { Username } from './accounts.ts'
import { demonstrationToday, tellUntil } from './index.ts'
import { asAccount, useDemonstration } from './testing.ts'

/** Told to each day in turn, as somebody who looks at one after the other. */
const database = useDemonstration()
const [november, december, lastDay] = ['2022-11-15', '2022-12-20', '2022-12-31'].map(plainDate) as [
  PlainDate,
  PlainDate,
  PlainDate,
]

const tell = (to: TestDatabase, day: PlainDate) => asNobody(to, (c) => tellUntil(c, day))
const read = async <Row extends object>(query: string, from = database): Promise<Row[]> =>
  (await from.pool.query<Row>(query)).rows

/** Every figure anywhere in a summary. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return []
  if ('count' in value && 'filter' in value) return [value as Figure]
  return Object.values(value).flatMap(figuresIn)
}

const tallyOn = (username: Username, day: PlainDate, today = day) =>
  asAccount(database, username, async (c) => (await programmeSummary(c, allWorks(2022, day))).tally, today)

const readers = ['van-phong', 'thuong-vu', 'tu-ky', 'tham-dinh-tu-ky', 'kiem-tra', 'cap-truong'] as const
const whoActs = [
  'van-phong',
  'thuong-vu',
  'tham-dinh-tu-ky',
  'btv-tu-ky',
  'tu-ky',
  'chi-bo',
  'cap-truong',
] as const

let inMay: Awaited<ReturnType<typeof tallyOn>>
beforeAll(async () => {
  inMay = await tallyOn('van-phong', demonstrationToday)
})

describe.each([november, december, lastDay])('the demonstration on %s', (day) => {
  beforeAll(() => tell(database, day), 60_000)

  test('says nothing about a later day', async () => {
    expect(
      await read(`select max(day)::text <= '${day}' as told from (
        select max(from_on) from work_state_span union select max(effective_on) from evidence
        union select max(decided_on) from evidence union select max(sent_on) from report
        union select max(decided_on) from decision union select max(done_on) from step
        union select max(checked_on) from completion union select max(decided_on) from completion
        union select max(asked_on) from adjustment union select max(decided_on) from adjustment
        union select max(reminded_on) from reminder) as days(day)`),
    ).toEqual([{ told: true }])
  })

  test.each(readers)('has for %s no figure that differs from the list it leads to', async (username) => {
    await asAccount(
      database,
      username,
      async (c) => {
        const figures = figuresIn(await programmeSummary(c, allWorks(2022, day)))
        expect(figures.length).toBeGreaterThan(20)
        // The same list may be led to from many places; it is counted once.
        const counted = new Map<string, number>()
        for (const { count, filter } of figures) {
          const key = JSON.stringify(filter)
          const listed = counted.get(key) ?? (await countWorks(c, filter))
          counted.set(key, listed)
          expect({ count, filter }).toEqual({ count: listed, filter })
        }
      },
      day,
    )
  })

  test('has parts that make up their whole', async () => {
    const tally = await tallyOn('van-phong', day)
    const { kept, awaiting, doneLate, missed, finished, onCourse, attention, otherwise } = tally
    const sum = (...parts: readonly Figure[]) => parts.reduce((all, { count }) => all + count, 0)
    expect(sum(kept.numerator, awaiting, doneLate, missed)).toBe(kept.denominator.count)
    expect(sum(finished, onCourse, attention, otherwise)).toBe(tally.assigned.count)
  })

  test.each(whoActs)('has something to say to %s, and as many as the list it opens', async (username) => {
    await asAccount(
      database,
      username,
      async (c) => {
        const sections = await programmeWorklist.sections(c)
        const counts = sections.flatMap((section) => section.counts)
        expect(counts.length).toBeGreaterThan(0)
        for (const { href, total } of counts) {
          const params = Object.fromEntries(new URL(href, 'http://x').searchParams)
          const { filter } = readWorksAddress(params, c.today)
          expect({ href, total: await countWorks(c, filter as WorkFilter) }).toEqual({ href, total })
        }
      },
      day,
    )
  })

  test('shows a debt on the home page as old as on the overview', async () => {
    await asAccount(
      database,
      'thuong-vu',
      async (c) => {
        const given = (await programmeWorklist.sections(c)).find(({ key }) => key === 'given_out')
        const filter = { ...allWorks(2022, day), relation: 'given_out' as const }
        const debts = await longestDebts(c, await resolveWorkFilter(c, filter), 200)
        const days = new Map<string, number>(debts.map((debt) => [debt.workId, debt.days]))
        const shown = (given?.items ?? []).map(({ key, dueOn }) => [
          key,
          dueOn && daysBetween(dueOn, c.today),
        ])
        expect(shown.length).toBeGreaterThan(0)
        expect(shown).toEqual(shown.map(([key]) => [key, days.get(String(key))]))
      },
      day,
    )
  })

  test('accepted only what its targets bear out', async () => {
    const works = await database.db
      .selectFrom('work')
      .select(['id', 'code', 'custodian_unit_id as custodianUnitId'])
      .where('state', '=', 'completed')
      .execute()
    const refused = await asAccount(
      database,
      'van-phong',
      async (c) => {
        const assessed = await assessTargets(c, works, 2022, day)
        return works.flatMap((work) =>
          guardAcceptCompletion({
            standing: { state: 'completion_reported', year: 2022, programmeClosed: false },
            actor: { isRegistrant: false, inRegistrantUnit: false, didFirst: false },
            assigner: { isActing: true, name: '' },
            pendingSince: null,
            targets: assessed.get(work.id) ?? [],
          }).map((reason) => `${work.code}: ${reason.code}`),
        )
      },
      day,
    )
    expect(works.length).toBeGreaterThan(300)
    expect(refused).toEqual([])
  })
})

describe('no act comes before what it rests on', () => {
  test.each([
    [
      'a report before the assignment',
      'report r join work w on w.id = r.work_id',
      'r.sent_on < w.assigned_on',
    ],
    ['a report sent before its date', 'report r', 'r.sent_on < r.effective_on'],
    [
      'a report while none was owed',
      `report r join work_state_span s on s.work_id = r.work_id`,
      `s.from_on < r.sent_on and coalesce(s.to_on, 'infinity') > r.sent_on
       and s.state not in ('assigned', 'in_progress', 'suspended')`,
    ],
    ['a verdict before the piece', 'evidence e', 'e.decided_on < e.effective_on'],
    [
      'proof for a work that was over',
      `evidence e join work_state_span s on s.work_id = e.work_id`,
      `s.from_on < e.effective_on and coalesce(s.to_on, 'infinity') > e.effective_on
       and s.state not in ('assigned', 'in_progress', 'suspended', 'completion_reported')`,
    ],
    [
      'a recognition after the proof of it',
      'recognition r join evidence e on e.id = r.evidence_id',
      'r.recognised_on > e.effective_on',
    ],
    ['a completion before the work was done', 'completion c', 'c.reported_on < c.work_done_on'],
    ['a check before the report', 'completion c', 'c.checked_on < c.reported_on'],
    ['a decision before the check', 'completion c', 'c.decided_on < c.checked_on'],
    ['a decision without a check', 'completion c', 'c.outcome is not null and c.checked_on is null'],
    [
      'checker and decider in one',
      'completion c join work w on w.id = c.work_id',
      `c.checked_by_person_id = c.decided_by_person_id
       and w.assigner_unit_id in (select id from unit where code in ('btv-tinh-uy', 'btv-tu-ky'))`,
    ],
    [
      'an accepted completion with proof that waits',
      'completion c join evidence e on e.work_id = c.work_id',
      `c.outcome = 'accepted' and e.effective_on <= c.decided_on and e.state in ('offered', 'accepted')
       and coalesce(e.decided_on, 'infinity') > c.decided_on
       and (select modality from target where id = e.target_id) <> 'aspirational'`,
    ],
    ['an answer before the request', 'adjustment a', 'a.decided_on < a.asked_on'],
    [
      'a late request without force majeure',
      'adjustment a',
      "a.asked_on > '2022-09-30' and not a.force_majeure",
    ],
    ['a due date in another year', 'work w', "w.due_on > '2022-12-31'"],
    [
      'a step done before the assignment',
      'step s join work w on w.id = s.work_id',
      's.done_on < w.assigned_on',
    ],
    [
      'an assignment on another day than its decision',
      'decision_item i join decision d on d.id = i.decision_id join work w on w.id = i.work_id',
      "i.action = 'assign' and d.decided_on <> w.assigned_on",
    ],
    [
      'a gap in the states',
      `(select *, lead(from_on) over (partition by work_id order by from_on, id) as next from work_state_span) s`,
      's.to_on is distinct from s.next',
    ],
    [
      'a reminder of what was reported',
      'reminder r join work w on w.id = r.work_id',
      'w.assigned_on > r.reminded_on',
    ],
  ])('%s', async (_name, tables, wrong) => {
    expect(await read(`select 1 from ${tables} where ${wrong} limit 1`)).toEqual([])
    const [all] = await read<{ count: number }>(`select count(*)::int as count from ${tables}`)
    expect(all?.count).toBeGreaterThan(20)
  })
})

describe('the year', () => {
  test('looks like a year: a rush at its end, some always late, one that sets the example', async () => {
    const months = await read<{ month: number; accepted: number }>(
      `select extract(month from accepted_on)::int as month, count(*)::int as accepted from work
       where accepted_on is not null group by 1 order by 1`,
    )
    expect(months.map(({ month }) => month)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
    const accepted = new Map(months.map(({ month, accepted: count }) => [month, count]))
    expect(Math.max(...accepted.values())).toBe(accepted.get(12))
    const ratios = await read<{ code: string; kept: number; due: number }>(
      `select u.code, count(*)::int as due,
         count(*) filter (where w.accepted_on is not null and w.work_done_on <= w.due_on)::int as kept
       from work w join unit u on u.id = w.owner_unit_id
       where w.assigned_on is not null and w.due_on < '2022-12-01' group by 1`,
    )
    const share = (codes: readonly string[]) => {
      const those = ratios.filter(({ code }) => codes.includes(code))
      return those.reduce((sum, { kept }) => sum + kept, 0) / those.reduce((sum, { due }) => sum + due, 0)
    }
    expect(share(['dong-xanh', 'ubnd-dong-xanh'])).toBe(1)
    expect(share(['gio-nam', 'so-minh-hoa-07', 'so-minh-hoa-15', 'ben-sen'])).toBeLessThan(0.5)
  })

  test('has reports in time, late, dated back and missing, and every answer to each kind of act', async () => {
    expect(
      await read(`select count(*) filter (where sent_on > p.due_on) > 100 as late,
        count(*) filter (where sent_on > effective_on) > 20 as dated_back,
        count(*) filter (where sent_on <= p.due_on) > 1000 as in_time
        from report r join report_period p on p.programme_id = r.programme_id and p.key = r.period_key`),
    ).toEqual([{ late: true, dated_back: true, in_time: true }])
    expect(
      await read(`select count(distinct outcome)::int as outcomes, count(*) filter (where number > 1) > 10 as again
        from completion`),
    ).toEqual([{ outcomes: 2, again: true }])
    const [actions] = await read<{ actions: string[] }>(
      "select array_agg(distinct action) as actions from work_state_span where from_on > '2022-05-18'",
    )
    expect(actions?.actions).toEqual(
      expect.arrayContaining([
        'accept_completion',
        'assign',
        'record_not_completed',
        'refuse_completion',
        'resubmit',
        'resume',
        'suspend',
        'terminate',
        'withdraw',
      ]),
    )
  })

  test('invents nothing for what the article names, and says of all else that it is invented', async () => {
    for (const table of [
      'report',
      'evidence',
      'completion',
      'adjustment',
      'decision_item',
      'reminder',
      'work_signal',
    ])
      expect(
        await read(`select 1 from ${table} t join work w on w.id = t.work_id where not w.illustrative`),
        table,
      ).toEqual([])
    const texts = await read<{ text: string }>(`select number as text from decision
      union all select number from recognition union all select document from completion where document is not null
      union all select document from adjustment where document is not null
      union all select document from work_state_span where document is not null and action <> 'import'`)
    expect(texts.length).toBeGreaterThan(900)
    expect(texts.filter(({ text }) => !text.includes('minh hoạ'))).toEqual([])
  })

  test('leaves the day on which it opened as it was', async () => {
    expect(await tallyOn('van-phong', demonstrationToday, lastDay)).toEqual(inMay)
    expect(await tallyOn('van-phong', demonstrationToday)).toEqual(inMay)
  })

  test('is on a record that can be verified', async () => {
    const sealer = openDatabase(openPool({ url: database.ownerUrl, role: sealerRole, maxConnections: 1 }))
    while ((await sealBatch(sealer, testNow)) !== null);
    await sealer.destroy()
    const verdict = await verifyRecord(database.db, {})
    expect(verdict).toMatchObject({ ok: true, unsealed: 0 })
    expect(verdict.sealed).toBeGreaterThan(50)
  })
})

describe('told at once', () => {
  const other = useDemonstration()
  const courses = `select w.code, w.title, w.state, w.state_since, w.due_on, w.accepted_on, w.version,
    (select count(*)::int from report where work_id = w.id) as reports,
    (select count(*)::int from evidence where work_id = w.id and state = 'accepted') as proofs
    from work w order by w.code, w.title`

  test('the year is the same, but for what somebody changed by hand', async () => {
    const [piece] = await read<{ id: string; code: string }>(
      `select e.id, w.code from evidence e join work w on w.id = e.work_id
       where e.state = 'offered' and w.state = 'in_progress' and w.assigner_unit_id = (select id from unit where code = 'btv-tu-ky')
       order by w.code limit 1`,
      other,
    )
    const code = piece?.code ?? ''
    await asAccount(other, 'tham-dinh-tu-ky', (c) =>
      judgeEvidence.run(c, { ref: code, evidenceId: piece?.id ?? '', outcome: 'accept', reason: '' }),
    )
    const byHand = (rows: readonly { code: string | null }[]) => rows.find((row) => row.code === code)
    const before = byHand(await read(courses, other))
    await tell(other, lastDay)
    const after = await read<{ code: string | null }>(courses, other)
    expect(byHand(after)).toEqual(before)
    const untouched = (rows: readonly { code: string | null }[]) => rows.filter((row) => row.code !== code)
    const inPieces = await read<{ code: string | null; version: number }>(courses)
    expect(untouched(after)).toEqual(untouched(inPieces))
    expect(byHand(inPieces)).not.toEqual(before)
  }, 60_000)
})
