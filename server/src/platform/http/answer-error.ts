import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { PublicContext } from '../context.ts'
import { codeKey } from '../message-key.ts'
import { Refusal } from '../refusal.ts'
import { isSignInMissing } from './execute.ts'
import { problemOf, refusalOf, sentenceOf } from './problem.ts'
import { circumstancesOf, languageOf } from './request.ts'
import { prepareView } from './serve-pages.ts'
import { inTransaction, type ShownProblem, type System } from './system.ts'
import { unavailableOf } from './unavailable.ts'

// // Retry-After if none is given: the minute of a rate limit, or soon for a temporary failure.
const retryAfterS: Readonly<Record<number, string>> = { 429: '60', 503: '5' }

/** An address that is none (`/%E0%A4%A`) reaches no hook and no frame; its words are not repeated. */
export function answerBadAddress(
  system: System,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalOf(error) ?? new Refusal('not_found', { kind: 'page' }, { status: 404 })
  const words = system.words(languageOf(request))
  const isApi = request.url.startsWith('/api/')
  const body = isApi
    ? JSON.stringify(problemOf(words, refusal, request.id))
    : words(codeKey('refusal', refusal.code), refusal.params)
  reply
    .status(refusal.status)
    .headers({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
    .type(isApi ? 'application/problem+json' : 'text/plain; charset=utf-8')
    .send(body)
}

/** Sends an error to the client: problem details to a machine, a page to a person. */
export async function answerError(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const refusal =
    refusalOf(error) ?? unavailableOf(error) ?? new Refusal('server_failed', { requestId: request.id })
  const status = refusal.code === 'server_failed' ? 500 : refusal.status
  logError(system, request, error, status)
  const retryAfter = retryAfterS[status]
  if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter)
  const words = system.words(languageOf(request))
  if (request.url.startsWith('/api/')) {
    const challenge = challengeOf(request, refusal)
    if (challenge !== null) reply.header('www-authenticate', challenge)
    const problem = { ...problemOf(words, refusal, request.id), status, title: words(`http.${status}`) }
    return reply.status(status).type('application/problem+json').send(JSON.stringify(problem))
  }
  const sentences = refusal.reasons.map((reason) => sentenceOf(words, reason))
  // A page with its frame asks the database, which is what a server under pressure has least of.
  if (status === 503 || status === 429)
    return answerPlainly(system, request, reply, { status, code: refusal.code, sentences })
  if (status === 401 && request.method === 'GET' && isSignInMissing(refusal.code))
    return reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(request.url)}`, 303)
  const view = system.errorView(
    { language: languageOf(request) },
    {
      status,
      code: refusal.code,
      sentences,
      requestId: request.id,
    },
  )
  const prepared = await inTransaction(system, circumstancesOf(request), 'read', (c) =>
    prepareView(system, request, reply, c, { ...view, status }),
  ).catch(() => null)
  // // The database itself is unavailable: say so without the page frame.
  if (prepared === null)
    return answerPlainly(system, request, reply, {
      status: 503,
      code: 'database_away',
      sentences: [words('refusal.database_away')],
    })
  return prepared(reply)
}

/** How to be let in, where who asks or what their token may do was the trouble (RFC 6750, 3). */
function challengeOf(request: FastifyRequest, { status, code, params }: Refusal): string | null {
  const scheme = 'Bearer realm="dotpha"'
  if (code === 'scope_missing') return `${scheme}, error="insufficient_scope", scope="${params.scope}"`
  if (status !== 401) return null
  return request.headers.authorization === undefined ? scheme : `${scheme}, error="invalid_token"`
}

/**
 * A page for when the database must not be asked, or cannot be. It is what somebody unknown would see: that frame asks
 * nothing.
 */
async function answerPlainly(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Omit<ShownProblem, 'requestId'>,
): Promise<FastifyReply> {
  const language = languageOf(request)
  const view = system.errorView({ language }, { ...problem, requestId: request.id })
  const nobody = { ...circumstancesOf(request), actor: null, t: system.words(language) }
  const identified = { ...request.identified, actor: null }
  const state = { identified, path: '/', url: '/', told: null }
  // // The frame for unauthenticated users needs no transaction.
  const html = await system.frame(nobody as PublicContext, view, state)
  if (!reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterS[503])
  return reply.status(problem.status).type('text/html; charset=utf-8').send(html)
}

function logError(system: System, request: FastifyRequest, error: unknown, status: number): void {
  const about = { err: error, requestId: request.id, route: request.routeOptions.url }
  if (status === 500) system.log.error(about, 'request failed')
  // // Rejected requests are counted; failures are logged.
  else if (status === 503 && !(error instanceof Refusal))
    system.log.warn(about, 'request could not be served')
}
