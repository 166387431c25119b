import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../operation/metrics.ts'
import type { System } from './system.ts'

// As nginx counts them: the visitor left before the answer.
const leftStatus = 499

/**
 * Leaves one line in the log and one count in the figures for each request: the template of its route, never the values in
 * its address, nor who it was. Who did what is in the record (`audit_entry`), under the same request id.
 */
export function observeRequests(app: FastifyInstance, system: System, metrics: Metrics | undefined): void {
  const note = (request: FastifyRequest, status: number, durationMs: number) => {
    const route = routeOf(request)
    metrics?.answered({ method: request.method, route, status, seconds: durationMs / 1000 })
    const line = { requestId: request.id, method: request.method, route, status }
    system.log.info({ ...line, durationMs: Math.round(durationMs * 10) / 10 }, 'request')
  }
  app.addHook('onResponse', async (request, reply) => note(request, reply.statusCode, reply.elapsedTime))
  app.addHook('onRequestAbort', async (request) => note(request, leftStatus, 0))
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched'
}
