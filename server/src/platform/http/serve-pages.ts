import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PublicContext } from '../context.ts'
import { discardUploads, requireRoomForUpload } from '../files/waiting-uploads.ts'
import { newId } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { stopMarkedInput } from '../secret-marks/stop.ts'
import {
  admit,
  execute,
  readingMode,
  recordEmergencyReading,
  recordUndone,
  requireActor,
  requireScope,
} from './execute.ts'
import { decodeForm, type FormValues, textValue } from './form.ts'
import { changeRows, readForm, uploadsIn } from './form-body.ts'
import { droppingTyping, withTyping } from './form-typing.ts'
import { addressOf, knownOf } from './of-one.ts'
import { sentenceOf } from './problem.ts'
import { askForProof, asksForProof, takeProof } from './proof.ts'
import { circumstancesOf, isSecure, languageOf, paramsOf } from './request.ts'
import type { FormRoute, FormState, OpenFormRoute, PageRoute, Visit } from './route.ts'
import { sendFile } from './send-file.ts'
import { inTransaction, type System } from './system.ts'
import { leaveWord, takeWord } from './told.ts'
import { readTyped } from './typed-values.ts'
import type { View } from './view.ts'

/** Registers the pages and forms of all slices. */
export function servePages(
  app: FastifyInstance,
  system: System,
  routes: readonly (PageRoute | FormRoute | OpenFormRoute)[],
): void {
  for (const route of routes) {
    if (route.kind === 'page') {
      app.get(route.path, (request, reply) => answerPage(system, request, reply, route))
      continue
    }
    app.get(route.path, (request, reply) => showForm(system, request, reply, route, firstState(request)))
    if (route.kind === 'form') {
      const onRequest = async (request: FastifyRequest) => admitForm(system, request, route)
      app.post(route.path, { onRequest }, (request, reply) => takeForm(system, request, reply, route))
    } else {
      const rateLimit = postLimit(route)
      app.post(route.path, { config: { rateLimit } }, (request, reply) =>
        takeOpenForm(system, request, reply, route),
      )
    }
  }
}

// // The number of users of one office's address who may sign in within the same minute.
const peopleBehindOneAddress = 20

/** Of one account, also before its second step; or of all who are unknown behind one address. */
function postLimit({ postsPerMinute }: OpenFormRoute) {
  return {
    timeWindow: 60_000,
    max: (request: FastifyRequest) =>
      knownOf(request) === null ? postsPerMinute * peopleBehindOneAddress : postsPerMinute,
    keyGenerator: (request: FastifyRequest) => knownOf(request) ?? addressOf(request),
  }
}

async function answerPage(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: PageRoute,
): Promise<FastifyReply> {
  if (route.visit !== undefined) {
    const view = await route.visit(visitOf(system, request, reply))
    return showOnce(system, request, reply, async () => view)
  }
  const prepared = await inTransaction(
    system,
    circumstancesOf(request),
    route.recorded === true ? 'write' : readingMode(circumstancesOf(request)),
    async (c) => {
      if (route.open !== true) {
        requireActor(c)
        requireScope(c.actor, 'read')
      }
      await recordEmergencyReading(c, request.url)
      const view = await route.load(c, { params: paramsOf(request.params), query: paramsOf(request.query) })
      return prepareView(system, request, reply, c, view)
    },
  ).catch(async (error: unknown) => {
    // Where a reading is an event, so is one that was refused.
    if (route.recorded === true)
      await recordUndone(system, circumstancesOf(request), 'page.read', error, { path: request.url })
    throw error
  })
  return prepared(reply)
}

type ReadContext = Parameters<System['frame']>[0]

/** Sends what was prepared. A reply is a promise of its having been sent, so it is never awaited in a transaction. */
export type Sending = (reply: FastifyReply) => FastifyReply

/**
 * Prepares what a page answered (a framed document, a redirect, a file) while its transaction is open; it is sent after
 * the end, so that a slow line holds no connection and a recorded reading is kept before a byte leaves.
 */
export async function prepareView(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  c: ReadContext,
  view: View,
): Promise<Sending> {
  if (view.kind === 'redirect') return (to) => to.redirect(view.to, 303)
  if (view.kind === 'file') return (to) => sendFile(to, view)
  const html = await system.frame(c, view, {
    identified: request.identified,
    path: request.url.split('?')[0] ?? '/',
    url: request.url,
    told: takeWord(system, request, reply, (key) => Object.hasOwn(system.catalogues.vi, key)),
  })
  return (to) =>
    to
      .status(view.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(html)
}

function firstState(request: FastifyRequest): FormState {
  return {
    params: paramsOf(request.params),
    query: paramsOf(request.query),
    values: undefined,
    errors: {},
    problems: [],
    idempotencyKey: newId(),
    uploads: [],
  }
}

async function showForm(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: FormRoute | OpenFormRoute,
  state: FormState,
  status = 200,
): Promise<FastifyReply> {
  const prepared = await inTransaction(
    system,
    circumstancesOf(request),
    readingMode(circumstancesOf(request)),
    async (c) => {
      await recordEmergencyReading(c, request.url)
      const view = await viewOf(c, route, state, request.url)
      const shown = view.kind === 'page' && status !== 200 ? { ...view, status } : view
      return prepareView(system, request, reply, c, shown)
    },
  )
  return prepared(reply)
}

async function viewOf(
  c: PublicContext,
  route: FormRoute | OpenFormRoute,
  state: FormState,
  url: string,
): Promise<View> {
  if (route.kind === 'open-form') return route.show(c, state)
  requireActor(c)
  requireScope(c.actor, 'read')
  const uploads = state.values === undefined ? [] : await uploadsIn(c, state.values)
  return route.show(c, await withTyping(c, route, url, { ...state, uploads }))
}

/**
 * Before a byte of the body is read: whether this actor may act at all, and, where files may come, whether they may see the
 * form of this very thing and has room for more.
 */
async function admitForm(system: System, request: FastifyRequest, route: FormRoute): Promise<void> {
  await admit(system, circumstancesOf(request), route.endpoint)
  if (!/^multipart\//i.test(request.headers['content-type'] ?? '')) return
  if (route.takesFiles !== true) throw new Refusal('media_type_refused', {}, { status: 415 })
  await inTransaction(system, circumstancesOf(request), 'read', async (c) => {
    requireActor(c)
    const shown = await route.show(c, firstState(request))
    // A page that only says why the form is not there.
    if (shown.kind === 'page' && shown.status === 403)
      throw new Refusal('forbidden', { act: route.endpoint.name }, { status: 403 })
    await requireRoomForUpload(c, system.config.waitingUploads)
  })
}

async function takeForm(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: FormRoute,
): Promise<FastifyReply> {
  const params = paramsOf(request.params)
  let values: FormValues = {}
  let uploadIds: readonly string[] = []
  try {
    const sent = await readForm(system, request, route.endpoint.name)
    values = sent.values
    uploadIds = sent.uploadIds
    if (sent.refusal !== null) throw sent.refusal
    const wish = textValue(values, 'rowsAct')
    if (wish !== '')
      return await showForm(system, request, reply, route, againState(request, changeRows(values, wish)), 422)

    values = await takeProof(request, values, (actor, proof) =>
      system.proving.prove(visitOf(system, request, reply), actor, proof),
    )
    const typed = withoutHidden(values)
    const given = route.input?.(typed, params) ?? { ...params, ...typed }
    const input = readTyped(route.endpoint.input, given, 'form')
    const idempotencyKey = textValue(values, 'idempotencyKey') || null
    const { result } = await execute(system, circumstancesOf(request), droppingTyping(route, request.url), {
      input,
      idempotencyKey,
    })
    if (route.reveal !== undefined)
      return await showOnce(system, request, reply, async (c) => {
        requireActor(c)
        return (await route.reveal?.(c, result, params)) as View
      })
    leaveWord(system, reply, route.told, route.endpoint.secret ? {} : toldParams(result))
    return await reply.redirect(route.done(result, params, values), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (asksForProof(error))
      return showOnce(system, request, reply, (c) => askForProof(system, request, c, values, error))
    // A form is not shown again with a text that must not be anywhere.
    if ([401, 403, 404].includes(error.status) || error.code === 'secret_mark_stopped') {
      // What came with it waits for no second sending.
      if (uploadIds.length > 0)
        await inTransaction(system, circumstancesOf(request), 'write', (c) => discardUploads(c, uploadIds))
      throw error
    }
    return showForm(
      system,
      request,
      reply,
      route,
      { ...againState(request, values), ...wrongOf(system, request, error) },
      error.status,
    )
  }
}

/** Answers a post with a page; our pages must not be cached, so that going back shows nothing. */
async function showOnce(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  show: (c: PublicContext) => Promise<View>,
): Promise<FastifyReply> {
  const prepared = await inTransaction(system, circumstancesOf(request), 'read', async (c) =>
    prepareView(system, request, reply, c, await show(c)),
  )
  return prepared(reply)
}

async function takeOpenForm(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: OpenFormRoute,
): Promise<FastifyReply> {
  const body = request.body
  // Files of somebody unknown are not even read.
  if (!(body instanceof URLSearchParams)) throw new Refusal('media_type_refused', {}, { status: 415 })
  let values: FormValues = {}
  try {
    values = decodeForm(body)
    await refuseEmergencyWrite(system, request, route)
    await stopMarkedInput(system, circumstancesOf(request), route.path, values)
    const taken = await route.take(visitOf(system, request, reply), values)
    if ('json' in taken) return await reply.send(taken.json)
    if ('show' in taken) return await showOnce(system, request, reply, async () => taken.show)
    if (taken.told !== undefined) leaveWord(system, reply, taken.told, {})
    // What the browser keeps to go back quickly; our cookies are taken back one by one, because "cookies" would take those of
    // every host of the domain.
    if (taken.forget) reply.header('clear-site-data', '"cache"')
    return await reply.redirect(taken.to, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422 || error.code === 'secret_mark_stopped')
      throw error
    const state = { ...againState(request, values), ...wrongOf(system, request, error) }
    return showForm(system, request, reply, route, state, error.status)
  }
}

/** Who reads by emergency access writes nothing, here as in every other act: but for what ends the reading. */
async function refuseEmergencyWrite(
  system: System,
  request: FastifyRequest,
  route: OpenFormRoute,
): Promise<void> {
  if (request.identified.actor?.emergency === undefined || route.inEmergency === true) return
  const refusal = new Refusal('emergency_reads_only', {}, { status: 403 })
  await recordUndone(system, circumstancesOf(request), 'page.write', refusal, { path: route.path })
  throw refusal
}

function visitOf(system: System, request: FastifyRequest, reply: FastifyReply): Visit {
  const always = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(system) } as const
  return {
    system,
    circumstances: circumstancesOf(request),
    params: paramsOf(request.params),
    query: paramsOf(request.query),
    cookies: request.cookies,
    userAgent: request.headers['user-agent'] ?? null,
    askedOrigin: `${request.protocol}://${request.host}`,
    setCookie(name, value, maxAgeSeconds) {
      if (value === null) reply.clearCookie(name, always)
      else
        reply.setCookie(
          name,
          value,
          maxAgeSeconds === undefined ? always : { ...always, maxAge: maxAgeSeconds },
        )
    },
  }
}

function againState(request: FastifyRequest, values: FormValues): FormState {
  return {
    ...firstState(request),
    values: withoutHidden(values),
    idempotencyKey: textValue(values, 'idempotencyKey') || newId(),
  }
}

const formOwn = new Set(['idempotencyKey', 'rowsAct', 'next'])

/** The values without the fields that belong to the form itself and to no act. */
function withoutHidden(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !formOwn.has(name)))
}

function wrongOf(
  system: System,
  request: FastifyRequest,
  refusal: Refusal,
): Pick<FormState, 'errors' | 'problems'> {
  const words = system.words(languageOf(request))
  const errors: Record<string, string> = {}
  const problems: string[] = []
  for (const reason of refusal.reasons) {
    const sentence = sentenceOf(words, reason)
    // Of several reasons about one field the first stands next to it; none is lost.
    if (reason.field === undefined || reason.field === '') problems.push(sentence)
    else if (errors[reason.field] === undefined) errors[reason.field] = sentence
    else if (errors[reason.field] !== sentence) problems.push(sentence)
  }
  return { errors, problems }
}

function toldParams(result: unknown): Record<string, string | number> {
  if (typeof result !== 'object' || result === null) return {}
  return Object.fromEntries(
    Object.entries(result).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )
}
