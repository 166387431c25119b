import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a writing request that another site made this browser send. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; one that says neither is refused too, unless it brings a bearer token, which no
 * browser adds by itself (as it does with a password that a proxy asked for) and which is then judged without any cookie.
 */
export function requireSameOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  if (safeMethods.has(request.method) || /^bearer /i.test(request.headers.authorization ?? '')) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin') return
  if (site === undefined && isOwnOrigin(request, publicOrigin)) return
  throw new Refusal('foreign_origin', {}, { status: 403 })
}

function isOwnOrigin(request: FastifyRequest, publicOrigin: string | null): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return false
  return origin === (publicOrigin ?? `${request.protocol}://${request.host}`)
}
