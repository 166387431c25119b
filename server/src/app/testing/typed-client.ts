import type { FastifyInstance } from 'fastify'
import type { operations } from './api-types.gen.ts'

type Name = keyof operations

type Body<Of> = Of extends { requestBody: { content: { 'application/json': infer Json } } } ? Json : undefined
type Query<Of> = Of extends { parameters: { query?: infer Given } } ? Given : never
type Path<Of> = Of extends { parameters: { path: infer Given } } ? Given : undefined

type Answer<Of> = Of extends { responses: { 200: { content: { 'application/json': infer Json } } } }
  ? Json
  : Of extends { responses: { 201: { content: { 'application/json': infer Json } } } }
    ? Json
    : never

type Sent<Of> = (Path<Of> extends undefined ? { path?: never } : { path: Path<Of> }) & {
  query?: Query<Of>
} & (Body<Of> extends undefined ? { body?: never } : { body: Body<Of> })

interface Place {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
}

/**
 * A client that knows of the API what its description says: types at compile time (`api-types.gen.ts`), addresses at run time.
 */
export class TypedClient {
  readonly #app: FastifyInstance
  readonly #places: ReadonlyMap<string, Place>
  readonly #visitor: string

  private constructor(app: FastifyInstance, places: ReadonlyMap<string, Place>, visitor: string) {
    this.#app = app
    this.#places = places
    this.#visitor = visitor
  }

  /** Reads the description as any client would. */
  static async open(app: FastifyInstance): Promise<TypedClient> {
    const described = (await app.inject({ url: '/api/v1/openapi.json' })).json() as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const places = new Map<string, Place>()
    for (const [path, methods] of Object.entries(described.paths))
      for (const [method, { operationId }] of Object.entries(methods))
        places.set(operationId, { method: method.toUpperCase() as Place['method'], path })
    return new TypedClient(app, places, '')
  }

  as(visitor: string): TypedClient {
    return new TypedClient(this.#app, this.#places, visitor)
  }

  /** Calls an operation. @throws Error with the problem where it is refused */
  async call<Called extends Name>(
    name: Called,
    sent: Sent<operations[Called]>,
  ): Promise<Answer<operations[Called]>> {
    const place = this.#places.get(name)
    if (place === undefined) throw new Error(`the description knows no ${name}`)
    const inPath = (sent.path ?? {}) as Readonly<Record<string, string>>
    const path = place.path.replace(/\{(\w+)\}/g, (_, one: string) => encodeURIComponent(inPath[one] ?? ''))
    const query = new URLSearchParams(
      Object.entries(sent.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const answer = await this.#app.inject({
      method: place.method,
      url: query.size === 0 ? path : `${path}?${query}`,
      headers: { 'x-visitor': this.#visitor, 'sec-fetch-site': 'same-origin' },
      ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    })
    if (answer.statusCode >= 300) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`)
    return answer.json() as Answer<operations[Called]>
  }
}
