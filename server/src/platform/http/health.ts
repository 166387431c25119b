import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config/config.ts'
import type { Metrics } from '../operation/metrics.ts'
import { Refusal } from '../refusal.ts'

const systemAddresses = new Set(['/healthz', '/readyz', '/metrics'])

/** Routes for the operator: without authentication, and available when nothing else is. */
export function isSystemAddress(url: string): boolean {
  return systemAddresses.has(url.split('?', 1)[0] ?? '')
}

interface Parts {
  /** What keeps the server from working, as constants of the code; empty when it is ready. */
  troubles(): Promise<readonly string[]>
  readonly metrics?: Metrics | undefined
}

/**
 * `/healthz`: the process is running; `/readyz`: it can work; `/metrics`: its metrics, for clients that the setting
 * allows.
 */
export function serveHealth(app: FastifyInstance, config: Config, parts: Parts): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const troubles = await parts.troubles().catch(() => ['unknown'])
    if (troubles.length === 0) return { status: 'ready' }
    return reply.status(503).header('retry-after', '5').send({ status: 'not ready', troubles })
  })
  const { metrics } = parts
  if (metrics === undefined) return
  app.get('/metrics', async (request, reply) => {
    requireReader(config, request)
    const { contentType, body } = await metrics.text()
    return reply.type(contentType).send(body)
  })
}

/** @throws Refusal `not_found` where the figures are not for this visitor, `sign_in_needed` where they should bring the token */
function requireReader({ metrics }: Config, request: FastifyRequest): void {
  if (metrics.for === 'token') {
    const [, token = ''] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    // Of equal length whatever was sent, so that nothing can be learned from how long it takes.
    if (!timingSafeEqual(sha256Of(token), sha256Of(metrics.token)))
      throw new Refusal('metrics_token_needed', {}, { status: 401 })
  } else if (metrics.for === 'nobody' || !isFromThisMachine(request)) {
    throw new Refusal('not_found', { kind: 'page' }, { status: 404 })
  }
}

/** A proxy on this machine comes from it too, but says for whom. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const isForwarded = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip'].some(
    (name) => request.headers[name] !== undefined,
  )
  return !isForwarded && (address === '::1' || /^127\./.test(address))
}

const sha256Of = (text: string): Buffer => createHash('sha256').update(text).digest()
