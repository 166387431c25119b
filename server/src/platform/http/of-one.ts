import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/**
 * Whom a request is counted for: a token, else an account, also of somebody who stands before their second step; null for
 * nobody known, who is counted by address.
 */
export function knownOf({ identified, headers }: FastifyRequest): string | null {
  const { actor, waiting } = identified
  if (actor === null) return waiting?.accountId ?? null
  if (actor.scopes === null) return actor.accountId
  // // Only a valid token, so that made-up ones do not count separately; its text is not stored.
  return `token ${createHash('sha256')
    .update(headers.authorization ?? actor.accountId)
    .digest('base64url')}`
}

/** A client with one IPv6 address usually has 2^64 of them. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!isIPv6(ip) || ip.toLowerCase().startsWith('::ffff:')) return ip
  const [head = '', tail] = ip.split('%', 1)[0]?.split('::') ?? []
  const groups = head.split(':').filter((group) => group !== '')
  if (tail !== undefined) {
    const after = tail.split(':').filter((group) => group !== '').length
    while (groups.length < 8 - after) groups.push('0')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
