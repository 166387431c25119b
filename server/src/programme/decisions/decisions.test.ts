import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { decisionApiReads } from '../api/decisions.ts'
import { programmeApiWrites } from '../api/writes.ts'
import { decidedParts } from '../filter/decision-address.ts'
import { insertRows } from '../import/import-rows.ts'
import { programmeRecordPages } from '../pages/records.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import {
  type ProgrammeServer,
  programmeServer,
  seedTestProgramme,
  type TestProgramme,
  testPdf,
} from '../testing/ground.ts'
import { seededRandom, seedRandomRegister } from '../testing/register.ts'
import { getWork } from '../work.ts'
import { listDecisions } from './decision-queries.ts'
import { decidedWorks, maxAnnexWorks } from './decision-works.ts'

const database = useTestDatabase()
const today = '2022-12-20'
let programme: TestProgramme
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  await seedRandomRegister(programme, 140, 5)
  server = await programmeServer(programme, [
    ...programmeRecordPages,
    ...decisionApiReads,
    ...programmeApiWrites,
  ])
  await server.moveTo(today)
  await seedRandomDecisions()
})

interface Recorded {
  readonly id: string
  readonly workIds: readonly string[]
  readonly issuer: string
}

const recorded: Recorded[] = []
let numbers = 0

/** Records a decision as it stands in the tables; who may decide what is not asked here. */
async function record(
  issuer: 'btv-tinh-uy' | 'btv-tu-ky' | 'btv-song-ha',
  items: readonly { readonly workId: string; readonly actions: readonly string[] }[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = newId()
  numbers += 1
  const number = `${numbers}-QĐ/HU`
  await database.db.transaction().execute(async (db) => {
    await insertRows(db, 'decision', [
      {
        id,
        programme_id: programme.programmeId,
        issuer_unit_id: programme.organisation.unit[issuer],
        number,
        decided_on: '2022-11-25',
        year: 2022,
        format: 'party',
        title: 'Giao thực hiện việc đột phá',
        recorded_at: testNow,
        ...more,
      },
    ])
    await insertRows(
      db,
      'decision_item',
      items.flatMap(({ workId, actions }, index) =>
        actions.map((action) => ({
          decision_id: id,
          work_id: workId,
          action,
          ord: index + 1,
          reason: action === 'return' ? 'Chưa rõ chỉ tiêu' : null,
          return_by: action === 'return' ? '2022-12-10' : null,
        })),
      ),
    )
  })
  recorded.push({ id, issuer, workIds: items.map(({ workId }) => workId) })
  return id
}

async function handedIn(): Promise<string[]> {
  const rows = await database.db
    .selectFrom('work')
    .select('id')
    .where('code', 'is not', null)
    .orderBy('code')
    .execute()
  return rows.map(({ id }) => id)
}

async function seedRandomDecisions(): Promise<void> {
  const random = seededRandom(11)
  const works = await handedIn()
  for (let index = 0; index < 30; index += 1) {
    const chosen = new Set(Array.from({ length: 1 + random.whole(9) }, () => random.pick(works)))
    await record(
      random.pick(['btv-tinh-uy', 'btv-tu-ky', 'btv-song-ha'] as const),
      [...chosen].map((workId) => ({
        workId,
        actions: random.pick([['assign'], ['approve', 'assign'], ['return'], ['reject'], ['add']] as const),
      })),
    )
  }
}

const readers = [
  'quan-tri',
  'van-phong',
  'thuong-vu',
  'kiem-tra',
  'tu-ky',
  'thuong-vu-tu-ky',
  'tuyen-giao-tu-ky',
  'an-minh',
  'chi-bo-thon-dong',
  'van-thu-an-minh',
  'bi-thu-song-ha',
  'thuong-vu-song-ha',
  'chi-bo-cho',
  'so-tttt',
  'so-noi-vu',
] as const satisfies readonly TestPersonName[]

// Whose grants reach the committees for which these standing committees act, by overseeing them or by being of them.
const reached: Readonly<Record<string, readonly TestPersonName[]>> = {
  'btv-tinh-uy': ['quan-tri', 'van-phong', 'thuong-vu', 'kiem-tra'],
  'btv-tu-ky': [
    'quan-tri',
    'van-phong',
    'thuong-vu',
    'kiem-tra',
    'tu-ky',
    'thuong-vu-tu-ky',
    'tuyen-giao-tu-ky',
  ],
  'btv-song-ha': ['quan-tri', 'van-phong', 'thuong-vu', 'kiem-tra', 'bi-thu-song-ha', 'thuong-vu-song-ha'],
}

describe('who sees a decision', () => {
  test.each(readers)('%s: readers of one of its works, or users above its issuer', async (name) => {
    await programme.as(name, today, async (c) => {
      const expected: string[] = []
      for (const { id, issuer, workIds } of recorded) {
        const readable = []
        for (const workId of workIds)
          if (may(c, 'read', (await getWork(c, workId)).record)) readable.push(workId)
        if (readable.length > 0 || reached[issuer]?.includes(name)) expected.push(id)
      }
      const { rows, total } = await listDecisions(c, { year: 2022, limit: 100 })
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort())
      expect(total).toBe(expected.length)
    })
  })

  test.each(readers)('%s: what is not in the list is not found, in any of its pages', async (name) => {
    const seen = await programme.as(name, today, (c) => listDecisions(c, { year: null, limit: 100 }))
    const hidden = recorded.filter(({ id }) => !seen.rows.some((row) => row.id === id))
    for (const { id } of hidden.slice(0, 3))
      for (const path of [paths.decision(id), paths.decisionAnnex(id), paths.decisionFile(id)])
        expect({ path, status: (await server.page(name, path)).statusCode }).toEqual({ path, status: 404 })
    if (name === 'chi-bo-cho') expect(hidden.length).toBeGreaterThan(0)
  })

  test('what no decision is called is not found either', async () => {
    for (const path of [paths.decision(newId()), paths.decision('khong-co')])
      expect((await server.page('van-phong', path)).statusCode).toBe(404)
  })

  test('a decision of a day to come is not there yet', async () => {
    const [work] = await handedIn()
    const id = await record('btv-tinh-uy', [{ workId: work ?? '', actions: ['assign'] }], {
      decided_on: '2022-12-21',
    })
    recorded.pop()
    expect((await server.page('van-phong', paths.decision(id))).statusCode).toBe(404)
    const body = (await server.page('van-phong', paths.decisions())).body
    expect(body).not.toContain(id)
  })
})

describe('each figure of a decision', () => {
  test.each(['van-phong', 'tu-ky', 'so-tttt', 'chi-bo-thon-dong'] as const)(
    'opens a list of exactly so many works, for %s',
    async (name) => {
      await programme.as(name, today, async (c) => {
        const { rows } = await listDecisions(c, { year: 2022, limit: 100 })
        expect(rows.length).toBeGreaterThan(0)
        for (const row of rows) {
          const listed = async (part: (typeof decidedParts)[number] | null) =>
            (await decidedWorks(c, row, { part, asOf: c.today, limit: maxAnnexWorks })).rows.length
          expect(await listed(null)).toBe(row.works)
          for (const part of decidedParts)
            expect({ part, listed: await listed(part) }).toEqual({ part, listed: row.parts[part] })
          const all = recorded.find(({ id }) => id === row.id)?.workIds.length
          expect(row.works + row.hidden).toBe(all)
        }
      })
    },
  )

  test('and the page shows them, each with a link, and says how many are kept back', async () => {
    const { rows } = await programme.as('tu-ky', today, (c) => listDecisions(c, { year: 2022, limit: 100 }))
    const partly = rows.find(({ works, hidden }) => works > 0 && hidden > 0)
    if (partly === undefined) throw new Error('no decision of which a part is hidden')
    const { body } = await server.page('tu-ky', paths.decision(partly.id))
    expect([...body.matchAll(/href="\/cong-viec\/2022-[^"]+"/g)]).toHaveLength(partly.works)
    expect(body).toContain(`còn nói về ${partly.hidden} việc`)
  })

  test('what is asked for in an unknown word is refused', async () => {
    const [first] = recorded
    const answer = await server.page('van-phong', `${paths.decision(first?.id ?? '')}?ket-qua=gi-do`)
    expect(answer.statusCode).toBe(422)
  })

  test('works are walked in the order of the annex without doubles', async () => {
    const works = await handedIn()
    const id = await record(
      'btv-tinh-uy',
      works.map((workId) => ({ workId, actions: ['approve', 'assign'] })),
    )
    await programme.as('van-phong', today, async (c) => {
      const walked: string[] = []
      let cursor: string | null = null
      do {
        const page = await decidedWorks(
          c,
          { id: id as never, year: 2022, decidedOn: today as never },
          { part: 'assign', asOf: c.today, cursor, limit: 13 },
        )
        walked.push(...page.rows.map((row) => row.id))
        cursor = page.next
      } while (cursor !== null)
      expect(walked).toEqual(works)
    })
  })
})

describe('the paper of a decision', () => {
  async function withFile(workIds: readonly string[]): Promise<{ id: string; content: Buffer }> {
    const content = testPdf()
    const uploadId = await server.upload('thuong-vu', content)
    const items = workIds.map((workId) => ({ workId, actions: ['assign'] }))
    return { id: await record('btv-tinh-uy', items, { upload_id: uploadId }), content }
  }

  const worksOf = async (unit: 'so-tttt' | 'so-noi-vu') => {
    const rows = await database.db
      .selectFrom('work')
      .select('id')
      .where('code', 'is not', null)
      .where('state', '<>', 'withdrawn')
      .where('owner_unit_id', '=', programme.organisation.unit[unit])
      .where('owner_kind', '=', 'collective')
      .execute()
    return rows.map(({ id }) => id)
  }

  test('opens for those over its issuer, byte for byte', async () => {
    const { id, content } = await withFile(await handedIn())
    const answer = await server.page('van-phong', paths.decisionFile(id))
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.equals(content)).toBe(true)
  })

  test('opens for those from whom none of its works is kept back, and for nobody else below', async () => {
    const own = await worksOf('so-tttt')
    const whole = await withFile(own)
    const mixed = await withFile([...own, ...(await worksOf('so-noi-vu'))])
    expect((await server.page('so-tttt', paths.decisionFile(whole.id))).statusCode).toBe(200)
    expect((await server.page('so-tttt', paths.decisionFile(mixed.id))).statusCode).toBe(403)
    expect((await server.page('so-noi-vu', paths.decisionFile(whole.id))).statusCode).toBe(404)
    const { body } = await server.page('so-tttt', paths.decision(mixed.id))
    expect(body).toContain('Văn bản nêu cả việc không được xem')
  })

  test('is not found where none was attached', async () => {
    const [first] = recorded
    expect((await server.page('van-phong', paths.decisionFile(first?.id ?? ''))).statusCode).toBe(404)
  })
})

describe('the annex', () => {
  test('of a Party paper has the Party’s head, and never the State’s', async () => {
    const [first] = recorded
    const { body } = await server.page('van-phong', paths.decisionAnnex(first?.id ?? ''))
    expect(body).toContain('Đảng Cộng sản Việt Nam')
    expect(body).not.toMatch(/cộng h[oò][àa] xã hội/i)
    expect(body).toContain('(kèm theo Quyết định số 1-QĐ/HU ngày 25/11/2022 của ')
  })

  test('of a State paper has no Party head', async () => {
    const [work] = await handedIn()
    const id = await record('btv-tinh-uy', [{ workId: work ?? '', actions: ['assign'] }], {
      format: 'state',
      number: '12/QĐ-UBND',
    })
    const { body } = await server.page('van-phong', paths.decisionAnnex(id))
    expect(body).not.toContain('Đảng Cộng sản Việt Nam')
    expect(body).toContain('Danh mục việc đột phá giao thực hiện năm 2022')
  })

  test('has one numbered row a work, and says what is kept back', async () => {
    const { rows } = await programme.as('tu-ky', today, (c) => listDecisions(c, { year: 2022, limit: 100 }))
    const partly = rows.find(({ works, hidden }) => works > 1 && hidden > 0)
    const { body } = await server.page('tu-ky', paths.decisionAnnex(partly?.id ?? ''))
    expect([...body.matchAll(/<tr><td class="paper-number">/g)]).toHaveLength(partly?.works ?? -1)
    expect(body).toContain(`Bản trích: không gồm ${partly?.hidden} việc khác`)
  })

  test('shows dates and targets as they were on its day, though they were adjusted since', async () => {
    const row = await database.db
      .selectFrom('work')
      .innerJoin('target', 'target.work_id', 'work.id')
      .select(['work.id', 'work.code', 'target.id as target_id'])
      .where('state', '=', 'in_progress')
      .where(sql<boolean>`not exists (select from adjustment where adjustment.work_id = work.id)`)
      .executeTakeFirstOrThrow()
    const id = await record('btv-tinh-uy', [{ workId: row.id, actions: ['assign'] }])
    await database.db.transaction().execute(async (db) => {
      await insertRows(db, 'adjustment', [
        {
          id: newId(),
          work_id: row.id,
          target_id: row.target_id,
          kind: 'target',
          before: { operator: 'gte', value: '100', min: null, max: null, unit: '%', dueOn: '2022-12-11' },
          after: { operator: 'gte', value: 90, min: null, max: null, unit: '%', dueOn: '2022-12-29' },
          reason: 'Mưa lũ',
          asked_on: '2022-12-01',
          outcome: 'accepted',
          decided_on: '2022-12-02',
          recorded_at: testNow,
        },
      ])
      await db.updateTable('work').set({ due_on: '2022-12-29' }).where('id', '=', row.id).execute()
      await db.updateTable('target').set({ value: '90' }).where('id', '=', row.target_id).execute()
    })
    const annex = (await server.page('van-phong', paths.decisionAnnex(id))).body
    expect(annex).toContain('11/12/2022')
    expect(annex).toContain('ít nhất 100%')
    const now = (await server.page('van-phong', paths.decision(id))).body
    expect(now).toContain('29/12/2022')
    expect(now).toContain('ít nhất 90%')
  })
})

describe('machines', () => {
  interface List {
    readonly items: readonly { readonly id: string; readonly works: number; readonly hidden: number }[]
    readonly total: number
    readonly next: string | null
  }

  test('walk the decisions by a cursor, the latest first and each once', async () => {
    const seen: string[] = []
    let cursor = ''
    let total = 0
    do {
      const { status, body } = await server.api<List>('tu-ky', 'GET', `/decisions?year=2022&limit=4${cursor}`)
      expect(status).toBe(200)
      total = body.total
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.next === null ? '' : `&cursor=${body.next}`
    } while (cursor !== '')
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
  })

  test('read one with its works, and not one that they may not see', async () => {
    const { body } = await server.api<List>('so-tttt', 'GET', '/decisions?limit=100')
    const [first] = body.items
    const one = await server.api<{ items: readonly unknown[]; works: number }>(
      'so-tttt',
      'GET',
      `/decisions/${first?.id}?limit=200`,
    )
    expect(one.body.items).toHaveLength(one.body.works)
    expect(first?.works).toBe(one.body.works)
    const hidden = recorded.find(({ id }) => !body.items.some((item) => item.id === id))
    expect(await server.api('so-tttt', 'GET', `/decisions/${hidden?.id}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
  })

  test('are told of another year that there is nothing, and of a wrong cursor that it is wrong', async () => {
    expect((await server.api<List>('van-phong', 'GET', '/decisions?year=2021')).body.total).toBe(0)
    expect(await server.api('van-phong', 'GET', '/decisions?cursor=xyz')).toMatchObject({ status: 400 })
  })
})
