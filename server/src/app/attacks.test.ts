import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useTestDatabase } from '../platform/testing/database.ts'
import { registerWork } from '../programme/registration/save-draft.ts'
import { registrationInput } from '../programme/testing/ground.ts'
import { roadDays } from '../programme/testing/road.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'
import { bodyFor, type Known, sampleInput } from './testing/sample-input.ts'

/** Attacks of spec/security.md, 5 and 8, against every address of the product; each test names its threat. */

const database = useTestDatabase()
let ground: ProductGround
let ref: string

const markup = '"><script>alert(4711)</script><img src=x onerror=alert(4711)>'
const hostile = `=HYPERLINK("http://evil.example")'; drop table work;-- ${markup} \${7*7} {{7*7}} %0d%0aSet-Cookie: evil=1`

beforeAll(async () => {
  ground = await openProduct(database)
  const input = registrationInput(ground.programme, { title: hostile, rationale: hostile, product: hostile })
  const made = await ground.road.do<{ id: string }>({
    by: 'tu-ky',
    on: roadDays.register,
    endpoint: registerWork,
    input,
  })
  ref = made.id
  for (const door of reads()) {
    const url = `${addressOf(door)}?q=${encodeURIComponent(markup)}`
    answers.set(door.path, await ground.ask('tu-ky', { url }))
  }
})
afterAll(() => ground.app.close())

/** Every page and list as somebody sees it, asked once, with markup to search for. */
const answers = new Map<string, Awaited<ReturnType<ProductGround['ask']>>>()
const pagesShown = () =>
  [...answers].filter(([, answer]) => String(answer.headers['content-type']).includes('html'))

const known = (): Known => ({
  ref,
  version: 999_999,
  year: 2022,
  ord: 1,
  unit: 'tu-ky',
  code: 'tu-ky',
  role: 'registrant',
})
const fixed: Readonly<Record<string, () => string>> = {
  ref: () => ref,
  nam: () => '2022',
  year: () => '2022',
  so: () => '1',
  ord: () => '1',
  code: () => 'tu-ky',
  unit: () => 'tu-ky',
  key: () => 'programme.kept_ratio',
  username: () => 'an-minh',
}
const addressOf = ({ path }: Door) =>
  path.replace(/:(\w+)/g, (_, name: string) => fixed[name]?.() ?? '01900000-0000-7000-8000-000000000001')
const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
const machineWrites = () => ground.doors.filter(({ route }) => route.kind === 'api-write')
const reads = () => ground.doors.filter(({ method }) => method === 'GET')
const actOf = ({ route }: Door) => (route.kind === 'api-write' ? route.endpoint : undefined)

/** The input with every free text replaced. */
function withTexts(value: unknown, text: string): unknown {
  if (value === 'Văn bản số 1') return text
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, text)]))
}

describe('injection', () => {
  test('no text breaks out of SQL, a header or a page, in any act', async () => {
    const broken: string[] = []
    for (const door of machineWrites()) {
      const act = actOf(door)
      if (act === undefined) continue
      const json = withTexts(bodyFor(door.path, sampleInput(schemaOf(act.input), known())), hostile)
      const answer = await ground.ask('van-phong', { method: door.method, url: addressOf(door), json })
      const isSound =
        answer.statusCode < 500 &&
        answer.headers['set-cookie'] === undefined &&
        String(answer.headers['content-type']).includes('json')
      if (!isSound)
        broken.push(`${door.method} ${door.path}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    }
    expect(broken).toEqual([])
    expect(await database.db.selectFrom('work').select('id').execute()).not.toEqual([])
  })

  test('what was typed as markup is shown as text on every page', () => {
    const shown = pagesShown().filter(([, { body }]) => /<script>alert|<img src=x/i.test(body))
    expect(shown.map(([path]) => path)).toEqual([])
    expect(pagesShown().filter(([, { body }]) => body.includes('alert(4711)')).length).toBeGreaterThan(3)
  })

  test('no page has a script, a style or a handler within it', () => {
    const within = pagesShown().filter(([, { body }]) => {
      const rest = body.replace(/<script [^>]*src="[^"]+"[^>]*><\/script>/g, '')
      return /<script\b|<style\b|\sstyle="|<[^>]*\son[a-z]+="|href="javascript:/i.test(rest)
    })
    expect(within.map(([path]) => path)).toEqual([])
    expect(pagesShown().length).toBeGreaterThan(50)
  })

  test('a sheet never starts a cell with a formula', async () => {
    const { body } = await ground.ask('tu-ky', { url: '/cong-viec.csv' })
    expect(body).toContain('HYPERLINK')
    expect(body).not.toMatch(/(?:^|[,;"\r\n])=HYPERLINK/)
  })

  test('the name of a file cannot add a header or leave its folder', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    for (const name of [
      '../../etc/passwd',
      '..\\..\\boot.ini',
      'a%0d%0aSet-Cookie: x=1.png',
      '\u202egnp.exe',
      '<b>.png',
      'CON.png',
    ]) {
      const answer = await ground.send('tu-ky', '/api/v1/files', { fileName: name, content: png })
      if (answer.statusCode === 400) continue
      const { fileName } = answer.json() as { fileName: string }
      expect(fileName).not.toMatch(/[\\/<>\r\n\u202e\0]/)
      expect(fileName.endsWith('.png')).toBe(true)
    }
  })
})

describe('requests that another site makes a browser send', () => {
  test('change nothing, at any address', async () => {
    const taken: string[] = []
    const signs = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none', origin: 'null' },
    ] as const
    for (const [at, door] of ground.doors.filter(({ method }) => method !== 'GET').entries()) {
      const headers = signs[at % signs.length] ?? signs[0]
      const sent = door.path.startsWith('/api') ? { json: {} } : { form: [] }
      const answer = await ground.ask('van-phong', {
        method: door.method,
        url: addressOf(door),
        headers,
        ...sent,
      })
      if (answer.statusCode !== 403) taken.push(`${door.method} ${door.path} ${answer.statusCode}`)
    }
    expect(taken).toEqual([])
  })

  test('a method cannot be smuggled past the list of addresses', async () => {
    const forms = ground.doors.filter(({ route }) => route.kind === 'api-write' && route.method === 'PUT')
    for (const door of forms) {
      const answer = await ground.ask('van-phong', {
        method: 'POST',
        url: `${addressOf(door)}?_method=PUT`,
        json: { _method: 'PUT' },
        headers: { 'x-http-method-override': 'PUT', 'x-method-override': 'PUT' },
      })
      expect([404, 405], door.path).toContain(answer.statusCode)
    }
  })
})

describe('a field more than was asked for', () => {
  /** Objects of a schema that would take a field that they do not name. */
  function loose(schema: Record<string, unknown>, path: string): string[] {
    const inner = [
      ...Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>),
      ...(['items'] as const).flatMap((key) =>
        typeof schema[key] === 'object' ? [['[]', schema[key]] as const] : [],
      ),
      ...((schema.anyOf ?? schema.oneOf ?? []) as Record<string, unknown>[]).map(
        (one) => ['|', one] as const,
      ),
    ].flatMap(([name, one]) => loose(one as Record<string, unknown>, `${path}.${name}`))
    const isOpen =
      schema.type === 'object' && schema.properties !== undefined && schema.additionalProperties !== false
    return [...(isOpen ? [path] : []), ...inner]
  }

  // Their description does not close an object: it reads the fields that it names, and drops the rest.
  const dropping = [
    'factor.drop',
    'factor.renew-codes',
    'factor.set-up',
    'passkey.add',
    'session.switch-post',
  ]

  test('is refused by every act, or dropped by the few that are named here', () => {
    const acts = ground.doors.flatMap(({ route }) =>
      route.kind === 'api-write' || route.kind === 'form' ? [route.endpoint] : [],
    )
    const open = [...new Set(acts)].flatMap((act) => loose(schemaOf(act.input), act.name))
    const short = [...new Set(open.map((path) => path.split('.|')[0] ?? ''))].sort()
    expect(short).toEqual(dropping)
    const keeping = acts.filter((act) =>
      /"additionalProperties":(?:true|\{\})/.test(JSON.stringify(schemaOf(act.input))),
    )
    expect(keeping.map(({ name }) => name)).toEqual([])
  })

  test('cannot set a state, an owner or a right', async () => {
    const input = registrationInput(ground.programme)
    for (const more of [
      { state: 'completed' },
      { ownerUnitId: 'x' },
      { code: '2022-x-001' },
      { isAdmin: true },
    ]) {
      const answer = await ground.ask('tu-ky', {
        method: 'POST',
        url: '/api/v1/works',
        json: { ...input, ...more },
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors[0].code).toBe('error.unknown_field')
    }
  })

  test('reaches no prototype', async () => {
    for (const body of [
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"title":{"__proto__":{"x":1}}}',
    ]) {
      const answer = await ground.app.inject({
        method: 'POST',
        url: '/api/v1/works',
        headers: {
          'x-visitor': 'tu-ky',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
        },
        payload: body,
      })
      expect([400, 422]).toContain(answer.statusCode)
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

describe('too much of anything', () => {
  const post = (payload: string, type = 'application/json') =>
    ground.app.inject({
      method: 'POST',
      url: '/api/v1/works',
      headers: { 'x-visitor': 'tu-ky', 'sec-fetch-site': 'same-origin', 'content-type': type },
      payload,
    })

  test('is refused: a body, a depth, a list of fields, a name, an address', async () => {
    expect((await post(JSON.stringify({ title: 'x'.repeat(3_000_000) }))).statusCode).toBe(413)
    expect((await post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).statusCode).toBeLessThan(500)
    expect((await post(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)).statusCode).toBeLessThan(500)
    const deep = await ground.ask('tu-ky', {
      method: 'POST',
      url: '/cong-viec/dang-ky',
      form: [['a[b][c][d][e][f]', '1']],
    })
    expect(deep.statusCode).toBe(400)
    const many = Array.from({ length: 3_000 }, (_, at): [string, string] => [`f${at}`, '1'])
    expect(
      (await ground.ask('tu-ky', { method: 'POST', url: '/cong-viec/dang-ky', form: many })).statusCode,
    ).toBe(413)
    expect((await ground.ask('tu-ky', { url: `/cong-viec/${'a'.repeat(5_000)}` })).statusCode).toBeLessThan(
      500,
    )
  })

  test('takes none of our patterns long: each act with hostile texts is answered at once', async () => {
    const texts = [
      `${' '.repeat(50_000)}x`,
      '1.'.repeat(25_000),
      'a-'.repeat(25_000),
      `${'\t'.repeat(50_000)}=`,
      'Ậ'.normalize('NFD').repeat(20_000),
    ]
    const slow: string[] = []
    for (const door of machineWrites()) {
      const act = actOf(door)
      if (act === undefined) continue
      const sample = bodyFor(door.path, sampleInput(schemaOf(act.input), known()))
      const text = texts[door.path.length % texts.length] ?? ''
      const begun = performance.now()
      const answer = await ground.ask('van-phong', {
        method: door.method,
        url: addressOf(door),
        json: withTexts(sample, text),
      })
      // What grows with the square of 50,000 signs takes minutes; the bound leaves room for a busy machine.
      if (performance.now() - begun > 3_000 || answer.statusCode >= 500)
        slow.push(`${door.path} ${answer.statusCode}`)
    }
    expect(slow).toEqual([])
  })
})

describe('an address that somebody has bent', () => {
  const bent: Readonly<Record<string, readonly string[]>> = {
    cursor: [
      'AAAA',
      Buffer.from('["x","y"]').toString('base64url'),
      Buffer.from('["x","y","z"]').toString('base64url'),
      Buffer.from(`["'; drop table work;--",1]`).toString('base64url'),
    ],
    limit: ['1e9'],
    asOf: ['2022-99-99'],
  }
  const bentOnPages: [string, string][] = [
    ['q', "' or 1=1 --%"],
    ['ngay', '0000-00-00'],
    ['tu', '0001-01-01'],
    ['trang', '-5'],
    ['doiTuong', '\ud800'],
    ['tiep', Buffer.from('["x","y"]').toString('base64url')],
  ]

  function askedOf({ route }: Door): string[] {
    if (route.kind !== 'api-read') return [String(new URLSearchParams(bentOnPages))]
    const { properties = {} } = z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' })
    return Object.keys(properties).flatMap((name) =>
      (bent[name] ?? ["' or 1=1 --"]).map((value) => String(new URLSearchParams([[name, value]]))),
    )
  }

  test('is answered or refused, and never breaks the server', async () => {
    const broken: string[] = []
    for (const door of reads())
      for (const question of askedOf(door)) {
        const { statusCode } = await ground.ask('quan-tri', { url: `${addressOf(door)}?${question}` })
        if (statusCode >= 500) broken.push(`${door.path}?${question.slice(0, 60)}: ${statusCode}`)
      }
    expect(broken).toEqual([])
  })

  test('in the place of an id names nothing', async () => {
    const broken: string[] = []
    const values = [
      "1' or '1'='1",
      '../../etc/passwd',
      '%2e%2e%2f',
      '00000000-0000-0000-0000-000000000000',
      '-1',
      'null',
      '𝕏',
    ]
    for (const [at, door] of ground.doors.filter(({ path }) => path.includes(':')).entries()) {
      const url = door.path.replace(/:\w+/g, encodeURIComponent(values[at % values.length] ?? ''))
      const sent = door.method === 'GET' ? {} : door.path.startsWith('/api') ? { json: {} } : { form: [] }
      const { statusCode } = await ground.ask('van-phong', { method: door.method, url, ...sent })
      if (statusCode >= 500) broken.push(`${door.method} ${url}: ${statusCode}`)
    }
    expect(broken).toEqual([])
  })
})

describe('the frame of every answer', () => {
  const policyOf = (headers: Readonly<Record<string, unknown>>) =>
    String(headers['content-security-policy'] ?? '')

  function faults(headers: Readonly<Record<string, unknown>>): string[] {
    const policy = policyOf(headers)
    return [
      policy.includes("default-src 'none'") && !/unsafe-inline|unsafe-eval|\*/.test(policy) ? [] : ['policy'],
      policy.includes("frame-ancestors 'none'") ? [] : ['framing'],
      headers['x-content-type-options'] === 'nosniff' ? [] : ['sniffing'],
      String(headers['cache-control']).includes('no-store') ? [] : ['cache'],
      headers['x-powered-by'] === undefined && headers.server === undefined ? [] : ['banner'],
    ].flat()
  }

  test('forbids scripts of others, framing, sniffing and keeping, on every page', () => {
    const found = [...answers].flatMap(([path, { headers }]) =>
      faults(headers).map((fault) => `${path}: ${fault}`),
    )
    expect(found).toEqual([])
  })

  test('does so on error pages too', async () => {
    const answers = {
      'not found': await ground.ask('tu-ky', { url: '/khong-co' }),
      'not found by a machine': await ground.ask('tu-ky', { url: '/api/v1/khong-co' }),
      'no address': await ground.ask('tu-ky', { url: '/%E0%A4%A' }),
      'no address of a machine': await ground.ask('tu-ky', { url: '/api/v1/%E0%A4%A' }),
      'signed out': await ground.ask(null, { method: 'POST', url: '/cong-viec/dang-ky', form: [] }),
      foreign: await ground.ask('tu-ky', {
        method: 'POST',
        url: '/cong-viec/dang-ky',
        form: [],
        headers: { 'sec-fetch-site': 'cross-site' },
      }),
      'wrong type': await ground.ask('tu-ky', {
        method: 'POST',
        url: '/cong-viec/dang-ky',
        headers: { 'content-type': 'text/xml' },
      }),
      stopped: await ground.ask('tu-ky', {
        method: 'POST',
        url: '/cong-viec/dang-ky',
        form: [['title', 'TUYỆT MẬT']],
      }),
    }
    const found = Object.entries(answers).flatMap(([name, { headers, statusCode }]) => [
      ...faults(headers).map((fault) => `${name}: ${fault}`),
      ...(statusCode >= 400 && statusCode < 500 ? [] : [`${name}: ${statusCode}`]),
    ])
    expect(found).toEqual([])
  })

  test('tells nothing of the inside', async () => {
    for (const url of ['/khong-co', '/api/v1/works?cursor=x', '/cong-viec/x'])
      expect((await ground.ask('tu-ky', { url })).body).not.toMatch(
        /at \/|node_modules|\.ts:\d|postgres|kysely|SELECT /i,
      )
  })
})
