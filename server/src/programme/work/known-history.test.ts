import { beforeAll, describe, expect, test } from 'vitest'
import { parseInput } from '../../platform/http/parse.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { programmeApiReads } from '../api/reads.ts'
import { recordDecision } from '../decisions/record-decision.ts'
import { programmePages } from '../pages/index.ts'
import { programmeServer, seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { endOfDay, knownHistory } from './known-history.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
let code: string

// The decision of 1 March was put into the system on the 20th of the month, and everything before it long ago.
const recordedOn = '2027-03-20'

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  const id = await road.bring('appraised')
  code = (await road.work(id)).code ?? ''
  const { by, on, input } = road.decision([{ ref: id, action: 'approve' }])
  await programme.as(by, on, (c) =>
    recordDecision.run(
      { ...c, now: new Date(`${recordedOn}T04:00:00Z`) },
      parseInput(recordDecision.input, input),
    ),
  )
})

const known = (asOf: string, knownAt: string | null) =>
  programme.as('van-phong', '2022-05-18', (c) =>
    knownHistory(c, code, {
      asOf: plainDate(asOf),
      knownAt: knownAt === null ? null : endOfDay(plainDate(knownAt)),
    }),
  )
const last = async (asOf: string, knownAt: string | null) => (await known(asOf, knownAt)).passages.at(-1)

describe('what the system knew of a work', () => {
  test('is another question than what held: a decision that was recorded late was not known before', async () => {
    expect(await last(roadDays.decide, null)).toMatchObject({ state: 'approved' })
    expect(await last(roadDays.decide, '2027-03-19')).toMatchObject({ state: 'appraising', to: null })
    expect(await last(roadDays.decide, recordedOn)).toMatchObject({
      state: 'approved',
      from: roadDays.decide,
    })
    // That it is known today does not bring it about before its day.
    expect(await last('2022-02-28', recordedOn)).toMatchObject({ state: 'appraising', to: null })
  })

  test('is nothing before the first word was recorded', async () => {
    expect(await known('2022-05-18', '2020-01-01')).toEqual({ passages: [], versions: [] })
  })

  test('is asked on the page and by machines, and only by those who may see the work', async () => {
    const server = await programmeServer(programme, [...programmePages, ...programmeApiReads])
    await server.moveTo('2022-05-18')
    const page = await server.page('van-phong', `/cong-viec/${code}?phan=lich-su&biet-den=2027-03-19`)
    expect(page.body).toContain('Những gì hệ thống đã ghi đến hết ngày 19/03/2027')
    expect(page.body).not.toContain('Được duyệt')
    const all = await server.page('van-phong', `/cong-viec/${code}?phan=lich-su`)
    expect(all.body.match(/<li/g)?.length).toBeGreaterThan(page.body.match(/<li/g)?.length ?? 0)
    const early = await server.page('van-phong', `/cong-viec/${code}?phan=lich-su&biet-den=2020-01-01`)
    expect(early.body).toContain('chưa ghi gì')
    type Body = { passages: readonly { state: string; recordedAt: string }[] }
    const read = async (query: string, by: 'van-phong' | 'so-tttt' = 'van-phong') =>
      server.api<Body>(by, 'GET', `/works/${code}/history${query}`)
    expect((await read('')).body.passages.at(-1)).toMatchObject({
      state: 'approved',
      recordedAt: `${recordedOn}T04:00:00.000Z`,
    })
    expect((await read(`?knownAt=${recordedOn}T03:59:59Z`)).body.passages.at(-1)?.state).toBe('appraising')
    expect((await read(`?knownAt=${recordedOn}`)).body.passages.at(-1)?.state).toBe('approved')
    expect((await read('?knownAt=hom-qua')).status).toBe(422)
    expect((await read('', 'so-tttt')).status).toBe(404)
    await server.app.close()
  })
})
