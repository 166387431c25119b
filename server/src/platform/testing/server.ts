import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { noVirusScanner } from '../antivirus/virus-scanner.ts'
import { type Config, readConfig } from '../config/config.ts'
import type { Route } from '../http/route.ts'
import { buildServer, type ServerOptions } from '../http/server.ts'
import type { System } from '../http/system.ts'
import { MeasureRegistry } from '../measures/measures.ts'
import { messages as english } from '../messages.en.ts'
import { messages as vietnamese } from '../messages.vi.ts'
import { Refusal } from '../refusal.ts'
import type { Clock } from '../time/clock.ts'
import { type Catalogues, mergeCatalogues, wordsOf } from '../words.ts'
import { type TestDatabase, testBlobs, testNow, testSecretKeys } from './database.ts'

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = testNow

  now(): Date {
    return this.#now
  }

  advance(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}

// // The tests of a file share a database and reset their clocks: a clock that goes backwards is tested separately.
export const testConfig = (environment: Readonly<Record<string, string>> = {}): Config => ({
  ...readConfig({ UPLOAD_LIMIT_MB: '1', ...environment }),
  clockLagMs: 4000 * 86_400_000,
})

/** A system on the test's own database, whose frame is the bare body of the page. */
export function testSystem(
  database: TestDatabase,
  parts: Partial<System> & { readonly catalogues?: Catalogues } = {},
): System {
  const catalogues = mergeCatalogues([
    { vi: vietnamese, en: english },
    ...(parts.catalogues === undefined ? [] : [parts.catalogues]),
  ])
  return {
    config: testConfig(),
    database: database.db,
    clock: new TestClock(),
    words: (language) => wordsOf(catalogues, language),
    measures: new MeasureRegistry(),
    blobs: testBlobs,
    virusScanner: noVirusScanner,
    secretKeys: testSecretKeys,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    identify: async () => ({ actor: null, language: null, theme: 'auto' }),
    proving: {
      page: async (_c, asked) => ({
        kind: 'page',
        title: 'prove',
        body: h(Fragment, null, h('p', { id: 'asked' }, JSON.stringify(asked))),
      }),
      // In these tests the word is `me`.
      async prove(by, _actor, proof) {
        if (proof.word !== 'me') throw new Refusal('proof_wrong', {}, { status: 403 })
        return by.system.clock.now()
      },
    },
    frame: async (_c, view, state) =>
      `<title>${view.title}</title>${state.told === null ? '' : `<p id="told">${state.told.key}</p>`}${renderToString(view.body)}`,
    errorView: (_c, problem) => ({
      kind: 'page',
      title: String(problem.status),
      body: h(Fragment, null, h('p', { id: 'problem' }, `${problem.code}: ${problem.sentences.join(' ')}`)),
    }),
    ...parts,
    catalogues,
  }
}

let empty: string | undefined

/** A folder without assets, one for all servers of a process, which goes with it. */
function emptyFolder(): string {
  if (empty !== undefined) return empty
  const folder = mkdtempSync(join(tmpdir(), 'dotpha-test-assets-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  empty = folder
  return folder
}

/** The server of a system with some routes; requests are injected, nothing listens. */
export function testServer(
  system: System,
  routes: readonly Route[],
  options: Partial<ServerOptions> = {},
): Promise<FastifyInstance> {
  return buildServer(system, {
    routes,
    assetsFolder: emptyFolder(),
    version: 'test',
    styleHashes: [],
    troubles: async () => [],
    ...options,
  })
}
