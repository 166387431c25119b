import * as http from 'node:http'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { PadesError } from '../errors.ts'
import type { FetchAnswer, Fetcher, FetchQuestion } from './fetcher.ts'
import { isPublicAddress, lookupPublic, NotPublicError } from './public-addresses.ts'

export interface HttpFetcherOptions {
  /** Which addresses may be called, those of redirects too; all where it is left out. */
  readonly allow?: (url: URL) => boolean
  /**
   * `public` (where it is left out) never connects to this machine or to private networks, whatever a name or a
   * redirect says: certificates in files name their services themselves. `any` is for services of one's own network.
   */
  readonly reach?: 'public' | 'any'
}

const mostRedirects = 3
/** Many servers close what was idle for five seconds; a question must not be on its way then. */
const idleMs = 4000
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const secret: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization'])

/**
 * A way over HTTP and HTTPS that keeps the bounds of a question: the time limit holds for the whole answer with its
 * redirects, an answer too long is broken off while it is read, nothing is kept between questions but connections.
 * Redirects are followed for GET alone, never from HTTPS to HTTP.
 */
export function httpFetcher({ allow = () => true, reach = 'public' }: HttpFetcherOptions = {}): Fetcher {
  const keeping = { keepAlive: true, maxFreeSockets: 8, timeout: idleMs }
  const agents = { 'http:': new http.Agent(keeping), 'https:': new https.Agent(keeping) }

  function checked(url: URL | null, from: string): URL & { protocol: 'http:' | 'https:' } {
    if (url === null || !(url.protocol in agents)) throw refused(from, 'scheme')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (reach === 'public' && isIP(host) !== 0 && !isPublicAddress(host))
      throw refused(url.href, 'not_public')
    if (!allow(url)) throw refused(url.href, 'not_allowed')
    return url as URL & { protocol: 'http:' | 'https:' }
  }

  async function get(question: FetchQuestion, from: URL | null, signal: AbortSignal, left: number) {
    const url = checked(from, question.url)
    const options = {
      agent: agents[url.protocol],
      signal,
      ...(reach === 'public' && { lookup: lookupPublic }),
    }
    const response = await send(url, question, options)
    const status = response.statusCode ?? 0
    const next = question.method === 'GET' && redirects.has(status) ? response.headers.location : undefined
    if (next === undefined) return read(response, question, status)
    response.destroy()
    if (left === 0) throw refused(question.url, 'too_many_redirects')
    const target = URL.parse(next, url.href)
    if (url.protocol === 'https:' && target?.protocol === 'http:') throw refused(question.url, 'scheme')
    return get(withoutSecrets(question, url, target), target, signal, left - 1)
  }

  return async (question) => {
    const signal = AbortSignal.timeout(question.timeoutMs)
    try {
      return await get(question, URL.parse(question.url), signal, mostRedirects)
    } catch (cause) {
      if (cause instanceof PadesError) throw cause
      throw failureOf(question.url, signal.aborted, cause)
    }
  }
}

function send(
  url: URL,
  { method, headers, body }: FetchQuestion,
  options: http.RequestOptions,
): Promise<http.IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>()
  const { request } = url.protocol === 'https:' ? https : http
  const length = body === undefined ? {} : { 'Content-Length': body.length }
  const sent = request(url, { ...options, method, headers: { ...headers, ...length } })
  sent.on('response', resolve)
  sent.on('error', reject)
  sent.end(body)
  return promise
}

async function read(
  response: http.IncomingMessage,
  { url, maxBytes }: FetchQuestion,
  status: number,
): Promise<FetchAnswer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Uint8Array>) {
    size += part.length
    // Leaving the loop closes the connection.
    if (size > maxBytes)
      throw new PadesError('service_too_large', `${url} answers with more than ${maxBytes} bytes`, {
        url,
        maxBytes,
      })
    parts.push(part)
  }
  return { status, contentType: response.headers['content-type'] ?? null, body: Buffer.concat(parts) }
}

/** Credentials are for the host that they were given for. */
function withoutSecrets(question: FetchQuestion, from: URL, to: URL | null): FetchQuestion {
  if (from.origin === to?.origin) return question
  const headers = Object.entries(question.headers).filter(([name]) => !secret.has(name.toLowerCase()))
  return { ...question, headers: Object.fromEntries(headers) }
}

function refused(url: string, why: string): PadesError {
  return new PadesError('service_refused', `${url} may not be called: ${why}`, { url, why })
}

function failureOf(url: string, isTimeout: boolean, cause: unknown): PadesError {
  if (cause instanceof NotPublicError) return refused(url, 'not_public')
  if (isTimeout)
    return new PadesError('service_timeout', `${url} does not answer in time`, { url }, { cause })
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new PadesError(
    'service_unreachable',
    `${url} cannot be reached: ${reason}`,
    { url, reason },
    { cause },
  )
}
