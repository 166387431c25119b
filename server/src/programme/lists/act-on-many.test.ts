import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { allWorks } from '../filter/filter.ts'
import { programmeForms } from '../pages/forms.ts'
import { programmePages } from '../pages/index.ts'
import { programmeServer, seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { openActsOf } from '../work/work-actions.ts'
import { actOnMany, getBulkAct } from './act-on-many.ts'
import { exportWorks } from './export-works.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

interface Answer {
  readonly id: string
  readonly done: number
  readonly refused: number
  readonly results: readonly {
    readonly ref: string
    readonly reasons: readonly { readonly code: string }[]
  }[]
}

const chosen = async (ids: readonly string[]) => Promise.all(ids.map((id) => road.on(id)))
type Person = Parameters<TestProgramme['as']>[0]
const press = async (by: Person, on: string, act: string, ids: readonly string[]) =>
  road.do<Answer>({ by, on, endpoint: actOnMany, input: { act, works: await chosen(ids) } })

const codesOf = (answer: Answer) => answer.results.map(({ reasons }) => reasons.map(({ code }) => code))

describe('one press over many works', () => {
  test('does each that is open and says of each other why not, in the order they were chosen', async () => {
    const [open, draft, done] = [
      await road.bring('submitted'),
      await road.bring('draft'),
      await road.bring('appraising'),
    ]
    const answer = await press('tuyen-giao', roadDays.appraise, 'open_appraisal', [done, open, draft])
    expect(answer).toMatchObject({ done: 1, refused: 2 })
    // A draft is nobody else's to know of.
    expect(codesOf(answer)).toEqual([['action_not_open'], [], ['not_found']])
    expect((await road.work(open)).state).toBe('appraising')
    expect((await road.work(draft)).state).toBe('draft')
  })

  test('leaves a record of each that was done and of each that was refused', async () => {
    const [good, bad] = [await road.bring('submitted'), await road.bring('appraising')]
    await press('tuyen-giao', roadDays.appraise, 'open_appraisal', [good, bad])
    const entries = await database.db
      .selectFrom('audit_entry')
      .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
      .select(['audit_entry.action', 'audit_entry.outcome', 'audit_entry.object_id', 'audit_payload.payload'])
      .where('audit_entry.action', 'in', ['work.open_appraisal', 'work.act_on_many'])
      .execute()
    expect(entries.filter(({ object_id: id, outcome }) => id === good && outcome === 'done')).toHaveLength(1)
    expect(
      entries.some(({ outcome, payload }) => outcome === 'refused' && JSON.stringify(payload).includes(bad)),
    ).toBe(true)
  })

  test('asks each work’s own permission: what is not their to do is refused work by work', async () => {
    const id = await road.bring('submitted')
    expect(codesOf(await press('van-phong', roadDays.appraise, 'open_appraisal', [id]))).toEqual([
      ['forbidden'],
    ])
    expect(codesOf(await press('so-tttt', roadDays.appraise, 'open_appraisal', [id]))).toEqual([
      ['not_found'],
    ])
    expect((await road.work(id)).state).toBe('submitted')
  })

  test('catches a work that somebody else has changed since it was chosen', async () => {
    const id = await road.bring('draft')
    const seen = await road.on(id)
    const stale = { ...seen, version: seen.version + 1 }
    const answer = await road.do<Answer>({
      by: 'tu-ky',
      on: roadDays.submit,
      endpoint: actOnMany,
      input: { act: 'withdraw', works: [stale] },
    })
    expect(codesOf(answer)).toEqual([['version_conflict']])
  })

  test('hands in own drafts, and names what an incomplete one lacks', async () => {
    const [whole, bare] = [await road.bring('draft'), await road.bring('draft', { proof: '', targets: [] })]
    const answer = await press('tu-ky', roadDays.submit, 'submit', [whole, bare])
    expect(codesOf(answer)[0]).toEqual([])
    expect(codesOf(answer)[1]).toEqual(expect.arrayContaining(['target_missing', 'proof_missing']))
    expect((await road.work(bare)).code).toBeNull()
  })

  test('takes a form’s ticks as well, each once, and not more than it can', async () => {
    const id = await road.bring('submitted')
    const { version } = await road.on(id)
    const tick = `${id}:${version}`
    const answer = await road.do<Answer>({
      by: 'tuyen-giao',
      on: roadDays.appraise,
      endpoint: actOnMany,
      input: { act: 'open_appraisal', works: [tick, tick] },
    })
    expect((await road.work(id)).state).toBe('appraising')
    expect(answer.refused).toBe(0)
    for (const works of [[], Array.from({ length: 201 }, () => tick), ['../x:1']])
      await expect(async () =>
        road.do({
          by: 'tuyen-giao',
          on: roadDays.appraise,
          endpoint: actOnMany,
          input: { act: 'remind', works },
        }),
      ).rejects.toMatchObject({ code: 'input_invalid' })
  })

  test('two presses over the same works do each work once', async () => {
    const ids = [await road.bring('submitted'), await road.bring('submitted'), await road.bring('submitted')]
    const answers = await Promise.all([
      press('tuyen-giao', roadDays.appraise, 'open_appraisal', ids),
      press('tuyen-giao', roadDays.appraise, 'open_appraisal', [...ids].reverse()),
    ])
    expect(answers.reduce((sum, { done }) => sum + done, 0)).toBe(3)
  })

  test('only its actor can open its page, which explains what to do next', async () => {
    const id = await road.bring('appraising')
    const answer = await press('tuyen-giao', roadDays.appraise, 'open_appraisal', [id])
    const view = await programme.as('tuyen-giao', roadDays.appraise, (c) => getBulkAct(c, answer.id))
    expect(view.results).toMatchObject([{ reasons: [{ code: 'action_not_open' }] }])
    expect(view.results[0]?.title).toBe((await road.work(id)).title)
    await expect(
      programme.as('van-phong', roadDays.appraise, (c) => getBulkAct(c, answer.id)),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a reminder', () => {
  test('is the assigning body’s, once a day, of a work in force, and tells the owner', async () => {
    const [running, submitted] = [await road.bring('in_progress'), await road.bring('submitted')]
    expect(codesOf(await press('van-phong', roadDays.report, 'remind', [running, submitted]))).toEqual([
      [],
      ['forbidden'],
    ])
    expect(codesOf(await press('thuong-vu', roadDays.report, 'remind', [running]))).toEqual([
      ['reminded_today'],
    ])
    expect(codesOf(await press('tu-ky', roadDays.report, 'remind', [running]))).toEqual([['forbidden']])
    expect(codesOf(await press('thuong-vu', roadDays.pause, 'remind', [running]))).toEqual([[]])
    const told = await database.db
      .selectFrom('outbox')
      .select('event')
      .where('event', '=', 'work.reminded')
      .execute()
    expect(told).toHaveLength(2)
    const actions = await programme.as('van-phong', roadDays.pause, (c) => openActsOf(c, running))
    expect(actions.find(({ name }) => name === 'remind')?.closed).toEqual([
      { code: 'reminded_today', params: {} },
    ])
  })
})

describe('the spreadsheet of chosen works', () => {
  test('holds exactly these, in their order, and none that the reader may not see', async () => {
    const [one, two, draft] = [
      await road.bring('submitted'),
      await road.bring('submitted'),
      await road.bring('draft'),
    ]
    const [first, second, hidden] = [await road.work(one), await road.work(two), await road.work(draft)]
    const file = await programme.as('van-phong', '2022-05-18', (c) =>
      exportWorks(c, allWorks(2022, plainDate('2022-05-18')), 'csv', {
        chosen: [second.code ?? '', one, draft],
      }),
    )
    const lines = Buffer.from(file.content).toString('utf8').trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(second.title)
    expect(lines[2]).toContain(first.title)
    expect(lines.join()).not.toContain(hidden.title)
  })
})

describe('on the page of the list', () => {
  test('the ticked rows go to their act, to a decision with exactly these, and into a spreadsheet', async () => {
    const server = await programmeServer(programme, [...programmePages, ...programmeForms])
    await server.moveTo(roadDays.pause)
    const [one, two] = [await road.bring('in_progress'), await road.bring('appraised')]
    const [running, appraised] = [await road.work(one), await road.work(two)]
    const address = '/cong-viec?nam=2022&don-vi=tu-ky&cap-duoi=co&minh-hoa=co'
    const page = await server.page('thuong-vu', address)
    const tick = (work: typeof running) => `${work.code}:${work.version}`
    for (const work of [running, appraised])
      expect(page.body).toMatch(new RegExp(`name="works\\[\\]" value="${tick(work)}" form="viec-da-chon"`))
    const [, form = ''] = /<form[^>]* id="viec-da-chon"[^>]*>(.*?)<\/form>/s.exec(page.body) ?? []
    const hidden = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')],
    )
    expect(hidden.length).toBeGreaterThan(0)

    const pressed = await server.post('thuong-vu', '/cong-viec/hang-loat', [
      ...hidden,
      ['works[]', tick(running)],
      ['works[]', tick(appraised)],
      ['act', 'remind'],
    ])
    expect(pressed.statusCode).toBe(303)
    const result = await server.page('thuong-vu', String(pressed.headers.location))
    expect(result.body).toContain('Đã xong 1 việc, 1 việc chưa làm được')
    expect(result.body).toContain(running.title)

    const sent = (path: string, works: readonly (typeof running)[]) =>
      `${path}?${new URLSearchParams([...hidden, ...works.map((work): [string, string] => ['works[]', tick(work)])])}`
    const decision = await server.page('thuong-vu', sent('/quyet-dinh/moi', [appraised]))
    expect(decision.body.match(/name="groups\[\w+\]\[works\]\[\]" value="[^"]+"/g)).toEqual([
      `name="groups[approve][works][]" value="${appraised.code}"`,
    ])
    const csv = await server.page('thuong-vu', sent('/cong-viec.csv', [appraised, running]))
    expect(csv.statusCode).toBe(200)
    expect(csv.body.trim().split('\n')).toHaveLength(3)

    const none = await server.post('thuong-vu', '/cong-viec/hang-loat', [...hidden, ['act', 'remind']])
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('Chưa chọn dòng nào')
    await server.app.close()
  })
})
