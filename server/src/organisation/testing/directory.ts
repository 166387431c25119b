import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { testServer, testSystem } from '../../platform/testing/server.ts'
import { messages as uiEnglish } from '../../ui/messages.en.ts'
import { messages as uiVietnamese } from '../../ui/messages.vi.ts'
import { WordsProvider } from '../../ui/words.tsx'
import { messages as english } from '../messages.en.ts'
import { messages as vietnamese } from '../messages.vi.ts'
import { organisationRoutes } from '../routes.ts'
import { seedTestOrganisation, type TestOrganisation, type TestPersonName } from './organisation.ts'

/** The directory of the tests' organisation on 18/5/2022, with what tests ask of it said shortly. */
export class DirectoryServer {
  readonly organisation: TestOrganisation
  readonly app: FastifyInstance

  private constructor(organisation: TestOrganisation, app: FastifyInstance) {
    this.organisation = organisation
    this.app = app
  }

  static async on(database: TestDatabase): Promise<DirectoryServer> {
    const organisation = await seedTestOrganisation(database)
    await database.db
      .insertInto('installation')
      .values({ name_vi: 'Tỉnh', name_en: 'Province', today_override: '2022-05-18' })
      .execute()
    const system = testSystem(database, {
      catalogues: { vi: { ...uiVietnamese, ...vietnamese }, en: { ...uiEnglish, ...english } },
      frame: async (c, view) =>
        `<title>${view.title}</title>${renderToString(h(WordsProvider, { words: { t: c.t, language: c.language } }, view.body))}`,
      identify: async (request) => {
        const name = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
        const actor = name === undefined ? null : organisation.actorFor(name as TestPersonName)
        return { actor, language: null, theme: 'auto' }
      },
    })
    const routes = organisationRoutes({ unitPanels: [], unitDependants: [], citation: async () => null })
    return new DirectoryServer(organisation, await testServer(system, routes))
  }

  page(name: TestPersonName, url: string, language = 'vi') {
    const headers = { authorization: `Bearer ${name}`, 'accept-language': language }
    return this.app.inject({ url, headers })
  }

  post(name: TestPersonName, url: string, fields: Readonly<Record<string, string>>) {
    return this.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${name}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  }

  /** The form as a browser fills it in: with the version that it carries. */
  async fill(name: TestPersonName, url: string, fields: Readonly<Record<string, string>>) {
    const version = /name="version" value="(\d+)"/.exec((await this.page(name, url)).body)?.[1]
    return this.post(name, url, { ...(version === undefined ? {} : { version }), ...fields })
  }

  async api(name: TestPersonName, path: string, payload?: object) {
    const answer = await this.app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${name}` },
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
}

/** The addresses in a page that have this form. */
export const linksIn = (body: string, pattern: RegExp): readonly string[] =>
  [...body.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '').filter((href) => pattern.test(href))

/** What a table of a page lists: where the titles of its rows lead. */
export const rowsIn = (body: string): readonly string[] =>
  [...body.matchAll(/class="c-title"[^>]*><a href="([^"]+)"/g)].map((match) => match[1] ?? '')
