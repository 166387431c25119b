import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/testing/database.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'

/** One body costs what its size says and no more: bounded before anything looks at it, and answered briefly. */

const database = useTestDatabase()
let ground: ProductGround

beforeAll(async () => {
  ground = await openProduct(database)
  ground.give('van-phong+read', ground.programme.organisation.actorFor('van-phong').grants, ['read'])
})
afterAll(() => ground.app.close())

const addressOf = ({ path }: Door) => path.replace(/:\w+/g, '01900000-0000-7000-8000-000000000001')
const machineWrites = () => ground.doors.filter(({ route }) => route.kind === 'api-write')
const send = (as: string, door: Door, payload: string, type = 'application/json') =>
  ground.app.inject({
    method: door.method,
    url: addressOf(door),
    headers: { 'x-visitor': as, 'sec-fetch-site': 'same-origin', 'content-type': type },
    payload,
  })

const million = 1_000_000
const bodies: readonly (readonly [string, string, readonly string[]])[] = [
  ['one text of a million letters', JSON.stringify('a'.repeat(million)), ['body_no_object']],
  ['a list', JSON.stringify(['a']), ['body_no_object']],
  ['a number', '17', ['body_no_object']],
  ['a text in a field', JSON.stringify({ words: 'a'.repeat(million) }), ['body_too_complex']],
  ['a name of a million letters', JSON.stringify({ ['a'.repeat(million)]: 1 }), ['body_too_complex']],
  [
    'a hundred thousand fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${at}`, 1]))),
    ['body_too_complex'],
  ],
  ['a list of a million numbers', `{"items":[${'1,'.repeat(900_000)}1]}`, ['body_too_complex']],
  ['nested lists without end', `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, ['body_too_complex']],
  // Small enough to be read: the answer may not grow with it.
  [
    'fields that nobody knows',
    JSON.stringify(Object.fromEntries(Array.from({ length: 15_000 }, (_, at) => [`f${at}`, 1]))),
    [
      'input_invalid',
      'body_too_complex',
      'emergency_reads_only',
      'forbidden',
      'not_found',
      'fresh_sign_in_needed',
    ],
  ],
]

describe('every address that a machine writes to', () => {
  test.each(bodies)(
    'refuses %s with a short answer',
    async (_name, payload, codes) => {
      const wrong: string[] = []
      for (const door of machineWrites()) {
        const answer = await send('van-phong', door, payload)
        const { code } = answer.json() as { code: string }
        if (!codes.includes(code) || answer.body.length > 40_000)
          wrong.push(
            `${door.method} ${door.path}: ${answer.statusCode} ${code}, ${answer.body.length} letters`,
          )
      }
      expect(machineWrites().length).toBeGreaterThan(50)
      expect(wrong).toEqual([])
    },
    120_000,
  )

  test('takes no text and no form for a body', async () => {
    const wrong: string[] = []
    for (const door of machineWrites())
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const { statusCode } = await send('van-phong', door, 'a=b', type)
        if (statusCode !== 415 && statusCode !== 400) wrong.push(`${door.path} ${type}: ${statusCode}`)
      }
    expect(wrong).toEqual([])
  })

  test('asks for the scope before it reads the body', async () => {
    const wrong: string[] = []
    for (const door of machineWrites()) {
      // // Not JSON at all: a parser would report it.
      const answer = await send('van-phong+read', door, '{"a":')
      if (answer.json().code !== 'scope_missing') wrong.push(`${door.path}: ${answer.json().code}`)
    }
    expect(wrong).toEqual([])
  })
})
