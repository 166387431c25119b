import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Actor } from '../context.ts'
import type { Metrics } from '../operation/metrics.ts'
import { Refusal } from '../refusal.ts'
import { answerBadAddress, answerError } from './answer-error.ts'
import { isSystemAddress, serveHealth } from './health.ts'
import { observeRequests } from './observe.ts'
import { openApi } from './openapi.ts'
import { type ApiErrors, noApiErrors } from './openapi-errors.ts'
import { requireSameOrigin } from './origin.ts'
import { type Limits, noLimits, refuseOverload, refuseTooMuchOfOne } from './overload.ts'
import { isSecure } from './request.ts'
import type { Route } from './route.ts'
import { apiPrefix, serveApi } from './serve-api.ts'
import { servePages } from './serve-pages.ts'
import { closeSlowBodies, type SlowestBody, slowestBody } from './slow-body.ts'
import type { System } from './system.ts'
import type { TrustedProxies } from './trusted-proxies.ts'
import { isDiskFull } from './unavailable.ts'

// A slow line may take this long for a whole request; without a bound it could hold a socket for ever.
const requestTimeoutMs = 10 * 60_000

export interface ServerOptions {
  readonly routes: readonly Route[]
  /** Built files of the browser, served under /assets with names that carry their hash. */
  readonly assetsFolder: string
  readonly version: string
  /** What the operations of the API can refuse; none are described where it is missing. */
  readonly apiErrors?: ApiErrors
  /**
   * Hashes of the styles that a library injects (Turbo's progress bar), for the content security policy: `'sha256-…'`.
   */
  readonly styleHashes: readonly string[]
  /** What keeps the server from working, as constants of the code; empty when it is ready. */
  troubles(): Promise<readonly string[]>
  /** Called for each request that failed because a disk was full. */
  diskFull?(): void
  /** How much it takes on; what is not named has no bound. */
  readonly limits?: Partial<Limits>
  readonly slowestBody?: SlowestBody
  /** The pool of connections, whose queue is bounded. */
  readonly pool?: { readonly waitingCount: number } | undefined
  readonly metrics?: Metrics | undefined
}

/** The HTTP server as a value: nothing listens until the caller says so, and tests inject requests. */
export async function buildServer(system: System, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: system.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustOf(system.config.trustProxy),
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: requestTimeoutMs,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerBadAddress(system, error, request, reply),
  })
  const load = { limits: { ...noLimits, ...options.limits }, pool: options.pool, metrics: options.metrics }
  app.decorateRequest('identified')
  app.addHook('onRequest', async (request) => {
    request.identified = { actor: null, language: null, theme: 'auto' }
  })
  observeRequests(app, system, options.metrics)
  await registerPlugins(app, system, options)
  await refuseOverload(app, load)
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/assets/') || isSystemAddress(request.url)) return
    // // None of our URLs contains a NUL, and no column accepts one.
    if (request.url.includes('%00')) throw new Refusal('not_found', { kind: 'page' }, { status: 404 })
    requireSameOrigin(
      request,
      system.config.publicUrl === undefined ? null : new URL(system.config.publicUrl).origin,
    )
    const identified = await system.identify(request)
    requireApiForToken(request, identified.actor)
    request.identified = identified
  })
  refuseTooMuchOfOne(app, load)
  closeSlowBodies(app, options.slowestBody ?? slowestBody)
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'private, no-store')
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (isDiskFull(error)) options.diskFull?.()
    return answerError(system, request, reply, error)
  })
  app.setNotFoundHandler((request, reply) =>
    answerError(system, request, reply, new Refusal('not_found', { kind: 'page' }, { status: 404 })),
  )

  const isPage = (route: Route) => ['page', 'form', 'open-form'].includes(route.kind)
  servePages(app, system, options.routes.filter(isPage) as Parameters<typeof servePages>[2])
  const apiRoutes = options.routes.filter((route) => !isPage(route)) as Parameters<typeof serveApi>[2]
  serveApi(app, system, apiRoutes)
  const { version, apiErrors = noApiErrors } = options
  const description = openApi(apiRoutes, { version, catalogues: system.catalogues, errors: apiErrors })
  app.get(`${apiPrefix}/openapi.json`, async () => description)
  serveHealth(app, system.config, options)
  return app
}

/** What the framework asks of an address, counted from this server outwards. */
export function trustOf(
  proxies: TrustedProxies,
): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies
  return proxies === false ? false : [...proxies]
}

/**
 * A machine can use only the API: pages open and end sessions, accept files with their forms, and answer with text.
 * @throws Refusal `token_for_api_only`
 */
function requireApiForToken(request: FastifyRequest, actor: Actor | null): void {
  if (request.url.startsWith('/api/')) return
  const bringsToken = /^bearer\b/i.test(request.headers.authorization ?? '')
  // // An invalid token is refused too; a request with any token is never identified by a session (`identify`).
  const isPerson = actor !== null && actor.scopes === null
  if (!isPerson && (bringsToken || actor !== null))
    throw new Refusal('token_for_api_only', {}, { status: 403 })
}

async function registerPlugins(app: FastifyInstance, system: System, options: ServerOptions): Promise<void> {
  const self = "'self'"
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [self],
        styleSrc: [self, ...options.styleHashes],
        imgSrc: [self, 'data:'],
        fontSrc: [self],
        connectSrc: [self],
        formAction: [self],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure(system) ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  // Pages carry no secret next to what a stranger could inject, so that compression tells nothing. Quality 7 makes a thirtieth
  // less of a page than 5 for a tenth of a millisecond, but only in a window of a quarter of a megabyte: for the usual one it
  // lays out tables that take four milliseconds to clear. Told of a megabyte, it takes its fuller model of letters for every
  // page; else it guesses from samples whether that pays, and a fortieth of the overview hung on a byte more or less.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 7,
        [constants.BROTLI_PARAM_LGWIN]: 18,
        [constants.BROTLI_PARAM_SIZE_HINT]: 1_048_576,
      },
    },
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fieldSize: 200_000, fields: 2500, parts: 2600, headerPairs: 100 },
    // A file that is too large is refused by the store, next to its field.
    throwFileSizeLimit: false,
  })
  await app.register(fastifyStatic, {
    root: options.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
  })
  // // None of our routes takes a text body.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) => new URLSearchParams(String(body)),
  )
}
