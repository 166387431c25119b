import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
} from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import type { Route } from '../../platform/http/route.ts'
import type { System } from '../../platform/http/system.ts'
import { newId } from '../../platform/id.ts'
import { MeasureRegistry } from '../../platform/measures/measures.ts'
import { asActor, type TestDatabase } from '../../platform/testing/database.ts'
import { testServer, testSystem } from '../../platform/testing/server.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { messages as uiEnglish } from '../../ui/messages.en.ts'
import { messages as uiVietnamese } from '../../ui/messages.vi.ts'
import { WordsProvider } from '../../ui/words.tsx'
import { insertRows } from '../import/import-rows.ts'
import { messages as english } from '../messages.en.ts'
import { messages as vietnamese } from '../messages.vi.ts'
import { reportPeriods } from '../rules/periods.ts'
import { tiers } from '../tables.ts'

/** The year that the tests' programme is of. */
export const testYear = 2022

export interface TestProgramme {
  readonly database: TestDatabase
  readonly organisation: TestOrganisation
  readonly programmeId: string
  readonly themeIds: readonly string[]
  /** The two content groups of Huyện ủy Tứ Kỳ. */
  readonly contentGroupIds: readonly string[]
  readonly measures: MeasureRegistry
  /** Runs a use case as one of the tests' people, on a day, in a transaction that commits. */
  as<Result>(
    name: TestPersonName,
    on: PlainDate | string,
    act: (c: Context) => Promise<Result>,
  ): Promise<Result>
}

/** The tests' organisation with an open programme of 2022: three themes, two local content groups, windows and periods. */
export async function seedTestProgramme(database: TestDatabase): Promise<TestProgramme> {
  const organisation = await seedTestOrganisation(database)
  const programmeId = newId()
  const themes = [1, 2, 3].map((ord) => ({ id: newId(), ord }))
  const groups = [1, 2].map((ord) => ({ id: newId(), ord }))
  const measures = new MeasureRegistry()
  await database.db.transaction().execute(async (db) => {
    await insertRows(db, 'installation', [
      { name_vi: 'Tỉnh thử nghiệm', name_en: 'Test province', today_override: `${testYear}-03-01` },
    ])
    await insertRows(db, 'programme', [
      {
        id: programmeId,
        year: testYear,
        unit_id: organisation.unit['tinh-uy'],
        name: `Việc đột phá năm ${testYear}`,
      },
    ])
    await insertRows(
      db,
      'theme_group',
      themes.map(({ id, ord }) => ({
        id,
        ord,
        programme_id: programmeId,
        headline: `Nhóm nội dung ${ord}`,
        set_by_unit_id: organisation.unit['btv-tinh-uy'],
      })),
    )
    await insertRows(
      db,
      'content_group',
      groups.map(({ id, ord }) => ({
        id,
        ord,
        programme_id: programmeId,
        name: `Nội dung ${ord} của Tứ Kỳ`,
        scope_unit_id: organisation.unit['tu-ky'],
      })),
    )
    await insertRows(
      db,
      'registration_window',
      tiers.map((tier) => ({
        programme_id: programmeId,
        tier,
        opens_on: `${testYear}-01-01`,
        closes_on: `${testYear}-03-31`,
      })),
    )
    await insertRows(
      db,
      'report_period',
      reportPeriods(testYear).map(({ key, dataClosesOn, dueOn }) => ({
        programme_id: programmeId,
        key,
        data_closes_on: dataClosesOn,
        due_on: dueOn,
      })),
    )
  })
  return {
    database,
    organisation,
    programmeId,
    themeIds: themes.map(({ id }) => id),
    contentGroupIds: groups.map(({ id }) => id),
    measures,
    as: (name, on, act) => asActor(database, organisation.actorFor(name), plainDate(on), act, measures),
  }
}

/** A target as a form or a machine sends it. */
export function targetInput(more: Readonly<Record<string, unknown>> = {}) {
  return {
    measure: 'Số vùng được công nhận',
    unit: 'vùng',
    operator: 'gte',
    value: 2,
    modality: 'committed',
    exceptions: [],
    ...more,
  }
}

/** A complete registration of a collective, as a machine sends it; `more` changes what a test is about. */
export function registrationInput(programme: TestProgramme, more: Readonly<Record<string, unknown>> = {}) {
  return {
    year: testYear,
    ownerKind: 'collective',
    title: 'Xây dựng vùng sản xuất nông nghiệp hữu cơ tập trung',
    rationale: 'Sản xuất còn nhỏ lẻ từ nhiều năm.',
    baseline: 'Chưa có vùng nào.',
    product: 'Vùng sản xuất có văn bản công nhận.',
    resources: 'Ngân sách huyện.',
    risks: 'Thời tiết.',
    proof: 'Văn bản công nhận của cấp có thẩm quyền.',
    minutesReference: 'Biên bản 05-BB/HU ngày 10/01/2022',
    dueOn: `${testYear}-12-15`,
    themeGroupId: programme.themeIds[0],
    targets: [targetInput()],
    steps: [{ name: 'Quy hoạch vùng', dueOn: `${testYear}-04-30` }],
    ...more,
  }
}

/** A server with these routes whose visitors are the tests' people: `authorization: Bearer <name>` says which. */
export async function programmeServer(
  programme: TestProgramme,
  routes: readonly Route[],
): Promise<ProgrammeServer> {
  const { database, organisation, measures } = programme
  const catalogues = {
    vi: { ...uiVietnamese, ...vietnamese },
    en: { ...uiEnglish, ...english },
  }
  const frame: System['frame'] = async (c, view, state) => {
    const words = { t: c.t, language: c.language }
    const told = state.told === null ? '' : `<p id="told">${c.t(state.told.key, state.told.params)}</p>`
    return `<title>${view.title}</title>${told}${renderToString(h(WordsProvider, { words }, view.body))}`
  }
  const system = testSystem(database, {
    catalogues,
    measures,
    frame,
    identify: async (request) => {
      const name = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
      const actor = name === undefined ? null : organisation.actorFor(name as TestPersonName)
      return { actor, language: null, theme: 'auto' }
    },
  })
  return new ProgrammeServer(await testServer(system, routes), database)
}

const boundary = 'ranh-gioi-thu-nghiem'

function partOf(disposition: string, content: Buffer): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** What the tests ask of the server, said shortly. */
export class ProgrammeServer {
  readonly app: FastifyInstance
  readonly #database: TestDatabase

  constructor(app: FastifyInstance, database: TestDatabase) {
    this.app = app
    this.#database = database
  }

  /** Sets the day that the installation stands at. */
  async moveTo(day: string): Promise<void> {
    await this.#database.db.updateTable('installation').set({ today_override: day }).execute()
  }

  /** A request of a machine; the answer is parsed where it is JSON. */
  async api<Body = Answered>(
    name: TestPersonName,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: Body }> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${name}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: answer.statusCode, body: answer.json() as Body }
  }

  /** The same, where success is expected. @throws where the answer is a problem */
  async done(name: TestPersonName, method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answered> {
    const answer = await this.api(name, method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body, null, 2)}`)
    return answer.body
  }

  /** A page as a person sees it. */
  page(name: TestPersonName, path: string, language: 'vi' | 'en' = 'vi'): Promise<Answer> {
    return this.app.inject({
      url: path,
      headers: { authorization: `Bearer ${name}`, 'accept-language': language },
    })
  }

  /** A form as a browser sends it; fields may come several times. */
  post(
    name: TestPersonName,
    path: string,
    fields: readonly (readonly [string, string])[] | Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const pairs = (Array.isArray(fields) ? fields : Object.entries(fields)) as [string, string][]
    return this.app.inject({
      method: 'POST',
      url: path,
      headers: {
        authorization: `Bearer ${name}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(pairs).toString(),
    })
  }

  /** A form with files, as a browser sends it. */
  postFiles(
    name: TestPersonName,
    path: string,
    fields: Readonly<Record<string, string>>,
    files: Readonly<Record<string, Buffer>>,
  ): Promise<Answer> {
    const parts = [
      ...Object.entries(fields).map(([field, value]) => partOf(`name="${field}"`, Buffer.from(value))),
      ...Object.entries(files).map(([field, content]) =>
        partOf(`name="${field}"; filename="van-ban.pdf"`, content),
      ),
    ]
    return this.#multipart(name, path, parts)
  }

  #multipart(name: TestPersonName, url: string, parts: readonly Buffer[]): Promise<Answer> {
    return this.app.inject({
      method: 'POST',
      url,
      headers: {
        authorization: `Bearer ${name}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    })
  }

  /** Hands in a file. @returns its upload id */
  async upload(name: TestPersonName, content: Buffer = testPdf(), fileName = 'van-ban.pdf'): Promise<string> {
    const file = partOf(`name="file"; filename="${fileName}"`, content)
    const answer = await this.#multipart(name, '/api/v1/files', [file])
    if (answer.statusCode !== 201) throw new Error(`upload: ${answer.body}`)
    return (answer.json() as { uploadId: string }).uploadId
  }
}

/** What the programme's acts answer, and what a problem says: as much as tests look at. */
export interface Answered {
  readonly id: string
  readonly ref: string
  readonly code: string
  readonly version: number
  readonly decisionId: string
  readonly number: string
  readonly assigned: number
  readonly state: string
  readonly detail: string
  readonly errors: readonly {
    readonly code: string
    readonly field?: string
    readonly subject?: string
    readonly detail: string
  }[]
}

let papers = 0

/** A small paper whose bytes no other has. */
export function testPdf(): Buffer {
  papers += 1
  return Buffer.from(`%PDF-1.4\n% paper ${papers}\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n`)
}
