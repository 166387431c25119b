import { describe, expect, test } from 'vitest'
import type { Username } from '../../demonstration/accounts.ts'
import { demonstrationAccounts, demonstrationToday } from '../../demonstration/index.ts'
import { asAccount, useDemonstration } from '../../demonstration/testing.ts'
import { readNews } from '../../office/news/notices.ts'
import { officeWorklist } from '../../office/worklist.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import type { WorklistSection } from '../../platform/slices/navigation.ts'
import { addDays, daysBetween, plainDate } from '../../platform/time/plain-date.ts'
import type { WorkActName } from '../act-on-work.ts'
import { longestDebts } from '../figures/debts.ts'
import { allWorks, type WaitingAct, waitingActs } from '../filter/filter.ts'
import { readWorksAddress } from '../filter/filter-address.ts'
import { resolveWorkFilter } from '../filter/work-scope.ts'
import { workSubjects } from '../for-others/work-subjects.ts'
import { listWorks } from '../lists/list-works.ts'
import { openActsOf } from '../work/work-actions.ts'
import { tellRegistrants } from './tell-registrants.ts'
import { programmeWorklist } from './worklist.ts'

const database = useDemonstration()
const accounts = demonstrationAccounts.map(({ username }) => username as Username)

const as = <T>(name: Username, act: (c: Context) => Promise<T>, today = demonstrationToday) =>
  asAccount(database, name, act, today)

const news = officeWorklist([workSubjects])
const sectionsOf = (name: Username) =>
  as(name, async (c) => [...(await programmeWorklist.sections(c)), ...(await news.sections(c))])
const countOf = (name: Username) =>
  as(name, async (c) => (await programmeWorklist.count(c)) + (await news.count(c)))

/** The works that the address of a count lists. */
async function listed(c: Context, href: string): Promise<{ readonly total: number; readonly ids: string[] }> {
  const params = Object.fromEntries(new URL(href, 'http://x').searchParams)
  const { filter, sort } = readWorksAddress(params, c.today)
  const page = await listWorks(c, { filter, sort, limit: 200 })
  return { total: page.total, ids: page.rows.map(({ id }) => id) }
}

const filledKeys = (sections: readonly WorklistSection[]) =>
  sections.filter(({ items }) => items.length > 0).map(({ key }) => key)

test.each(accounts)(
  '%s: each count leads to a list of exactly so many works, and each item is in its list',
  async (name) => {
    const sections = await sectionsOf(name)
    await as(name, async (c) => {
      for (const { key, counts, items } of sections.filter((one) => one.key !== 'news')) {
        const lists = await Promise.all(counts.map(({ href }) => listed(c, href)))
        expect({ key, totals: lists.map(({ total }) => total) }).toEqual({
          key,
          totals: counts.map(({ total }) => total),
        })
        const ids = new Set(lists.flatMap((list) => list.ids))
        expect({ key, strangers: items.filter((item) => !ids.has(item.key)) }).toEqual({ key, strangers: [] })
        if (items.length === 0) expect({ key, counts }).toEqual({ key, counts: [] })
      }
    })
  },
)

test('a debt is as old on the home page as on the overview', async () => {
  await as('thuong-vu', async (c) => {
    const given = (await programmeWorklist.sections(c)).find(({ key }) => key === 'given_out')
    const filter = { ...allWorks(2022, c.today), relation: 'given_out' as const }
    const debts = await longestDebts(c, await resolveWorkFilter(c, filter), 200)
    const days = (id: string) => debts.find(({ workId }) => workId === id)?.days
    const shown = (given?.items ?? []).map((item) => [
      item.key,
      item.dueOn && daysBetween(item.dueOn, c.today),
    ])
    expect(shown.length).toBeGreaterThan(3)
    expect(shown).toEqual(shown.map(([id]) => [id, days(String(id))]))
  })
})

test.each([
  ['chi-bo', ['returned', 'due', 'report', 'drafts', 'news']],
  ['van-thu-tu-ky', ['returned', 'due', 'drafts', 'news']],
  [
    'thuong-vu',
    ['decide', 'assign', 'decide_completion', 'decide_adjustment', 'judge_evidence', 'given_out', 'news'],
  ],
  ['van-phong', ['open_appraisal', 'appraise', 'check_completion', 'judge_evidence', 'given_out', 'news']],
  ['kiem-tra', ['news']],
  ['quan-tri', ['news']],
  ['to-chuc', ['news']],
] as const)('%s has the piles of their roles and no others', async (name, keys) => {
  expect((await sectionsOf(name)).map(({ key }) => key)).toEqual(keys)
})

test('the demonstration has something for everybody who acts', async () => {
  expect(filledKeys(await sectionsOf('chi-bo'))).toEqual(['returned', 'report', 'drafts'])
  expect(filledKeys(await sectionsOf('btv-tu-ky'))).toEqual([
    'decide',
    'assign',
    'decide_completion',
    'decide_adjustment',
    'judge_evidence',
    'given_out',
  ])
  expect(filledKeys(await sectionsOf('kiem-tra'))).toEqual([])
})

test('a pile of those who only look is empty, and their menu has no number', async () => {
  for (const name of ['kiem-tra', 'quan-tri', 'to-chuc'] as const) expect(await countOf(name)).toBe(0)
})

test('the number in the menu counts each pressing work once', async () => {
  const count = await countOf('btv-tu-ky')
  const ids = await as('btv-tu-ky', async (c) => {
    const sections = await programmeWorklist.sections(c)
    const piles = sections.filter(({ kind }) => kind === 'task')
    const lists: string[] = []
    for (const { counts } of piles) for (const { href } of counts) lists.push(...(await listed(c, href)).ids)
    return lists
  })
  expect(count).toBe(new Set(ids).size)
  expect(ids.length).toBeGreaterThan(count)
})

/** What a work's page calls the act that a pile waits for. */
const actionOf: Readonly<Record<WaitingAct, WorkActName>> = {
  report: 'report',
  open_appraisal: 'open_appraisal',
  appraise: 'appraise',
  decide: 'decide',
  assign: 'decide',
  judge_evidence: 'judge_evidence',
  check_completion: 'check_completion',
  decide_completion: 'decide_completion',
  decide_adjustment: 'decide_adjustment',
}

describe('what waits can be done by the one for whom it waits', () => {
  test.each(accounts)('%s', async (name) => {
    await as(name, async (c) => {
      for (const waiting of waitingActs) {
        const filter = { ...allWorks(2022, c.today), waiting }
        const { rows } = await listWorks(c, { filter, limit: 6 })
        for (const { id } of rows) {
          const action = (await openActsOf(c, id)).find((one) => one.name === actionOf[waiting])
          expect({ waiting, id, closed: action?.closed }).toEqual({ waiting, id, closed: [] })
        }
      }
    })
  })
})

test('what a nearer body decides first waits for that body alone', async () => {
  const waitingOf = (name: Username, waiting: WaitingAct) =>
    as(name, async (c) => {
      const filter = { ...allWorks(2022, c.today), waiting }
      return (await listWorks(c, { filter, limit: 200 })).rows.map(({ id }) => id)
    })
  for (const act of ['decide', 'assign'] as const) {
    const [province, district] = [await waitingOf('thuong-vu', act), await waitingOf('btv-tu-ky', act)]
    expect(province.length).toBeGreaterThan(0)
    expect(district.length).toBeGreaterThan(0)
    expect(district.filter((id) => province.includes(id))).toEqual([])
  }
})

test('a report begins to wait fifteen days before its data close', async () => {
  // A unit of which one work runs and the first quarter is reported.
  const { unit } = await database.db
    .selectFrom('work')
    .innerJoin('report', 'report.work_id', 'work.id')
    .select('work.custodian_unit_id as unit')
    .where('work.owner_kind', '=', 'collective')
    .where('work.state', '=', 'in_progress')
    .where('work.assigned_on', 'is not', null)
    .where('report.period_key', '=', 'q1')
    .orderBy('work.code')
    .limit(1)
    .executeTakeFirstOrThrow()
  const duesOn = (day: string) =>
    as(
      'chi-bo',
      async (c) => {
        const actor = { ...c.actor, unitId: unit, rootId: unit }
        const sections = await programmeWorklist.sections({ ...c, actor })
        return sections.find(({ key }) => key === 'report')?.items.map(({ dueOn }) => dueOn)
      },
      plainDate(day),
    )
  expect(await duesOn('2022-06-14')).not.toContain('2022-07-05')
  expect(await duesOn('2022-06-15')).toContain('2022-07-05')
})

test('a work that is due in thirty days is shown, and one day earlier it is not', async () => {
  const work = await as('chi-bo', async (c) => {
    const { rows } = await listWorks(c, {
      filter: { ...allWorks(2022, c.today), relation: 'mine', states: ['in_progress'] },
    })
    return rows[0]
  })
  const dueOn = work?.dueOn ?? plainDate('2022-12-31')
  const dueAt = (days: number) =>
    as(
      'chi-bo',
      async (c) => {
        const due = (await programmeWorklist.sections(c)).find(({ key }) => key === 'due')
        return due?.items.some(({ key }) => key === work?.id)
      },
      addDays(dueOn, -days),
    )
  expect(await dueAt(31)).toBe(false)
  expect(await dueAt(30)).toBe(true)
})

describe('news', () => {
  test('what others decided is told, counted, and read in one press', async () => {
    const work = await as('cap-truong', async (c) => {
      const filter = { ...allWorks(2022, c.today), relation: 'mine' as const }
      return (await listWorks(c, { filter, limit: 1 })).rows[0]
    })
    for (const outcome of ['refuse', 'accept'])
      await as('van-phong', (c) =>
        tellRegistrants.handle(c, {
          id: newId(),
          event: 'work.completion_decided',
          payload: { workId: work?.id, outcome },
        }),
      )
    const newsNow = async () => (await sectionsOf('cap-truong')).find(({ key }) => key === 'news')
    const told = await newsNow()
    expect(told?.items.map(({ title, urgent }) => ({ title, urgent }))).toEqual([
      { title: work?.title, urgent: true },
      { title: work?.title, urgent: true },
    ])
    expect(told?.counts).toMatchObject([{ total: 2 }])
    const before = await countOf('cap-truong')

    const [newest, oldest] = told?.items ?? []
    const read = (until: string | undefined) =>
      as('cap-truong', (c) => readNews.run(c, { until: until ?? null }))
    // What arrived after the page was shown stays unread.
    expect(await read(oldest?.key)).toEqual({ read: 1 })
    expect((await newsNow())?.items.map(({ urgent }) => urgent)).toEqual([true, false])
    expect(await read(newest?.key)).toEqual({ read: 1 })
    expect(await read(newest?.key)).toEqual({ read: 0 })
    expect((await newsNow())?.clear).toBeNull()
    expect(await countOf('cap-truong')).toBe(before - 2)
  })

  test('the news of one person is nobody else’s, nor can they read it for others', async () => {
    const unread = () => database.db.selectFrom('notice').select('id').where('read_at', 'is', null).execute()
    const work = await as('chi-bo', async (c) => {
      const filter = {
        ...allWorks(2022, c.today),
        relation: 'mine' as const,
        states: ['in_progress' as const],
      }
      return (await listWorks(c, { filter, limit: 1 })).rows[0]
    })
    await database.db
      .updateTable('work')
      .set((eb) => ({
        created_by: eb.selectFrom('account').select('id').where('username', '=', 'chi-bo'),
      }))
      .where('id', '=', work?.id ?? '')
      .execute()
    await as('van-phong', (c) =>
      tellRegistrants.handle(c, { id: newId(), event: 'work.suspended', payload: { workId: work?.id } }),
    )
    expect(await unread()).toHaveLength(1)
    expect(await as('tu-ky', (c) => readNews.run(c, { until: null }))).toEqual({ read: 0 })
    const seen = (await sectionsOf('tu-ky')).find(({ key }) => key === 'news')
    expect(seen?.items).toEqual([])
    expect(await unread()).toHaveLength(1)
  })
})
