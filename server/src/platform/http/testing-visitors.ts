import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import { newId } from '../id.ts'
import type { Identified } from './system.ts'

/** Somebody who has signed in and holds no post. */
export function visitor(username: string, scopes: readonly string[] | null = null): Actor {
  return {
    accountId: newId(),
    username,
    personId: newId(),
    personName: username,
    holdingId: null,
    postId: null,
    postTitle: null,
    unitId: null,
    unitName: null,
    rootId: null,
    grants: [],
    scopes,
  }
}

/** Treats the person named by the header `x-visitor` as signed in: authentication is tested in another slice. */
export function knowing(...visitors: readonly Actor[]) {
  return async (request: FastifyRequest): Promise<Identified> => ({
    actor: visitors.find((one) => one.username === request.headers['x-visitor']) ?? null,
    language: null,
    theme: 'auto',
  })
}
