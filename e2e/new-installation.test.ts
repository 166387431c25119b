import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { composeServer, navigation } from '../server/src/app/compose.tsx'
import { setUp } from '../server/src/app/setup-command.ts'
import { codeAt } from '../server/src/identity/factors/totp.ts'
import { readConfig } from '../server/src/platform/config/config.ts'
import { type Database, openDatabase, openPool } from '../server/src/platform/data/database.ts'
import { applicationRole } from '../server/src/platform/data/migrate.ts'
import { noLimits } from '../server/src/platform/http/overload.ts'
import { testSecretKeys } from '../server/src/platform/testing/database.ts'
import { templateDatabase, urlOf } from '../server/src/platform/testing/urls.ts'

const name = `new_${randomBytes(6).toString('hex')}`
let database: Database
let app: FastifyInstance
let cookie: string | undefined

beforeAll(async () => {
  await onServer(`create database ${name} template ${templateDatabase}`)
  database = openDatabase(openPool({ url: urlOf(inject('postgresUrl'), name), role: applicationRole }))
  const { username, password } = await setUp(database, { name: 'Tỉnh ủy Thử Nghiệm', admin: 'quan-tri' })
  app = await composeServer({
    config: readConfig({ DEMO: '0', LOG_LEVEL: 'error' }),
    database,
    secretKeys: testSecretKeys,
    limits: noLimits,
  })
  await post('/dang-nhap', { username, password })
  // The first administrator can do nothing before they have a second step.
  const home = await app.inject({ url: '/', headers: { cookie } })
  expect(home.headers.location).toBe('/dang-nhap?tiep=%2F')
  const page = await app.inject({ url: '/dang-nhap/dat-buoc-hai', headers: { cookie } })
  const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.body)?.[1] ?? ''
  await post('/dang-nhap/dat-buoc-hai', { secret, code: codeAt(secret, new Date()) })
  // Nor before a password that nobody has seen on a screen.
  expect((await app.inject({ url: '/', headers: { cookie } })).statusCode).toBe(303)
  const own = 'Chi minh toi biet 9!'
  await post('/dang-nhap/mat-khau-moi', { next: own, again: own })
})

async function post(url: string, fields: Readonly<Record<string, string>>) {
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie === undefined ? {} : { cookie }),
    },
    payload: new URLSearchParams(fields).toString(),
  })
  cookie = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
}

afterAll(async () => {
  await app?.close()
  await database?.destroy()
  await onServer(`drop database if exists ${name} with (force)`)
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('everything that the menu of an empty installation offers is there, and the years say who opens one', async () => {
  const home = await app.inject({ url: '/', headers: { cookie } })
  expect(home.statusCode).toBe(200)
  const menu = home.body.slice(home.body.indexOf('<nav'), home.body.indexOf('</nav>'))
  const hrefs = [...menu.matchAll(/<a [^>]*href="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(hrefs.length).toBeGreaterThanOrEqual(5)
  expect(navigation.length).toBeGreaterThanOrEqual(hrefs.length)

  const answers = await Promise.all(
    hrefs.map(async (url) => ({ url, status: (await app.inject({ url, headers: { cookie } })).statusCode })),
  )
  expect(answers.filter(({ status }) => status !== 200 && status !== 303)).toEqual([])
  const works = await app.inject({ url: '/cong-viec', headers: { cookie } })
  expect(works.headers.location).toBe('/chuong-trinh')
  const years = await app.inject({ url: '/chuong-trinh', headers: { cookie } })
  expect(years.body).toContain('href="/chuong-trinh/mo"')
})
