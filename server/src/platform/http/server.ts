import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { Refusal } from '../refusal.ts'
import { openApi } from './openapi.ts'
import { requireSameOrigin } from './origin.ts'
import { problemOf, refusalOf, sentenceOf } from './problem.ts'
import { circumstancesOf, isSecure, languageOf } from './request.ts'
import type { Route } from './route.ts'
import { apiPrefix, serveApi } from './serve-api.ts'
import { prepareView, servePages } from './serve-pages.ts'
import { inTransaction, type System } from './system.ts'

export interface ServerOptions {
  readonly routes: readonly Route[]
  /** Built files of the browser, served under /assets with names that carry their hash. */
  readonly assetsFolder: string
  readonly version: string
  /** Hashes of styles that a library of ours injects (Turbo's progress bar), as the policy writes them: `'sha256-…'`. */
  readonly styleHashes: readonly string[]
  /** Whether the server can work: the database answers and has this program's schema. */
  ready(): Promise<boolean>
  /** Requests a minute from one address; 0 for none, in tests. */
  readonly requestsPerMinute: number
}

/** The HTTP server as a value: nothing listens until the caller says so, and tests inject requests. */
export async function buildServer(system: System, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: system.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: system.config.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerBadAddress(system, error, request, reply),
  })
  await registerPlugins(app, system, options)
  app.decorateRequest('identified')
  app.addHook('onRequest', async (request) => {
    request.identified = { actor: null, language: null, theme: 'auto' }
    if (request.url.startsWith('/assets/')) return
    // No address of ours has a NUL in it, and no column takes one.
    if (request.url.includes('%00')) throw new Refusal('not_found', { kind: 'page' }, { status: 404 })
    requireSameOrigin(
      request,
      system.config.publicUrl === undefined ? null : new URL(system.config.publicUrl).origin,
    )
    request.identified = await system.identify(request)
  })
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'private, no-store')
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(system, request, reply, error))
  app.setNotFoundHandler((request, reply) =>
    answerError(system, request, reply, new Refusal('not_found', { kind: 'page' }, { status: 404 })),
  )

  const isPage = (route: Route) => ['page', 'form', 'open-form'].includes(route.kind)
  servePages(app, system, options.routes.filter(isPage) as Parameters<typeof servePages>[2])
  const apiRoutes = options.routes.filter((route) => !isPage(route)) as Parameters<typeof serveApi>[2]
  serveApi(app, system, apiRoutes)
  const description = openApi(apiRoutes, options.version)
  app.get(`${apiPrefix}/openapi.json`, async () => description)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await options.ready().catch(() => false)
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  return app
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
  // Pages carry no secret beside what a stranger could inject, so that compression tells nothing. Quality 4 costs little.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fieldSize: 200_000, fields: 2500, parts: 2600, headerPairs: 100 },
    // A file that is too large is refused by the store, beside its field.
    throwFileSizeLimit: false,
  })
  if (options.requestsPerMinute > 0) {
    await app.register(rateLimit, { max: options.requestsPerMinute, timeWindow: 60_000 })
  }
  await app.register(fastifyStatic, {
    root: options.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) => new URLSearchParams(String(body)),
  )
}

/** An address that is none (`/%E0%A4%A`) reaches no hook and no frame; its words are not repeated. */
function answerBadAddress(
  system: System,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalOf(error) ?? new Refusal('not_found', { kind: 'page' }, { status: 404 })
  const words = system.words(languageOf(request))
  const isApi = request.url.startsWith('/api/')
  const body = isApi
    ? JSON.stringify(problemOf(words, refusal, request.id))
    : words(`refusal.${refusal.code}`, refusal.params)
  reply
    .status(refusal.status)
    .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    .type(isApi ? 'application/problem+json' : 'text/plain; charset=utf-8')
    .send(body)
}

async function answerError(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const refusal = refusalOf(error) ?? new Refusal('server_failed', { requestId: request.id })
  const status = refusal.code === 'server_failed' ? 500 : refusal.status
  if (status === 500)
    system.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'request failed')
  const words = system.words(languageOf(request))
  if (request.url.startsWith('/api/')) {
    const problem = { ...problemOf(words, refusal, request.id), status, title: words(`http.${status}`) }
    return reply.status(status).type('application/problem+json').send(JSON.stringify(problem))
  }
  if (status === 401 && request.method === 'GET')
    return reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(request.url)}`, 303)
  const view = system.errorView(
    { language: languageOf(request) },
    {
      status,
      code: refusal.code,
      sentences: refusal.reasons.map((reason) => sentenceOf(words, reason)),
      requestId: request.id,
    },
  )
  const prepared = await inTransaction(system, circumstancesOf(request), 'read', (c) =>
    prepareView(system, request, reply, c, { ...view, status }),
  ).catch(() => null)
  // The database itself is away: say so plainly, without the frame.
  if (prepared === null) return reply.status(503).type('text/plain; charset=utf-8').send(words('http.503'))
  return prepared(reply)
}
