import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../organisation/testing/organisation.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { may } from '../programme/policy.ts'
import { registerWork } from '../programme/registration/save-draft.ts'
import { registrationInput } from '../programme/testing/ground.ts'
import { seedRandomRegister } from '../programme/testing/register.ts'
import { roadDays, steps, unlikeTitle } from '../programme/testing/road.ts'
import { getWork } from '../programme/work.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'

/**
 * "List and count never reveal what a record hides": whatever an actor asks for, they are answered the same, byte for byte,
 * before and after something was added that they may not read. Asked of every address that lists, counts, searches or exports.
 */

const people: readonly TestPersonName[] = ['tu-ky', 'thuong-vu-tu-ky', 'van-thu-an-minh', 'so-noi-vu']
const hiddenWords = 'Thủy lợi nội đồng kiên cố hoá'

const fixed: Readonly<Record<string, string>> = {
  nam: '2022',
  year: '2022',
  so: '1',
  ord: '1',
  key: 'programme.kept_ratio',
  code: 'song-ha',
  unit: 'song-ha',
}
/** What is asked besides the bare address: words of the hidden thing, filters that would catch it, a day of the past. */
const questions: Readonly<Record<string, readonly string[]>> = {
  '/cong-viec': ['?q=thuy%20loi', '?donVi=song-ha', '?trangThai=draft', '?ngay=2022-06-01'],
  '/cong-viec.csv': ['?q=thuy%20loi'],
  '/tim-kiem': ['?q=thuy%20loi', '?q=kien%20co%20hoa'],
  '/api/v1/works': ['?q=thuy%20loi', '?limit=200', '?unit=song-ha', '?state=draft'],
  '/api/v1/programmes/2022/summary': ['?asOf=2022-06-01'],
  '/chuong-trinh/2022': ['?ngay=2022-06-01'],
}

function addressesOf(doors: readonly Door[]): string[] {
  return doors.flatMap(({ method, path, route }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
    // A form lists choices only where it registers or decides; of the others the page before them is asked.
    const lists = route.kind === 'page' || route.kind === 'api-read' || choosing.has(path)
    if (method !== 'GET' || !lists || names.some((name) => fixed[name] === undefined)) return []
    const url = path.replace(/:(\w+)/g, (_, name: string) => fixed[name] ?? '')
    return [url, ...(questions[url] ?? []).map((question) => url + question)]
  })
}

const choosing = new Set(['/cong-viec/dang-ky', '/quyet-dinh/moi', '/cong-viec/hang-loat'])

/** What differs with each request and says nothing. */
const settled = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, (id) =>
    known.has(id) ? id : '(id)',
  )
const known = new Set<string>()

describe.each([3])('in a province of chance %i', (seed) => {
  const database = useTestDatabase()
  let ground: ProductGround

  beforeAll(async () => {
    ground = await openProduct(database)
    await seedRandomRegister(ground.programme, 60, seed)
    for (const { id } of await database.db.selectFrom('work').select('id').execute()) known.add(id)
  })
  afterAll(() => ground.app.close())

  async function answers(as: string): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const url of addressesOf(ground.doors)) {
      const answer = await ground.ask(as, { url })
      const body = /\.xlsx/.test(url) ? `(${answer.statusCode})` : answer.body
      found.set(url, settled(`${answer.statusCode} ${answer.headers.location ?? ''}\n${body}`))
    }
    return found
  }

  async function mayRead(name: TestPersonName, id: string): Promise<boolean> {
    // By the rule on the record itself, not by its twin in SQL, which is what is tried here.
    return ground.programme.as(name, '2022-03-01', async (c) => may(c, 'read', (await getWork(c, id)).record))
  }

  test('nothing that is answered tells of a work that the one who asks may not read', async () => {
    const before = new Map<TestPersonName, Map<string, string>>()
    for (const name of people) before.set(name, await answers(name))

    const added: string[] = []
    for (const isSubmitted of [false, true]) {
      const input = registrationInput(ground.programme, { title: `${hiddenWords} ${unlikeTitle()}` })
      const { id } = await ground.road.do<{ id: string }>({
        by: 'bi-thu-song-ha',
        on: roadDays.submit,
        endpoint: registerWork,
        input,
      })
      if (isSubmitted) {
        const deed = await steps.submit(ground.road, id)
        await ground.road.do({ ...deed, by: 'bi-thu-song-ha' })
      }
      added.push(id)
    }

    const told: string[] = []
    let blind = 0
    for (const name of people) {
      const reads = await Promise.all(added.map((id) => mayRead(name, id)))
      if (reads.some(Boolean)) continue
      blind += 1
      for (const [url, answer] of await answers(name)) {
        if (before.get(name)?.get(url) === answer) continue
        const was = before.get(name)?.get(url)?.split('\n') ?? []
        const at = answer.split('\n').findIndex((line, index) => line !== was[index])
        told.push(`${name} ${url}: ${was[at]?.slice(0, 300)} → ${answer.split('\n')[at]?.slice(0, 300)}`)
      }
    }
    expect(blind).toBe(people.length)
    expect(told).toEqual([])
    // The same question does show it to the one whose it is.
    const own = await ground.ask('bi-thu-song-ha', { url: '/cong-viec?q=thuy%20loi' })
    expect(own.body).toContain(hiddenWords)
  })
})
