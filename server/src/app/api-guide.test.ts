import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { repositoryRoot } from '../platform/root.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { steps } from '../programme/testing/road.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'

const database = useTestDatabase()
const guide = readFileSync(join(repositoryRoot, 'docs/api.md'), 'utf8')

/** A command of the guide, taken apart as a shell would. */
interface Call {
  readonly line: string
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
  readonly hasFile: boolean
  readonly status: number
}

const lines = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
)

function callOf(line: string, values: Readonly<Record<string, string>>): Call {
  const [, command = '', status = ''] = /^curl (.*) # (\d{3})$/.exec(line) ?? []
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) =>
    single !== undefined
      ? single
      : (double ?? bare ?? '').replace(/\$(\w+)/g, (_, name: string) => values[name] ?? ''),
  )
  const after = (flag: string) => words.flatMap((word, at) => (word === flag ? [words[at + 1] ?? ''] : []))
  return {
    line,
    method: after('-X')[0] ?? 'GET',
    url: words.at(-1) ?? '',
    headers: Object.fromEntries(after('-H').map((header) => header.split(/: (.*)/s).slice(0, 2))),
    body: after('-d')[0],
    hasFile: after('-F').length > 0,
    status: Number(status),
  }
}

let ground: ProductGround
let values: Record<string, string>

beforeAll(async () => {
  ground = await openProduct(database)
  const { road } = ground
  const REF = await road.bring('in_progress')
  const uploadId = await ground.upload('tu-ky', { fileName: 'anh.png', content: png })
  const deed = await steps.offer(road, REF)
  await road.do({ ...deed, input: { ...(deed.input as object), uploadId } })
  values = { TOKEN: 'tu-ky', BASE: '', REF, EVIDENCE: await road.evidence(REF) }
})
afterAll(() => ground.app.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('the guide has commands for each of its parts', () => {
  expect(lines.length).toBeGreaterThan(15)
  expect(lines.filter((line) => !/^curl .+ # \d{3}$/.test(line))).toEqual([])
})

test.each(lines)('%s', async (line) => {
  const call = callOf(line, values)
  expect(call.url.startsWith(apiPrefix)).toBe(true)
  const { Authorization: given, ...headers } = call.headers
  const person = given?.replace('Bearer ', '') ?? null
  const answer = call.hasFile
    ? await ground.send(person ?? '', call.url, { fileName: 'bao-cao.png', content: png })
    : await ground.ask(person, {
        method: call.method as 'GET',
        url: call.url,
        headers,
        ...(call.body === undefined ? {} : { json: JSON.parse(call.body) }),
      })
  expect(answer.statusCode, answer.body).toBe(call.status)
})
