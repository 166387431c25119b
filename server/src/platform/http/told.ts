import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FrameState } from './system.ts'

const cookieName = 'told'
const maxLength = 600

/** Leaves a word for the next page: what was done. Only a key of the catalogue and plain parameters travel. */
export function leaveWord(
  reply: FastifyReply,
  key: string,
  params: Readonly<Record<string, string | number>>,
  secure: boolean,
): void {
  const value = JSON.stringify({ key, params })
  if (value.length > maxLength) return
  reply.setCookie(cookieName, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 })
}

/** Takes the word that the act before left, once. */
export function takeWord(
  request: FastifyRequest,
  reply: FastifyReply,
  known: (key: string) => boolean,
): FrameState['told'] {
  const value = request.cookies[cookieName]
  if (value === undefined) return null
  reply.clearCookie(cookieName, { path: '/' })
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
    return { key: word.key, params }
  } catch {
    return null
  }
}
