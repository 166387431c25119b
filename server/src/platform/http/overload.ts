import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics, TurnedAway } from '../operation/metrics.ts'
import { Refusal } from '../refusal.ts'
import { isSystemAddress } from './health.ts'
import { addressOf, knownOf } from './of-one.ts'

/** How much one server takes on before it says so. Zero means no bound, as in most tests. */
export interface Limits {
  /** Of one account or token. */
  readonly requestsPerMinute: number
  readonly writesPerMinute: number
  /** Of everybody unknown behind one address together. */
  readonly addressRequestsPerMinute: number
  readonly addressWritesPerMinute: number
  /** Of all; one account has a quarter of them. */
  readonly uploadsAtOnce: number
  /** Requests that may wait for a connection to the database. */
  readonly waitingForDatabase: number
  /** How late the event loop may run on average. */
  readonly eventLoopDelayMs: number
}

export const noLimits: Limits = {
  requestsPerMinute: 0,
  writesPerMinute: 0,
  addressRequestsPerMinute: 0,
  addressWritesPerMinute: 0,
  uploadsAtOnce: 0,
  waitingForDatabase: 0,
  eventLoopDelayMs: 0,
}

interface Parts {
  readonly limits: Limits
  readonly pool?: { readonly waitingCount: number } | undefined
  readonly metrics?: Metrics | undefined
}

const minuteMs = 60_000
// When to come back after a moment of overload: soon, because it passes.
const passingS = 5

/** Turns requests away before anything is done for them, where they are more than the server can carry. */
export async function refuseOverload(app: FastifyInstance, parts: Parts): Promise<void> {
  const { limits } = parts
  const { requestsPerMinute, writesPerMinute, addressRequestsPerMinute, addressWritesPerMinute } = limits
  // Open forms have bounds of their own, where there are any.
  if (Math.max(requestsPerMinute, writesPerMinute, addressRequestsPerMinute, addressWritesPerMinute) > 0)
    await app.register(rateLimit, { global: false })
  if (limits.eventLoopDelayMs > 0) await watchEventLoop(app, parts)
  app.addHook('onRequest', async (request, reply) => {
    // Built files cost next to nothing, and the page that says "too many" needs them too.
    if (isFree(request)) return
    const waiting = parts.pool?.waitingCount ?? 0
    if (limits.waitingForDatabase > 0 && waiting >= limits.waitingForDatabase)
      throw turnedAway(parts, reply, 'database', passingS)
  })
}

const isFree = ({ url }: FastifyRequest): boolean => isSystemAddress(url) || url.startsWith('/assets/')

/**
 * Bounds what one account or token does, and what all who are unknown behind one address do together; asked once it is known
 * who, so that one person behind the address of an office never takes the place of another.
 */
export function refuseTooMuchOfOne(app: FastifyInstance, parts: Parts): void {
  const { limits } = parts
  const requests = limitersOf(app, limits.requestsPerMinute, limits.addressRequestsPerMinute)
  const writes = limitersOf(app, limits.writesPerMinute, limits.addressWritesPerMinute)
  const uploads = new Map<string, string>()
  app.addHook('onRequest', async (request, reply) => {
    if (isFree(request)) return
    const by = knownOf(request) === null ? 'address' : 'account'
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    for (const limiter of isWrite ? [requests[by], writes[by]] : [requests[by]]) {
      const count = await limiter?.(request)
      if (count !== undefined && !count.isAllowed && count.isExceeded)
        throw turnedAway(parts, reply, by, count.ttlInSeconds)
    }
    if (limits.uploadsAtOnce > 0 && /^multipart\//i.test(request.headers['content-type'] ?? ''))
      takeUploadPlace(uploads, parts, request, reply)
  })
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>

function limitersOf(
  app: FastifyInstance,
  ofKnown: number,
  ofAddress: number,
): { readonly account: Limiter | undefined; readonly address: Limiter | undefined } {
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    max > 0 ? app.createRateLimit({ max, timeWindow: minuteMs, keyGenerator }) : undefined
  return {
    account: limiter(ofKnown, (request) => knownOf(request) ?? ''),
    address: limiter(ofAddress, addressOf),
  }
}

/** Places for files that arrive: a few of all for one account. Nobody unknown is given one: their body is not read. */
function takeUploadPlace(
  places: Map<string, string>,
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const accountId = request.identified.actor?.accountId
  if (accountId === undefined) return
  const { uploadsAtOnce } = parts.limits
  const own = [...places.values()].filter((one) => one === accountId).length
  if (own >= Math.max(1, Math.floor(uploadsAtOnce / 4))) throw turnedAway(parts, reply, 'account', passingS)
  if (places.size >= uploadsAtOnce) throw turnedAway(parts, reply, 'uploads', passingS)
  places.set(request.id, accountId)
  // However it ends, also by a line that breaks.
  reply.raw.once('close', () => places.delete(request.id))
}

async function watchEventLoop(app: FastifyInstance, parts: Parts): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: parts.limits.eventLoopDelayMs,
    exposeStatusRoute: false,
    pressureHandler: async (request: FastifyRequest, reply: FastifyReply) => {
      if (!isSystemAddress(request.url) && !request.url.startsWith('/assets/'))
        throw turnedAway(parts, reply, 'event_loop', passingS)
    },
  })
}

function turnedAway(parts: Parts, reply: FastifyReply, reason: TurnedAway, retryAfterS: number): Refusal {
  parts.metrics?.turnedAway(reason)
  reply.header('retry-after', String(Math.max(1, retryAfterS)))
  return reason === 'address' || reason === 'account'
    ? new Refusal('too_many_requests', {}, { status: 429 })
    : new Refusal('overloaded', {}, { status: 503 })
}
