import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import pino from 'pino'
import { seedTestAccounts } from '../../identity/testing/accounts.ts'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { readConfig } from '../../platform/config/config.ts'
import type { Actor, EmergencyReading, Grant } from '../../platform/context.ts'
import { FolderBlobStore } from '../../platform/files/blobs.ts'
import type { Route } from '../../platform/http/route.ts'
import { apiPrefix } from '../../platform/http/serve-api.ts'
import { type TestDatabase, testSecretKeys } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { seedTestProgramme, type TestProgramme } from '../../programme/testing/ground.ts'
import { Road } from '../../programme/testing/road.ts'
import { allRoutes, composeSystem } from '../compose.tsx'

/** One address and how it may be asked. */
export interface Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly route: Route
}

/** Every door of the product, the page and the machine's side alike. */
export function doorsOf(routes: readonly Route[]): readonly Door[] {
  return routes.flatMap(doorsOfRoute)
}

function doorsOfRoute(route: Route): Door[] {
  const { path } = route
  switch (route.kind) {
    case 'page':
      return [{ method: 'GET', path, route }]
    case 'form':
    case 'open-form':
      return (['GET', 'POST'] as const).map((method) => ({ method, path, route }))
    case 'api-read':
    case 'api-file':
      return [{ method: 'GET', path: apiPrefix + path, route }]
    case 'api-upload':
      return [{ method: 'POST', path: apiPrefix + path, route }]
    case 'api-write':
      return [{ method: route.method, path: apiPrefix + path, route }]
  }
}

export interface Asked {
  readonly method?: Door['method']
  readonly url: string
  readonly json?: unknown
  readonly form?: ReadonlyArray<readonly [string, string]>
  readonly headers?: Readonly<Record<string, string>>
}

export interface SentFile {
  readonly fileName: string
  readonly content: Buffer
  readonly type?: string
  readonly field?: string
}

/** The whole product over the tests' programme; who asks is named in a header, with a post's own rights or with others. */
export class ProductGround {
  readonly app: FastifyInstance
  readonly programme: TestProgramme
  readonly road: Road
  readonly doors: readonly Door[]
  readonly blobsFolder: string
  readonly clock: TestClock
  /** All that was logged. */
  readonly logged: string[]
  readonly #grants: Map<string, readonly Grant[]>
  readonly #scopes: Map<string, readonly string[]>
  readonly #emergency: Map<string, EmergencyReading>

  constructor(
    parts: Pick<ProductGround, 'app' | 'programme' | 'doors' | 'blobsFolder' | 'clock' | 'logged'>,
    as: AskedAs,
  ) {
    this.app = parts.app
    this.programme = parts.programme
    this.doors = parts.doors
    this.blobsFolder = parts.blobsFolder
    this.clock = parts.clock
    this.logged = parts.logged
    this.road = new Road(parts.programme)
    this.#grants = as.grants
    this.#scopes = as.scopes
    this.#emergency = as.emergency
  }

  /** Where each file lies that the blob store keeps. */
  filesKept(): readonly string[] {
    return readdirSync(this.blobsFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  }

  /** From now on a name stands for that person with these rights instead of those of the post. */
  give(name: string, grants: readonly Grant[], scopes?: readonly string[]): void {
    this.#grants.set(name, grants)
    if (scopes !== undefined) this.#scopes.set(name, scopes)
  }

  /** From now on a name stands for that person while they read one thing by emergency access. */
  letRead(name: string, emergency: EmergencyReading): void {
    this.#grants.set(name, [])
    this.#emergency.set(name, emergency)
  }

  /** A request as a browser on our own page or a machine sends it. `as` is `person` or `person+given name`. */
  ask(as: string | null, { method = 'GET', url, json, form, headers = {} }: Asked) {
    return this.app.inject({
      method,
      url,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(as === null ? {} : { 'x-visitor': as }),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form === undefined
        ? json === undefined
          ? {}
          : { payload: json as object }
        : {
            payload: new URLSearchParams(
              form.map(([name, value]): [string, string] => [name, value]),
            ).toString(),
          }),
    })
  }

  /** A form with a file, or a file alone, as it is sent; names are written as they are, however hostile. */
  send(as: string, url: string, file: SentFile, fields: ReadonlyArray<readonly [string, string]> = []) {
    const boundary = 'ranh-gioi'
    const head = (disposition: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`
    const payload = Buffer.concat([
      ...fields.map(([name, value]) => Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`)),
      Buffer.from(head(`name="${file.field ?? 'file'}"; filename="${file.fileName}"`)),
      Buffer.from(`content-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`),
      file.content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const headers = {
      'x-visitor': as,
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    }
    return this.app.inject({ method: 'POST', url, headers, payload })
  }

  /** Hands a file in. @returns its upload's id */
  async upload(as: string, file: SentFile): Promise<string> {
    const answer = await this.send(as, `${apiPrefix}/files`, file)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return String(answer.json().uploadId)
  }

  /** All rows of all tables as one text each: what stands anywhere in the database. */
  async everythingStored(): Promise<string> {
    // As the owner, who may read every table: one that could not be read would prove nothing.
    const owner = new pg.Client({ connectionString: this.programme.database.ownerUrl })
    await owner.connect()
    try {
      const { rows } = await owner.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
      )
      const parts: string[] = []
      for (const { name } of rows) {
        const found = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
        parts.push(...found.rows.map(({ row }) => row))
      }
      return parts.join('\n')
    } finally {
      await owner.end()
    }
  }
}

interface AskedAs {
  readonly grants: Map<string, readonly Grant[]>
  readonly scopes: Map<string, readonly string[]>
  readonly emergency: Map<string, EmergencyReading>
}

export async function openProduct(
  database: TestDatabase,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProductGround> {
  const programme = await seedTestProgramme(database)
  await seedTestAccounts(database, programme.organisation)
  const dataDir = mkdtempSync(join(tmpdir(), 'dotpha-ground-'))
  const blobsFolder = join(dataDir, 'blobs')
  mkdirSync(blobsFolder)
  const logged: string[] = []
  const clock = new TestClock()
  const config = readConfig({ DATA_DIR: dataDir, UPLOAD_LIMIT_MB: '2', ...settings })
  const as: AskedAs = { grants: new Map(), scopes: new Map(), emergency: new Map() }
  const routes = allRoutes([], config)
  const system = composeSystem({
    config,
    database: database.db,
    clock,
    blobs: new FolderBlobStore(blobsFolder),
    secretKeys: testSecretKeys,
  })
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(line, _encoding, done) {
        logged.push(String(line))
        done()
      },
    }),
  )
  const app = await testServer(
    {
      ...system,
      log,
      identify: async (request) => {
        const header = request.headers['x-visitor']
        if (typeof header !== 'string') return { actor: null, language: null, theme: 'auto' }
        const person = (header.split('+')[0] ?? '') as TestPersonName
        const bare = programme.organisation.actorFor(person)
        const emergency = as.emergency.get(header)
        const actor: Actor = {
          ...bare,
          ...(emergency === undefined ? {} : { emergency }),
          grants: as.grants.get(header) ?? bare.grants,
          scopes: as.scopes.get(header) ?? null,
          authenticatedAt: clock.now(),
        }
        return { actor, language: null, theme: 'auto' }
      },
    },
    routes,
  )
  return new ProductGround({ app, programme, doors: doorsOf(routes), blobsFolder, clock, logged }, as)
}
