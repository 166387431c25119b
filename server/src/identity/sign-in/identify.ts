import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { personNameOf } from '../../organisation/index.ts'
import type { Actor, Language, WaitingSession } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { choiceOf } from '../../platform/http/request.ts'
import type { Identified, System } from '../../platform/http/system.ts'
import { Refusal } from '../../platform/refusal.ts'
import { vietnamDate } from '../../platform/time/clock.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { hasFactor } from '../factors/factors.ts'
import type { Bearer } from '../sessions/bearer.ts'
import { sessionCookie } from '../sessions/cookies.ts'
import { apiTokenPrefix, sha256 } from '../sessions/secrets.ts'
import { idleMs, touchMs, waitingMs } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { loadActor } from './actor.ts'
import { type StepFacts, secondStepWaits } from './second-step.ts'

type Needs = Pick<System, 'database' | 'clock' | 'config'>
type Theme = Identified['theme']

interface Found extends Bearer {
  /** Null where the account never chose: the browser says it then. */
  readonly language: Language | null
  readonly theme: Theme
  readonly today: PlainDate
  /** When the person last proved who they are; nothing for a machine. */
  readonly proved: Pick<Actor, 'authenticatedAt'>
  /** What decides whether a session waits for its second step; null for a machine. */
  readonly step: (Omit<StepFacts, 'grants'> & { readonly mustChangePassword: boolean }) | null
}

/**
 * Determines the actor of a request: a machine by its bearer token, a person by the session cookie, or no one. A request
 * with a token is judged only by the token. Posts and rights are those of today in this installation, so that a person
 * who was moved loses access at once; sessions and tokens expire by the real clock.
 */
export function identifier(needs: Needs): System['identify'] {
  return async (request) => {
    const now = needs.clock.now()
    // Single reads and a timestamp need no transaction; the queries only know handles by that type.
    const c = { db: needs.database as DatabaseTransaction, now }
    const token = bearerOf(request)
    const found = token === undefined ? await bySession(c, needs, request) : await byToken(c, token)
    if (found === undefined)
      return { actor: null, language: null, theme: readTheme(choiceOf(request, 'theme')) ?? 'auto' }
    const actor = { ...(await loadActor(c, found, found.today, now)), ...found.proved }
    // A token made for one post must not go on in another when that post is gone: it is known, and told what is missing.
    if (found.scopes !== null && found.holdingId !== null && actor.holdingId !== found.holdingId)
      throw new Refusal('token_post_gone', {}, { status: 403 })
    const step = stepOf(found, actor, now)
    return {
      actor: step !== null ? null : actor,
      ...waitingIn(found, step),
      language: languageFor(request, found),
      theme: readTheme(choiceOf(request, 'theme')) ?? found.theme,
    }
  }
}

/** What a session still waits for; `none` where it waited too long, which makes it nobody's. */
function stepOf(found: Found, actor: Actor, now: Date): WaitingSession['step'] | 'none' | null {
  if (found.step === null) return null
  if (secondStepWaits({ ...found.step, grants: actor.grants })) return 'second'
  if (!found.step.mustChangePassword) return null
  const since = actor.authenticatedAt?.getTime() ?? 0
  return now.getTime() < since + waitingMs ? 'password' : 'none'
}

function waitingIn(found: Found, step: ReturnType<typeof stepOf>): Pick<Identified, 'waiting'> {
  const { sessionId } = found
  return step === null || step === 'none' || sessionId === null
    ? {}
    : { waiting: { ...found, sessionId, step } }
}

/** Other kinds of authorization are a proxy's business: browsers add them by themselves, and the cookie still counts. */
function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined
  return /^bearer +(\S+)$/i.exec(header)?.[1] ?? ''
}

/** What was chosen in this browser comes before the account's; a machine says in each request what it reads. */
function languageFor(request: FastifyRequest, found: Found): Language | null {
  if (found.scopes !== null) return request.headers['accept-language'] === undefined ? found.language : null
  const chosen = choiceOf(request, 'language')
  return chosen === 'vi' || chosen === 'en' ? chosen : found.language
}

function readTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' || value === 'auto' ? value : undefined
}

interface Reading {
  readonly db: DatabaseTransaction
  readonly now: Date
}

const todayOverride = sql<string | null>`(select today_override from installation)`

const factorsRequiredHere = sql<boolean>`coalesce((select second_factor_required from installation), false)`

const accountColumns = [
  'account.id as accountId',
  'account.username as username',
  'account.person_id as personId',
  'account.language as language',
  'account.theme as theme',
] as const

async function bySession(c: Reading, needs: Needs, request: FastifyRequest): Promise<Found | undefined> {
  const secret = request.cookies[sessionCookie(needs)]
  if (secret === undefined || secret === '') return undefined
  const row = await identityDb(c)
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(accountColumns)
    .select(['session.id as sessionId', 'session.holding_id as holdingId'])
    .select(['session.stand_in_id as standInId', 'session.emergency_id as emergencyId'])
    .select(['session.last_seen_at as lastSeenAt', 'session.authenticated_at as authenticatedAt'])
    .select(['session.second_factor as secondFactor', hasFactor('account.id').as('hasFactor')])
    .select(factorsRequiredHere.as('required'))
    .select(['account.must_change_password as setByOther', 'session.outside_identity_id as outsideId'])
    .select([personNameOf('account.person_id').as('personName'), todayOverride.as('todayOverride')])
    .where('session.token_sha256', '=', sha256(secret))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', c.now)
    .where('session.last_seen_at', '>', new Date(c.now.getTime() - idleMs))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (isStale(row.lastSeenAt, c.now))
    await identityDb(c)
      .updateTable('session')
      .set({ last_seen_at: c.now })
      .where('id', '=', row.sessionId)
      .where('last_seen_at', '<', c.now)
      .execute()
  const { secondFactor, hasFactor: has, required, authenticatedAt } = row
  // Who came through the outside provider has shown nothing of the password and may not know it.
  const mustChangePassword = row.setByOther && row.outsideId === null
  const step = { secondFactor, hasFactor: has, required, mustChangePassword }
  const proof = { proved: { authenticatedAt }, step }
  return { ...row, ...settingsOf(row, c.now), ...proof, scopes: null }
}

async function byToken(c: Reading, secret: string): Promise<Found | undefined> {
  if (!secret.startsWith(apiTokenPrefix)) return undefined
  const row = await identityDb(c)
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .select(accountColumns)
    .select(['api_token.id as tokenId', 'api_token.holding_id as holdingId', 'api_token.scopes as scopes'])
    .select('api_token.last_used_at as lastUsedAt')
    .select([personNameOf('account.person_id').as('personName'), todayOverride.as('todayOverride')])
    .where('api_token.token_sha256', '=', sha256(secret))
    .where('api_token.revoked_at', 'is', null)
    .where('api_token.expires_at', '>', c.now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.lastUsedAt === null || isStale(row.lastUsedAt, c.now))
    await identityDb(c)
      .updateTable('api_token')
      .set({ last_used_at: c.now })
      .where('id', '=', row.tokenId)
      // Of many requests at the same moment one writes.
      .where((is) =>
        is.or([
          is('last_used_at', 'is', null),
          is('last_used_at', '<=', new Date(c.now.getTime() - touchMs)),
        ]),
      )
      .execute()
  return { ...row, ...settingsOf(row, c.now), sessionId: null, proved: {}, step: null }
}

const isStale = (seenAt: Date, now: Date) => seenAt.getTime() + touchMs <= now.getTime()

function settingsOf(
  row: { language: string | null; theme: string; todayOverride: string | null },
  now: Date,
): Pick<Found, 'language' | 'theme' | 'today'> {
  return {
    language: row.language === 'en' || row.language === 'vi' ? row.language : null,
    theme: readTheme(row.theme) ?? 'auto',
    today: row.todayOverride === null ? vietnamDate(now) : plainDate(row.todayOverride),
  }
}
