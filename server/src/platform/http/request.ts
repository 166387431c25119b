import type { FastifyRequest } from 'fastify'
import type { Language } from '../context.ts'
import type { Params } from './route.ts'
import type { Circumstances, Identified, System } from './system.ts'

declare module 'fastify' {
  interface FastifyRequest {
    identified: Identified
  }
}

/** The language of the setting, else the browser's; Vietnamese first. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.identified?.language ?? choiceOf(request, 'language')
  if (chosen === 'vi' || chosen === 'en') return chosen
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase()
  const positions = { vi: wanted.search(/\bvi\b/), en: wanted.search(/\ben\b/) }
  return positions.en >= 0 && (positions.vi < 0 || positions.en < positions.vi) ? 'en' : 'vi'
}

export function circumstancesOf(request: FastifyRequest): Circumstances {
  return {
    actor: request.identified.actor,
    waiting: request.identified.waiting,
    language: languageOf(request),
    origin: { requestId: request.id, address: request.ip },
  }
}

/**
 * Path or query parameters: of one that is given twice the first counts, and a list, whose name ends in [], comes as one
 * text parted by commas.
 */
export function paramsOf(given: unknown): Params {
  const entries = Object.entries((given ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      String(Array.isArray(value) && !key.endsWith('[]') ? value[0] : value),
    ]),
  )
}

/** The name of a cookie here. Under `__Host-` no other host of the domain can plant one; that needs https. */
export function cookieName(system: Pick<System, 'config'>, name: string): string {
  return isSecure(system) ? `__Host-${name}` : name
}

/**
 * A choice stored in this browser: language or theme. Both cookie names are read, because planting one has no effect on
 * security.
 */
export function choiceOf(request: FastifyRequest, name: 'language' | 'theme'): string | undefined {
  return request.cookies?.[`__Host-${name}`] ?? request.cookies?.[name]
}

/** Whether cookies are marked Secure: wherever people reach the installation by https. */
export function isSecure(system: Pick<System, 'config'>): boolean {
  return system.config.publicUrl?.startsWith('https:') ?? false
}
