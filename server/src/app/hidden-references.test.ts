import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/id.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { registerWork } from '../programme/registration/save-draft.ts'
import { registrationInput } from '../programme/testing/ground.ts'
import { roadDays, steps } from '../programme/testing/road.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'

/** Wherever an act points to a work, one that the actor may not see is answered as one that is not there. */

const database = useTestDatabase()
let ground: ProductGround
/** A submitted work of Sông Hà, which nobody of Tứ Kỳ may see, and one that is nowhere: each by code and by id. */
let hidden: { readonly code: string; readonly id: string }
const missing = { code: '2022-khong-co-001', id: newId<'work'>() }

beforeAll(async () => {
  ground = await openProduct(database)
  const by = 'bi-thu-song-ha'
  const input = registrationInput(ground.programme)
  const { id } = await ground.road.do({ by, on: roadDays.submit, endpoint: registerWork, input })
  await ground.road.do({ ...(await steps.submit(ground.road, id)), by })
  hidden = { id, code: String((await ground.road.work(id)).code) }
})
afterAll(() => ground.app.close())

const registration = (more: object) => {
  const { year, ownerKind, title, dueOn } = registrationInput(ground.programme) as Record<string, unknown>
  return { year, ownerKind, title, dueOn, ...more }
}
const decision = { year: 2022, issuer: 'btv-tu-ky', decidedOn: '2022-03-01', number: '1-QĐ/HU' }

const acts: ReadonlyArray<readonly [string, string, 'code' | 'id', (ref: string) => [string, object]]> = [
  [
    'a registration that continues it',
    'tu-ky',
    'code',
    (ref) => ['/works', registration({ continuesCode: ref })],
  ],
  ...(['code', 'id'] as const).flatMap((by) => [
    [
      `a decision that lists it by ${by}`,
      'thuong-vu-tu-ky',
      by,
      (ref: string): [string, object] => ['/decisions', { ...decision, items: [{ ref, action: 'approve' }] }],
    ] as const,
    [
      `an assignment that lists it by ${by}`,
      'thuong-vu-tu-ky',
      by,
      (ref: string): [string, object] => ['/assignment-decisions', { ...decision, works: [ref] }],
    ] as const,
  ]),
]

test.each(acts)('%s is answered as if it were not there', async (_what, who, by, actOn) => {
  const asked = async (ref: string) => {
    const [path, json] = actOn(ref)
    const { statusCode, body } = await ground.ask(who, { method: 'POST', url: `/api/v1${path}`, json })
    return { statusCode, body: body.replaceAll(ref, '(ref)').replace(/urn:dotpha:request:[\w-]+/, '') }
  }
  const answer = await asked(missing[by])
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('(ref)')
  expect(await asked(hidden[by])).toEqual(answer)
})
