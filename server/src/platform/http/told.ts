import type { FastifyReply, FastifyRequest } from 'fastify'
import type { MessageKey } from '../message-key.ts'
import { cookieName, isSecure } from './request.ts'
import type { FrameState, System } from './system.ts'

const nameOf = (system: System) => cookieName(system, 'told')
const maxLength = 600

/** Stores a message for the next page: what was done. It contains only a message key and plain parameters. */
export function leaveWord(
  system: System,
  reply: FastifyReply,
  key: MessageKey,
  params: Readonly<Record<string, string | number>>,
): void {
  const value = JSON.stringify({ key, params })
  if (value.length > maxLength) return
  const about = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(system), maxAge: 60 } as const
  reply.setCookie(nameOf(system), value, about)
}

/** Takes the word that the act before left, once. */
export function takeWord(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  known: (key: string) => boolean,
): FrameState['told'] {
  const value = request.cookies[nameOf(system)]
  if (value === undefined) return null
  // A browser takes nothing back under `__Host-` that is not Secure.
  reply.clearCookie(nameOf(system), { path: '/', secure: isSecure(system) })
  try {
    const word: unknown = JSON.parse(value)
    if (
      typeof word !== 'object' ||
      word === null ||
      !('key' in word) ||
      typeof word.key !== 'string' ||
      !known(word.key)
    )
      return null
    const given =
      'params' in word && typeof word.params === 'object' && word.params !== null
        ? Object.entries(word.params)
        : []
    const params = Object.fromEntries(
      given.filter((entry): entry is [string, string | number] =>
        ['string', 'number'].includes(typeof entry[1]),
      ),
    )
    return { key: word.key as MessageKey, params }
  } catch {
    return null
  }
}
