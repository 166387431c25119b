import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { System } from '../../platform/http/system.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { testSystem } from '../../platform/testing/server.ts'
import { mergeCatalogues } from '../../platform/words.ts'
import { messages as uiEnglish } from '../../ui/messages.en.ts'
import { messages as uiVietnamese } from '../../ui/messages.vi.ts'
import { WordsProvider } from '../../ui/words.tsx'
import { messages as english } from '../messages.en.ts'
import { messages as vietnamese } from '../messages.vi.ts'
import { proving } from '../prove.ts'
import { sessionCookie } from '../sessions/cookies.ts'
import { identifier } from '../sign-in/identify.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { SessionId } from '../tables.ts'

/** A system that knows its visitors and speaks for this slice; a page is its body alone. */
export function identitySystem(database: TestDatabase, parts: Partial<System> = {}): System {
  const catalogues = mergeCatalogues([
    { vi: vietnamese, en: english },
    { vi: uiVietnamese, en: uiEnglish },
  ])
  const bare = testSystem(database, { ...parts, catalogues })
  return {
    ...bare,
    identify: identifier(bare),
    proving,
    frame: async (c, view, state) => {
      const words = { t: c.t, language: c.language }
      const told = state.told === null ? '' : `<p id="told">${words.t(state.told.key, state.told.params)}</p>`
      return `<title>${view.title}</title>${told}${renderToString(h(WordsProvider, { words }, view.body))}`
    },
  }
}

/** Signs somebody in without the page. @returns the session, and the header that carries it */
export async function signInAs(
  system: System,
  username: string,
  password: string,
): Promise<{ readonly id: SessionId; readonly token: string; readonly cookie: string }> {
  const circumstances = {
    actor: null,
    language: 'vi',
    origin: { requestId: 'test', address: '192.0.2.1' },
  } as const
  const session = await signIn(system, circumstances, { username, password, userAgent: 'test' })
  if (session === undefined) throw new Error(`${username} was not let in`)
  return {
    id: session.sessionId,
    token: session.token,
    cookie: `${sessionCookie(system)}=${session.token}`,
  }
}

/** What a browser sends along with a post from our own page. */
export const fromOwnPage = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
} as const

/** The last entries of the record, the latest first, with what they say. */
export async function lastEntries(database: TestDatabase, count: number) {
  const rows = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['action', 'outcome', 'object_kind as objectKind', 'object_id as objectId'])
    .select(['account_id as accountId', 'source_address as address', 'payload'])
    .orderBy('audit_entry.id', 'desc')
    .limit(count)
    .execute()
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }))
}
