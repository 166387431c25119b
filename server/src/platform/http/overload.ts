import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics, TurnedAway } from '../metrics.ts'
import { Refusal } from '../refusal.ts'
import { isSystemAddress } from './health.ts'

/** How much one server takes on before it says so. Zero means no bound, as in most tests. */
export interface Limits {
  readonly requestsPerMinute: number
  readonly writesPerMinute: number
  readonly uploadsAtOnce: number
  /** Requests that may wait for a connection to the database. */
  readonly waitingForDatabase: number
  /** How late the event loop may run on average. */
  readonly eventLoopDelayMs: number
}

export const noLimits: Limits = {
  requestsPerMinute: 0,
  writesPerMinute: 0,
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

/** Turns requests away before anything is done for them: too many from one address, or more than the server can carry. */
export async function refuseOverload(app: FastifyInstance, parts: Parts): Promise<void> {
  const { limits } = parts
  const isBounded = limits.requestsPerMinute > 0 || limits.writesPerMinute > 0
  if (isBounded) await app.register(rateLimit, { global: false })
  const byAddress =
    limits.requestsPerMinute > 0
      ? app.createRateLimit({ max: limits.requestsPerMinute, timeWindow: minuteMs })
      : undefined
  if (limits.eventLoopDelayMs > 0) await watchEventLoop(app, parts)
  const uploads = new Set<string>()

  app.addHook('onRequest', async (request, reply) => {
    // Built files cost next to nothing, and the page that says "too many" needs them too.
    if (isSystemAddress(request.url) || request.url.startsWith('/assets/')) return
    const address = await byAddress?.(request)
    if (address !== undefined && !address.isAllowed && address.isExceeded)
      throw turnedAway(parts, reply, 'address', address.ttlInSeconds)
    const waiting = parts.pool?.waitingCount ?? 0
    if (limits.waitingForDatabase > 0 && waiting >= limits.waitingForDatabase)
      throw turnedAway(parts, reply, 'database', passingS)
    if (limits.uploadsAtOnce > 0 && request.headers['content-type']?.startsWith('multipart/')) {
      if (uploads.size >= limits.uploadsAtOnce) throw turnedAway(parts, reply, 'uploads', passingS)
      uploads.add(request.id)
      // However it ends, also by a line that breaks.
      reply.raw.once('close', () => uploads.delete(request.id))
    }
  })
}

/** Bounds what one account writes in a minute, and what somebody unknown does from one address; asked once it is known who. */
export function refuseTooManyWrites(app: FastifyInstance, parts: Parts): void {
  const { writesPerMinute } = parts.limits
  if (writesPerMinute === 0) return
  const limiters = {
    account: app.createRateLimit({
      max: writesPerMinute,
      timeWindow: minuteMs,
      keyGenerator: (request: FastifyRequest) => request.identified.actor?.accountId ?? '',
    }),
    address: app.createRateLimit({ max: writesPerMinute, timeWindow: minuteMs }),
  }
  app.addHook('onRequest', async (request, reply) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    const by = request.identified.actor === null ? 'address' : 'account'
    const writes = await limiters[by](request)
    if (!writes.isAllowed && writes.isExceeded) throw turnedAway(parts, reply, by, writes.ttlInSeconds)
  })
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
