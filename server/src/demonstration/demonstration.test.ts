import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyPassword } from '../identity/passwords/passwords.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { listClaims } from '../programme/figures/claims.ts'
import { assessTargets } from '../programme/progress/target-facts.ts'
import { duplicateThreshold, titleSimilarity } from '../programme/rules/duplicates.ts'
import { guardAcceptCompletion } from '../programme/rules/guards/completion.ts'
import { signals } from '../programme/rules/signals.ts'
import type { WorkState } from '../programme/rules/states.ts'
import { demonstrationAccounts, demonstrationToday } from './index.ts'
import { asAccount, loadForTests, useDemonstration } from './testing.ts'

const database = useDemonstration()
const asked = { year: 2022, asOf: demonstrationToday, illustrative: 'include' } as const

describe('the published totals', () => {
  test('come out of the register by the filters of the claims', async () => {
    const claims = await asAccount(database, 'van-phong', (c) => listClaims(c, asked))
    expect(claims.map(({ ref, published, register }) => [ref, published, register])).toEqual([
      ['cnt-36', 36, 36],
      ['cnt-178', 178, 178],
      ['cnt-3-tu-ky', 3, 1],
      ['cnt-143', 143, 143],
      ['cnt-234', 234, 234],
      ['cnt-co-so', null, expect.any(Number)],
    ])
    expect(claims.map(({ verdict }) => verdict)).toEqual([
      'agrees',
      'agrees',
      'differs',
      'agrees',
      'agrees',
      'not_stated',
    ])
  })

  test('say what is assumed, and who stated them', async () => {
    const claims = await asAccount(database, 'van-phong', (c) => listClaims(c, asked))
    expect(claims.find(({ ref }) => ref === 'cnt-36')?.assumption).toContain('Giả định')
    expect(claims.find(({ ref }) => ref === 'cnt-143')?.statedBy).toBe(
      'Phạm Hồng Hạnh, Trưởng Ban Tuyên giáo Huyện ủy Tứ Kỳ',
    )
  })

  test('fall to what the article names where invented works are left out', async () => {
    const claims = await asAccount(database, 'van-phong', (c) =>
      listClaims(c, { ...asked, illustrative: 'exclude' }),
    )
    expect(claims.map(({ register }) => register)).toEqual([1, 0, 1, 0, 0, 0])
  })

  test('are also what the standing committee of Tứ Kỳ sees of its own', async () => {
    const claims = await asAccount(database, 'tham-dinh-tu-ky', (c) => listClaims(c, asked))
    const own = claims.filter(({ ref }) => ['cnt-143', 'cnt-234'].includes(ref))
    expect(own.map(({ register, verdict }) => [register, verdict])).toEqual([
      [143, 'agrees'],
      [234, 'agrees'],
    ])
  })
})

describe('the filling', () => {
  test('shows every state up to completion', async () => {
    const rows = await database.db.selectFrom('work').select('state').distinct().execute()
    const expected: readonly WorkState[] = [
      'draft',
      'submitted',
      'appraising',
      'returned',
      'rejected',
      'withdrawn',
      'approved',
      'assigned',
      'in_progress',
      'suspended',
      'completion_reported',
      'completed',
    ]
    expect(rows.map(({ state }) => state).sort()).toEqual([...expected].sort())
  })

  test('shows every signal on its day', async () => {
    const rows = await database.db
      .selectFrom('work_signal')
      .select('signal')
      .distinct()
      .where('from_on', '<=', demonstrationToday)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', demonstrationToday)]))
      .execute()
    expect(rows.map(({ signal }) => signal).sort()).toEqual([...signals].sort())
  })

  test('splits the works of Tứ Kỳ over its two content groups, each in one of them', async () => {
    const { rows } = await database.pool.query(
      `select count(distinct g.content_group_id)::int as groups, count(*)::int as works, count(distinct w.id)::int as different
       from work w join unit u on u.id = w.assigner_unit_id left join work_content_group g on g.work_id = w.id
       where u.code = 'btv-tu-ky'`,
    )
    expect(rows).toEqual([{ groups: 2, works: 377, different: 377 }])
  })

  test('uses every operator, modality and verdict on evidence', async () => {
    const { db } = database
    const operators = await db
      .selectFrom('target')
      .select('operator')
      .distinct()
      .where('operator', 'is not', null)
      .execute()
    expect(operators.map((row) => row.operator).sort()).toEqual(['done', 'eq', 'gte', 'lte', 'range'])
    const modalities = await db.selectFrom('target').select('modality').distinct().execute()
    expect(modalities.map((row) => row.modality).sort()).toEqual(['aspirational', 'carry_out', 'committed'])
    const evidence = await db.selectFrom('evidence').select('state').distinct().execute()
    expect(evidence.map((row) => row.state).sort()).toEqual(['accepted', 'offered', 'refused', 'replaced'])
    const adjustments = await db.selectFrom('adjustment').select('outcome').distinct().execute()
    expect(adjustments.map((row) => row.outcome ?? 'open').sort()).toEqual(['accepted', 'open', 'refused'])
  })

  test('has works that go on from earlier ones, works added by a superior, and one finished too late', async () => {
    const { rows } = await database.pool.query(
      `select count(*) filter (where continues_work_id is not null) > 2 as linked,
        count(*) filter (where continues_unlinked and illustrative) > 5 as unlinked,
        count(*) filter (where added_by_superior) > 1 as added,
        count(*) filter (where work_done_on > due_on and accepted_on is not null)::int as late from work`,
    )
    expect(rows).toEqual([{ linked: true, unlinked: true, added: true, late: 2 }])
  })

  test('finishes a work only where its targets are met by confirmed values', async () => {
    const works = await database.db
      .selectFrom('work')
      .select(['id', 'code', 'custodian_unit_id as custodianUnitId', 'accepted_on'])
      .where('state', '=', 'completed')
      .execute()
    const refused = await asAccount(database, 'van-phong', async (c) => {
      const assessed = await assessTargets(c, works, 2022, demonstrationToday)
      return works.flatMap((work) =>
        guardAcceptCompletion({
          standing: { state: 'completion_reported', year: 2022, programmeClosed: false },
          actor: { isRegistrant: false, inRegistrantUnit: false, didFirst: false },
          assigner: { isActing: true, name: '' },
          pendingSince: null,
          targets: assessed.get(work.id) ?? [],
        }).map((reason) => `${work.code}: ${reason.code}`),
      )
    })
    expect(works.length).toBeGreaterThan(50)
    expect(refused).toEqual([])
  })

  test('judges no target of a work that only the article tells of', async () => {
    const works = await database.db
      .selectFrom('work')
      .select(['id', 'custodian_unit_id as custodianUnitId'])
      .where('illustrative', '=', false)
      .execute()
    const assessed = await asAccount(database, 'van-phong', (c) =>
      assessTargets(c, works, 2022, demonstrationToday),
    )
    const verdicts = works.flatMap(({ id }) =>
      (assessed.get(id) ?? []).map(({ assessment }) => assessment.met),
    )
    expect(verdicts.length).toBe(5)
    expect(new Set(verdicts)).toEqual(new Set(['undetermined']))
  })

  test('has no two titles that the rule on duplicates would warn of', async () => {
    // Below the rule's threshold, so that its judgement is asked; above the database's own, which would give thousands.
    const rows = await database.db.transaction().execute(async (db) => {
      await sql`set local pg_trgm.similarity_threshold = 0.5`.execute(db)
      const found = await sql<{ a: string; b: string }>`select one.title as a, other.title as b
        from work one join work other on other.id > one.id and one.title_folded % other.title_folded`.execute(
        db,
      )
      return found.rows
    })
    const alike = rows.filter(({ a, b }) => titleSimilarity(a, b) >= duplicateThreshold)
    expect(rows.length).toBeGreaterThan(20)
    expect(alike).toEqual([])
  })

  test('says nothing about a day after that of the article', async () => {
    const { rows } = await database.pool.query(
      `select max(day)::text as last from (
         select max(from_on) from work_state_span union select max(effective_on) from evidence
         union select max(decided_on) from evidence union select max(effective_on) from report
         union select max(decided_on) from decision union select max(done_on) from step
         union select max(checked_on) from completion union select max(decided_on) from completion) as days(day)`,
    )
    expect(rows).toEqual([{ last: '2022-05-18' }])
  })
})

describe('the installation', () => {
  test('stands at the day of the article and says that it is a demonstration', async () => {
    const row = await database.db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ demonstration: true, today_override: '2022-05-18' })
  })

  test('has an open, empty programme of the real year next to that of 2022', async () => {
    const { rows } = await database.pool.query(
      `select year, status, (select count(*)::int from work where programme_id = programme.id) as works,
        (select count(*)::int from registration_window where programme_id = programme.id) as windows,
        (select count(*)::int from report_period where programme_id = programme.id) as periods
       from programme order by year`,
    )
    expect(rows).toEqual([
      { year: 2022, status: 'open', works: expect.any(Number), windows: 4, periods: 5 },
      { year: 2026, status: 'open', works: 0, windows: 4, periods: 5 },
    ])
  })

  test('lets in each account that it shows, with the password that it shows', async () => {
    const rows = await database.db.selectFrom('account').select(['username', 'password_hash']).execute()
    expect(rows.map(({ username }) => username).sort()).toEqual(
      demonstrationAccounts.map(({ username }) => username).sort(),
    )
    const [first] = demonstrationAccounts
    expect(await verifyPassword(rows[0]?.password_hash, first?.password ?? '')).toBe(true)
  })

  test('refuses to be loaded twice, and leaves everything as it was', async () => {
    const count = () =>
      database.db
        .selectFrom('work')
        .select('id')
        .execute()
        .then((rows) => rows.length)
    const before = await count()
    await expect(loadForTests(database)).rejects.toMatchObject({
      code: 'demonstration_not_empty',
      message: expect.stringContaining('nothing was changed'),
    })
    expect(await count()).toBe(before)
  })
})

test('gives each holder of an own work something to do', async () => {
  const { rows } = await database.pool.query<{ username: string; states: string[] }>(
    `select account.username, array_agg(distinct work.state order by work.state) as states
     from account join post_holding held on held.person_id = account.person_id join post on post.id = held.post_id
     join work on work.owner_holding_id = held.id or (work.owner_kind = 'collective' and work.owner_unit_id = post.unit_id)
     where account.username in ('chi-bo', 'cap-truong', 'tu-ky', 'so-tttt') group by 1 order by 1`,
  )
  expect(rows).toEqual([
    { username: 'cap-truong', states: ['completion_reported', 'draft', 'in_progress', 'returned'] },
    { username: 'chi-bo', states: ['assigned', 'completed', 'draft', 'in_progress', 'returned'] },
    { username: 'so-tttt', states: ['in_progress'] },
    { username: 'tu-ky', states: ['in_progress'] },
  ])
})

test('gives out codes that go on where the demonstration ends', async () => {
  const { rows } = await database.pool.query(
    `select sequence.last, max(right(work.code, 3)::int) as used from work_code_sequence sequence
     join unit on unit.id = sequence.unit_id join work on work.owner_unit_id = unit.id and work.code is not null
     where sequence.year = 2022 and unit.code = 'tu-ky' group by 1`,
  )
  expect(rows).toEqual([{ last: 1, used: 1 }])
})

test('keeps works of the past as they were on an earlier day', async () => {
  const claims = await asAccount(database, 'van-phong', (c) =>
    listClaims(c, { ...asked, asOf: plainDate('2022-03-12') }),
  )
  // The district assigned on 15/3, the province on 10/3; of the named works the paper speaks on 18/5.
  expect(claims.map(({ register }) => register).slice(0, 5)).toEqual([35, 178, 0, 0, 0])
})
