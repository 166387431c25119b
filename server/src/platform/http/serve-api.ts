import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { execute, requireActor, requireScope } from './execute.ts'
import { parseInput } from './parse.ts'
import { circumstancesOf, paramsOf } from './request.ts'
import type { ApiReadRoute, ApiWriteRoute } from './route.ts'
import { inTransaction, type System } from './system.ts'

export const apiPrefix = '/api/v1'

/** Registers the machine's side of all slices. */
export function serveApi(
  app: FastifyInstance,
  system: System,
  routes: readonly (ApiReadRoute | ApiWriteRoute)[],
): void {
  for (const route of routes) {
    const url = `${apiPrefix}${route.path}`
    if (route.kind === 'api-read') {
      app.get(url, (request, reply) => answerRead(system, request, reply, route))
    } else {
      app.route({
        method: route.method,
        url,
        handler: (request, reply) => answerWrite(system, request, reply, route),
      })
    }
  }
}

async function answerRead(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiReadRoute,
): Promise<FastifyReply> {
  return inTransaction(system, circumstancesOf(request), 'read', async (c) => {
    requireActor(c)
    requireScope(c.actor, 'read')
    const query = parseInput(route.query, paramsOf(request.query))
    const result = await route.run(c, { params: paramsOf(request.params), query })
    return reply.send(route.output.parse(result))
  })
}

async function answerWrite(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiWriteRoute,
): Promise<FastifyReply> {
  const params = paramsOf(request.params)
  const body = request.body ?? {}
  const input = route.input?.(body, params) ?? { ...(body as object), ...params }
  const header = request.headers['idempotency-key']
  const { result, replayed } = await execute(system, circumstancesOf(request), route.endpoint, {
    input,
    idempotencyKey: typeof header === 'string' ? header : null,
  })
  if (replayed) reply.header('idempotent-replayed', 'true')
  return reply.status(route.status ?? 200).send(route.output.parse(result))
}
