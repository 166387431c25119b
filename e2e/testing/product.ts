import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Database } from '../../server/src/platform/data/database.ts'
import { launchBrowser } from './browser.ts'
import { type DemoServer, startDemoServer } from './demo-server.ts'
import { type Visitor, visitorOf } from './visitor.ts'

// Stories of one worker run one after the other in one process (vitest.config.ts): what is kept here is started once for
// all of them, and ends with the process.
let browserOfWorker: Promise<Browser> | undefined
let serverOfWorker: Promise<DemoServer> | undefined

/** The product as a story meets it; there only inside tests and hooks. */
export interface Product {
  readonly url: string
  readonly database: Database
  readonly app: FastifyInstance
}

/** The product with a copy of the demonstration that is this file's own: for stories that change something. */
export function useProduct(settings: Readonly<Record<string, string>> = {}): Product {
  const own: { server?: DemoServer } = {}
  beforeAll(async () => {
    own.server = await startDemoServer(settings)
  }, 120_000)
  afterAll(() => own.server?.stop())
  return productOf(() => own.server)
}

/**
 * The product with a copy of the demo data that other tests use too: only for tests that sign in and read. Tests that
 * change data use `useProduct`.
 */
export function useProductForReading(): Product {
  let server: DemoServer | undefined
  beforeAll(async () => {
    serverOfWorker ??= startDemoServer()
    server = await serverOfWorker
  }, 120_000)
  return productOf(() => server)
}

/** The browser; each story opens windows of its own in it (`openWindow`), which share nothing. */
export function useBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browserOfWorker ??= launchBrowser()
    browser = await browserOfWorker
  }, 120_000)
  return {
    get browser() {
      return started(browser)
    },
  }
}

/** Those who read pages without a browser, each signed in once: many sign-ins in a row would look like guessing. */
export interface Visitors {
  as(username: string, language?: 'vi' | 'en'): Promise<Visitor>
  /** What a page says to somebody who may read it. */
  bodyOf(username: string, path: string, language?: 'vi' | 'en'): Promise<string>
}

export function useVisitors(product: Product): Visitors {
  const known = new Map<string, Promise<Visitor>>()
  const as: Visitors['as'] = (username, language = 'vi') => {
    const key = `${username} ${language}`
    const visitor = known.get(key) ?? visitorOf(product.app, username, language)
    known.set(key, visitor)
    return visitor
  }
  return {
    as,
    async bodyOf(username, path, language) {
      const answer = await (await as(username, language)).get(path)
      expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 })
      return answer.body
    },
  }
}

function productOf(server: () => DemoServer | undefined): Product {
  return {
    get url() {
      return started(server()).url
    },
    get database() {
      return started(server()).database
    },
    get app() {
      return started(server()).app
    },
  }
}

function started<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the product is there only inside tests and hooks')
  return value
}
