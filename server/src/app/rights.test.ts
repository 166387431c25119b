import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { roles } from '../identity/roles/roles.ts'
import { newId } from '../platform/id.ts'
import { repositoryRoot } from '../platform/root.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { allScores, steps } from '../programme/testing/road.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'
import { bodyFor, type Known, sampleInput } from './testing/sample-input.ts'

const database = useTestDatabase()
const listPath = join(repositoryRoot, 'server/src/app/rights.txt')
let ground: ProductGround
let known: Known
let params: (door: Door, name: string) => string

/**
 * Who asks. Each role by itself: over the whole province in the hands of somebody of the propaganda board, and of the owner
 * where it is a right over one's own. `nobody` has signed in and holds no right; a token has the rights of the owner's post.
 */
const own = ['registrant', 'unit-clerk']
const askers = ['nobody', ...roles, 'token of no scope', 'token that reads'] as const
const asks = (asker: string) => (own.includes(asker) || asker.startsWith('token') ? 'tu-ky' : 'tuyen-giao')

beforeAll(async () => {
  ground = await openProduct(database)
  const { organisation } = ground.programme
  for (const asker of askers) {
    const isOwn = own.includes(asker)
    const unitId = organisation.unit[isOwn ? 'tu-ky' : 'tinh-uy']
    const grants = (roles as readonly string[]).includes(asker) ? [{ role: asker, unitId, system: null }] : []
    if (asker.startsWith('token'))
      ground.give(
        `tu-ky+${asker}`,
        organisation.grantsOf('tu-ky'),
        asker === 'token that reads' ? ['read'] : [],
      )
    else ground.give(`${asks(asker)}+${asker}`, grants)
  }
  await prepare()
})
afterAll(() => ground.app.close())

/** A work that is being carried out, with proof offered, and what stands around it. */
async function prepare(): Promise<void> {
  const { road, programme } = ground
  const { organisation } = programme
  const ref = await road.bring('in_progress')
  const evidenceId = await offerProof(ref)
  const decision = await database.db.selectFrom('decision').select('id').executeTakeFirstOrThrow()
  const grant = await database.db.selectFrom('role_grant').select('id').executeTakeFirstOrThrow()
  const unit = organisation.unit['tu-ky']
  const post = organisation.post['an-minh']
  // // A version that does not exist: users with permission get a conflict, and nothing changes for the next request.
  known = {
    ref,
    version: 999_999,
    year: 2022,
    ord: 1,
    unitId: unit,
    unit: 'tu-ky',
    code: 'tu-ky',
    evidenceId,
    postId: post,
    holdingId: organisation.holding['an-minh'],
    personId: organisation.person['an-minh'],
    username: 'an-minh',
    role: 'registrant',
    validFrom: '2022-06-01',
    workbook: [newId()],
    form: 'new:2022',
    window: 'cua-so-thu',
    baseVersion: 0,
    revision: 0,
    scopes: ['read'],
    days: 7,
    minutes: 10,
    scores: allScores,
    refersToYear: 2021,
    issuer: 'https://dinh-danh.example',
  }
  const byName: Readonly<Record<string, string>> = {
    ref,
    nam: '2022',
    year: '2022',
    so: '1',
    ord: '1',
    code: 'tu-ky',
    unit: 'tu-ky',
    key: 'programme.kept_ratio',
    evidenceId,
    decisionId: decision.id,
    postId: post,
    holdingId: organisation.holding['an-minh'],
    personId: organisation.person['an-minh'],
    grantId: grant.id,
    username: 'an-minh',
  }
  params = ({ path }, name) => {
    if (name !== 'id') return byName[name] ?? newId()
    if (/quyet-dinh|decisions/.test(path)) return decision.id
    if (/nguoi|persons/.test(path)) return organisation.person['an-minh']
    return /minh-chung|evidence/.test(path) ? evidenceId : newId()
  }
}

/** Evidence with a real file, so that users with permission get it. */
async function offerProof(ref: string): Promise<string> {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const uploadId = await ground.upload('tu-ky', { fileName: 'anh.png', content: png })
  const deed = await steps.offer(ground.road, ref)
  await ground.road.do({ ...deed, input: { ...(deed.input as object), uploadId } })
  return ground.road.evidence(ref)
}

const addressOf = (door: Door) =>
  door.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params(door, name)))

/** One answer in a word. `may`: it was let in, whatever a rule then said of the matter. */
async function answered(door: Door, asker: string): Promise<string> {
  const { route } = door
  const body = route.kind === 'api-write' ? { json: bodyFor(door.path, bodyOf(route.endpoint.input)) } : {}
  const { statusCode, headers, json } = await ground.ask(`${asks(asker)}+${asker}`, {
    method: door.method,
    url: addressOf(door),
    ...body,
  })
  if (statusCode === 403) return 'refused'
  if (statusCode === 404) return 'hidden'
  if (statusCode === 401 || String(headers.location ?? '').startsWith('/dang-nhap')) return 'sign in'
  if (statusCode >= 500) return `broken ${statusCode}`
  if (route.kind === 'api-write' && statusCode === 422) {
    const problem = json() as { code: string; errors: readonly { field?: string }[] }
    if (problem.code === 'input_invalid')
      return `unread ${problem.errors.map(({ field }) => field).join(',')}`
  }
  return 'may'
}

const bodyOf = (schema: z.ZodType) =>
  sampleInput(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>,
    known,
  )

/** The doors that are asked; the form of an act runs the very same act as its twin (routes.test.ts), which is asked instead. */
const isAsked = ({ route, method }: Door) =>
  route.kind !== 'open-form' && !(route.kind === 'form' && method === 'POST') && route.kind !== 'api-upload'

// The page of a form says what its act would say; it is asked for those who differ most, its act for all.
const fewer: readonly string[] = ['nobody', 'registrant', 'decider', 'system-admin', 'token of no scope']

async function lineOf(door: Door): Promise<string> {
  const words = new Map<string, string[]>()
  const asking = door.route.kind === 'form' ? askers.filter((asker) => fewer.includes(asker)) : askers
  for (const asker of asking) {
    const word = await answered(door, asker)
    words.set(word, [...(words.get(word) ?? []), asker])
  }
  const said = ['may', 'refused', 'hidden', ...words.keys()].filter(
    (word, at, all) => all.indexOf(word) === at,
  )
  const parts = said.flatMap((word) => {
    const who = words.get(word)
    if (who === undefined) return []
    return [`${word}: ${who.length === asking.length ? 'all' : who.join(', ')}`]
  })
  return `${door.method} ${door.path} | ${parts.join(' | ')}`
}

describe('the reviewed table of rights', () => {
  test('says of every address who is let in, by asking', async () => {
    const doors = ground.doors.filter(isAsked)
    const lines: string[] = []
    for (let at = 0; at < doors.length; at += 8)
      lines.push(...(await Promise.all(doors.slice(at, at + 8).map(lineOf))))
    lines.sort()
    if (process.env.RENEW_RIGHTS === '1') writeFileSync(listPath, `${lines.join('\n')}\n`)
    const reviewed = readFileSync(listPath, 'utf8').trimEnd().split('\n')
    expect(
      {
        new: lines.filter((line) => !reviewed.includes(line)),
        gone: reviewed.filter((line) => !lines.includes(line)),
      },
      'Who may come in changed, or an address is new. Where that is meant, run the test once with RENEW_RIGHTS=1 and review server/src/app/rights.txt line by line.',
    ).toEqual({ new: [], gone: [] })
    expect(
      lines.filter((line) => /unread|broken/.test(line)),
      'the sample is not understood there',
    ).toEqual([])
  }, 400_000)

  test('lets in nobody who holds no right, but to what every signed-in person reads and to their own account', () => {
    const reviewed = readFileSync(listPath, 'utf8').trimEnd().split('\n')
    const open = reviewed
      .filter((line) => / may: (?:all|nobody)/.test(line))
      .map((line) => line.split(' | ')[0] ?? '')
    const writing = open.filter((line) => !line.startsWith('GET'))
    expect(writing).toMatchInlineSnapshot(`
      [
        "DELETE /api/v1/kept-typing/:form",
        "POST /api/v1/bulk-acts",
        "POST /api/v1/news-readings",
        "POST /api/v1/saved-filters",
        "POST /api/v1/webhooks",
        "PUT /api/v1/installation/today",
        "PUT /api/v1/me/mail",
      ]
    `)
  })

  test('lets in no machine without the scope', () => {
    const reviewed = readFileSync(listPath, 'utf8').trimEnd().split('\n')
    const api = reviewed.filter((line) => line.includes(' /api/v1/'))
    expect(api.filter((line) => /may: [^|]*(?:all|token of no scope)/.test(line))).toEqual([])
    expect(api.filter((line) => !line.startsWith('GET') && /may: [^|]*token that reads/.test(line))).toEqual(
      [],
    )
  })
})
