import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { recordUpload, safeFileName } from '../files/uploads.ts'
import { requireRoomForUpload } from '../files/waiting-uploads.ts'
import { Refusal } from '../refusal.ts'
import { apiInput, etagOf } from './api-input.ts'
import {
  admit,
  execute,
  readingMode,
  recordEmergencyReading,
  recordUndone,
  requireActor,
  requireScope,
} from './execute.ts'
import { readFile } from './form-body.ts'
import { parseQuery } from './parse.ts'
import { circumstancesOf, paramsOf } from './request.ts'
import type { ApiFileRoute, ApiReadRoute, ApiRoute, ApiUploadRoute, ApiWriteRoute } from './route.ts'
import { sendFile } from './send-file.ts'
import { inTransaction, type System } from './system.ts'

export const apiPrefix = '/api/v1'

/** Registers the machine's side of all slices. */
export function serveApi(app: FastifyInstance, system: System, routes: readonly ApiRoute[]): void {
  for (const route of routes) {
    const url = `${apiPrefix}${route.path}`
    if (route.kind === 'api-read') {
      app.get(url, (request, reply) => answerRead(system, request, reply, route))
    } else if (route.kind === 'api-file') {
      app.get(url, (request, reply) => answerFile(system, request, reply, route))
    } else if (route.kind === 'api-upload') {
      const onRequest = (request: FastifyRequest) => admitUpload(system, request, route)
      app.post(url, { onRequest }, (request, reply) => answerUpload(system, request, reply, route))
    } else {
      app.route({
        method: route.method,
        url,
        onRequest: (request) => admitRequest(system, request, route.endpoint),
        handler: (request, reply) => answerWrite(system, request, reply, route),
      })
    }
  }
}

/** Before a byte of the body is read. */
async function admitRequest(
  system: System,
  request: FastifyRequest,
  act: Parameters<typeof admit>[2],
): Promise<void> {
  await admit(system, circumstancesOf(request), act)
}

async function admitUpload(system: System, request: FastifyRequest, route: ApiUploadRoute): Promise<void> {
  await admitRequest(system, request, { name: route.name })
  await inTransaction(system, circumstancesOf(request), 'read', async (c) => {
    requireActor(c)
    await requireRoomForUpload(c, system.config.waitingUploads)
  })
}

async function answerRead(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiReadRoute,
): Promise<FastifyReply> {
  const answer = await readAs(system, request, route, async (c) => {
    const query = parseQuery(route.query, paramsOf(request.query))
    return route.output.parse(await route.run(c, { params: paramsOf(request.params), query }))
  })
  return tagged(reply, answer).send(answer)
}

async function answerFile(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiFileRoute,
): Promise<FastifyReply> {
  // Sent after the transaction's end, so that a slow line holds no connection.
  return sendFile(reply, await readAs(system, request, route, (c) => route.run(c, paramsOf(request.params))))
}

/** Runs a read, once the actor is known and the token can read; if readings are logged, so is a refused one. */
async function readAs<Result>(
  system: System,
  request: FastifyRequest,
  route: ApiReadRoute | ApiFileRoute,
  read: (c: Context) => Promise<Result>,
): Promise<Result> {
  const circumstances = circumstancesOf(request)
  const mode = route.recorded === true ? 'write' : readingMode(circumstances)
  return inTransaction(system, circumstances, mode, async (c) => {
    requireActor(c)
    requireScope(c.actor, 'read')
    await recordEmergencyReading(c, request.url)
    return read(c)
  }).catch(async (error: unknown) => {
    if (route.recorded === true) await recordUndone(system, circumstances, route.name, error)
    throw error
  })
}

function tagged(reply: FastifyReply, answer: unknown): FastifyReply {
  const tag = etagOf(answer)
  return tag === undefined ? reply : reply.header('etag', tag)
}

/** A version that was sent as a condition, and does not hold, is a failed condition (RFC 9110, 13.1.1). */
function asPrecondition(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.code !== 'version_conflict') return error
  return new Refusal(error.code, error.params, { status: 412, reasons: error.reasons })
}

async function answerUpload(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiUploadRoute,
): Promise<FastifyReply> {
  if (!request.isMultipart()) throw new Refusal('media_type_refused', {}, { status: 415 })
  const file = await readFile(system, request, route.name)
  if (file === undefined)
    throw new Refusal('file_missing', {}, { reasons: [{ code: 'file_missing', field: 'file' }] })
  const uploadId = await inTransaction(system, circumstancesOf(request), 'write', async (c) => {
    requireActor(c)
    return recordUpload(c, file)
  })
  const { mediaType, sizeBytes } = file
  const answer = { uploadId, fileName: safeFileName(file.fileName, file.mediaType), mediaType, sizeBytes }
  return reply.status(201).send(route.output.parse(answer))
}

async function answerWrite(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ApiWriteRoute,
): Promise<FastifyReply> {
  if (request.isMultipart()) throw new Refusal('media_type_refused', {}, { status: 415 })
  const params = paramsOf(request.params)
  const ifMatch = request.headers['if-match']
  const input = apiInput(route, { body: request.body, params, ifMatch })
  const header = request.headers['idempotency-key']
  const { result, replayed } = await execute(system, circumstancesOf(request), route.endpoint, {
    input,
    idempotencyKey: typeof header === 'string' ? header : null,
  }).catch((error: unknown) => {
    throw ifMatch === undefined ? error : asPrecondition(error)
  })
  const answer = route.output.parse(result)
  if (replayed) reply.header('idempotent-replayed', 'true')
  const location = route.location?.(result, params)
  if (location !== undefined) reply.header('location', apiPrefix + location)
  return tagged(reply, answer)
    .status(route.status ?? 200)
    .send(answer)
}
