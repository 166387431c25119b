import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationAccounts } from '../demonstration/index.ts'
import { actorOf, asAccount, useDemonstration } from '../demonstration/testing.ts'
import { readConfig } from '../platform/config/config.ts'
import { FolderBlobStore } from '../platform/files/blobs.ts'
import { TestClock, testServer } from '../platform/testing/server.ts'
import { readableWorks } from '../programme/policy.ts'
import { programmeDb } from '../programme/tables.ts'
import { allRoutes, composeSystem } from './compose.tsx'

/** Everybody may read the article; what of the register stands next to it is shown to those alone who may see it there. */

type Username = Parameters<typeof actorOf>[1]

const database = useDemonstration()
const folder = mkdtempSync(join(tmpdir(), 'dotpha-article-'))
let app: FastifyInstance

beforeAll(async () => {
  const system = composeSystem({
    config: readConfig({ DATA_DIR: folder }),
    database: database.db,
    clock: new TestClock(),
    blobs: new FolderBlobStore(folder),
  })
  const identify: typeof system.identify = async ({ headers }) => ({
    actor: await actorOf(database, headers['x-visitor'] as Username),
    language: null,
    theme: 'auto',
  })
  app = await testServer({ ...system, identify }, allRoutes())
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const ask = (username: string, url: string) =>
  app.inject({ method: 'GET', url, headers: { 'x-visitor': username } })

test.each(demonstrationAccounts.map(({ username }) => username as Username))(
  '%s reads of the register only what they may see there',
  async (username) => {
    const answers = [await ask(username, '/bai-bao'), await ask(username, '/api/v1/press-facts?year=2022')]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const text = answers.map(({ body }) => body).join('\n')
    const { shown, hidden } = await asAccount(database, username, async (c) => {
      const works = programmeDb(c).selectFrom('work').select(['id', 'code', 'source_id'])
      const readable = await works.where(readableWorks(c)).execute()
      const mayRead = new Set(readable.map(({ id }) => id))
      const named = readable.filter(({ source_id }) => source_id !== null)
      return { shown: named, hidden: (await works.execute()).filter(({ id }) => !mayRead.has(id)) }
    })
    // Codes and ids are the register’s; the names of the two works are the article’s own words, which it prints for all.
    const told = hidden.filter(({ id, code }) => text.includes(id) || (code !== null && text.includes(code)))
    expect(told).toEqual([])
    for (const { code } of shown) expect(text).toContain(`/cong-viec/${code}`)
  },
)
