import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { docxOf, paragraph, pdfOf } from '../platform/file-judgement/testing-files.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'

const database = useTestDatabase()
let ground: ProductGround

beforeAll(async () => {
  ground = await openProduct(database)
})
afterAll(() => ground.app.close())

/** What nothing may keep or repeat. */
const spilled = 'phuong-an-khong-duoc-luu-4711'
const text = `TUYỆT MẬT\n${spilled}`
const someId = '01900000-0000-7000-8000-000000000001'

type Schema = Record<string, unknown>

/** An input with the text in each of its text fields in turn, and its other fields left out: the scan comes first of all. */
function inputsWithTextIn(schema: Schema, path: readonly string[] = []): { at: string; input: unknown }[] {
  if (Array.isArray(schema.anyOf))
    return schema.anyOf.flatMap((one) => inputsWithTextIn(one as Schema, path)).slice(0, 1)
  if (schema.type === 'object')
    return Object.entries((schema.properties ?? {}) as Record<string, Schema>)
      .filter(([name]) => !/password$/i.test(name))
      .flatMap(([name, inner]) =>
        inputsWithTextIn(inner, [...path, name]).map(({ at, input }) => ({ at, input: { [name]: input } })),
      )
  if (schema.type === 'array')
    return inputsWithTextIn((schema.items ?? {}) as Schema, path).map(({ at, input }) => ({
      at,
      input: [input],
    }))
  if (schema.type === 'string' || schema.type === undefined) return [{ at: path.join('.'), input: text }]
  return []
}

function formFields(input: unknown, name = ''): [string, string][] {
  if (Array.isArray(input))
    return input.flatMap((item) => formFields(item, typeof item === 'object' ? `${name}[0]` : `${name}[]`))
  if (typeof input === 'object' && input !== null)
    return Object.entries(input).flatMap(([key, inner]) =>
      formFields(inner, name === '' ? key : `${name}[${key}]`),
    )
  return [[name, String(input)]]
}

const addressOf = ({ path }: Door) =>
  path.replace(':year', '2022').replace(':nam', '2022').replace(/:\w+/g, someId)
const writing = (door: Door) =>
  door.route.kind === 'api-write' || (door.route.kind === 'form' && door.method === 'POST')

describe('a text with a mark of secrecy', () => {
  test('is stopped in every text field of every form and act, and is nowhere afterwards', async () => {
    const doors = ground.doors.filter(writing)
    let fields = 0
    const slipped: string[] = []
    for (const door of doors) {
      if (door.route.kind !== 'api-write' && door.route.kind !== 'form') continue
      const schema = z.toJSONSchema(door.route.endpoint.input, {
        io: 'input',
        unrepresentable: 'any',
      }) as Schema
      // What the address says of a thing is not read from the body.
      const named = new Set([...door.path.matchAll(/:(\w+)/g)].map((match) => match[1]))
      const all = inputsWithTextIn(schema).filter(({ at }) => !named.has(at))
      // A form and its twin run the same act: the twin is asked field by field.
      const chosen = door.route.kind === 'form' ? all.slice(0, 1) : all
      for (const { at, input } of chosen) {
        fields += 1
        const sent = door.route.kind === 'form' ? { form: formFields(input) } : { json: input }
        const answer = await ground.ask('van-phong', { method: door.method, url: addressOf(door), ...sent })
        const isStopped =
          answer.statusCode === 422 &&
          (door.route.kind === 'form'
            ? answer.body.includes('độ mật')
            : answer.json().code === 'secret_mark_stopped')
        if (!isStopped) slipped.push(`${door.method} ${door.path} ${at}: ${answer.statusCode}`)
        if (answer.body.includes(spilled)) slipped.push(`${door.method} ${door.path} ${at}: repeated`)
      }
    }
    expect(slipped).toEqual([])
    expect(fields).toBeGreaterThan(150)
    expect(await ground.everythingStored()).not.toContain(spilled)
    expect(ground.logged.join('')).not.toContain(spilled)
  })

  test('is recorded as stopped: who, when, where, and no more', async () => {
    await ground.ask('tu-ky', {
      method: 'POST',
      url: '/api/v1/works',
      json: { title: text },
      headers: { 'idempotency-key': 'khoa-cua-tu-ky' },
    })
    const row = await database.db
      .selectFrom('stopped_mark')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const actor = ground.programme.organisation.actorFor('tu-ky')
    expect(row).toMatchObject({
      act: 'work.register',
      field: 'title',
      kind: 'text',
      account_id: actor.accountId,
      unit_id: actor.unitId,
    })
    const entry = await database.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('object_id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      action: 'secret-mark.stop',
      outcome: 'refused',
      account_id: actor.accountId,
    })
    const keys = await database.db.selectFrom('idempotency_key').selectAll().execute()
    expect(keys).toEqual([])
  })

  test('is stopped in a name of a field too, which is not kept', async () => {
    await ground.ask('tu-ky', { method: 'POST', url: '/api/v1/works', json: { [text]: 1 } })
    const row = await database.db
      .selectFrom('stopped_mark')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(row.field).toBeNull()
    expect(await ground.everythingStored()).not.toContain(spilled)
  })

  test('shows a page that says what to do, in both languages, and the form is not shown again', async () => {
    for (const [language, words] of [
      ['vi', 'Việc cần làm ngay'],
      ['en', 'What to do now'],
    ] as const) {
      const answer = await ground.ask('tu-ky', {
        method: 'POST',
        url: '/cong-viec/dang-ky',
        form: [
          ['title', text],
          ['rationale', 'x'],
        ],
        headers: { 'accept-language': language },
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(words)
      expect(answer.body).not.toContain('<textarea')
      expect(answer.headers['cache-control']).toContain('no-store')
    }
  })

  test('does not come back when rows are added to a form', async () => {
    const answer = await ground.ask('tu-ky', {
      method: 'POST',
      url: '/cong-viec/dang-ky',
      form: [
        ['title', text],
        ['rowsAct', 'add:targets'],
      ],
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain(spilled)
  })

  test('prose about secrecy passes as ever', async () => {
    const answer = await ground.ask('tu-ky', {
      method: 'POST',
      url: '/api/v1/works',
      json: { title: 'Bảo vệ bí mật nhà nước và bảo mật thông tin' },
    })
    expect(answer.json().code).not.toBe('secret_mark_stopped')
  })
})

describe('a file with a mark of secrecy', () => {
  const upload = (
    as: string,
    url: string,
    fileName: string,
    content: Buffer,
    field = 'file',
    fields: readonly [string, string][] = [],
  ) => ground.send(as, url, { fileName, content, field }, fields)

  test('is stopped by its text, its name, or a field next to it, and nothing of it lies on the disk', async () => {
    const marked = pdfOf([['Số 12-BC/TU', 'MẬT', spilled]])
    const clean = docxOf(paragraph('Kế hoạch', spilled))
    const answers = [
      await upload('tu-ky', '/api/v1/files', 'a.pdf', marked),
      await upload('tu-ky', '/api/v1/files', `${spilled}_MẬT.docx`, clean),
      await upload('thuong-vu', '/quyet-dinh/moi', 'a.pdf', marked, 'upload'),
      await upload('thuong-vu', '/quyet-dinh/moi', 'a.docx', clean, 'upload', [['title', text]]),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
    for (const answer of answers) expect(answer.body).not.toContain(spilled)
    expect(ground.filesKept()).toEqual([])
    expect(await ground.everythingStored()).not.toContain(spilled)
    expect(ground.logged.join('')).not.toContain(spilled)
    const kinds = await database.db
      .selectFrom('stopped_mark')
      .select('kind')
      .orderBy('id', 'desc')
      .limit(4)
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['text', 'file', 'file_name', 'file'])
  })

  test('how much of a file was read is kept with it: of a picture nothing', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const answers = [
      await upload('tu-ky', '/api/v1/files', 'anh.png', png),
      await upload('tu-ky', '/api/v1/files', 'a.docx', docxOf(paragraph('Kế hoạch'))),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    const scans = await database.db.selectFrom('upload_scan').select('reading').orderBy('upload_id').execute()
    expect(scans.map(({ reading }) => reading)).toEqual(['none', 'whole'])
  })
})
