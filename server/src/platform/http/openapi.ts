import { z } from 'zod'
import type { ApiRoute, ApiWriteRoute } from './route.ts'
import { apiPrefix } from './serve-api.ts'

type Json = Record<string, unknown>

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: {
      type: 'string',
      description: 'A sentence in the language of Accept-Language or of the account',
    },
    code: { type: 'string', description: 'Stable; decide on this, never on the sentence' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          code: { type: 'string' },
          field: { type: 'string' },
          detail: { type: 'string' },
          params: { type: 'object' },
        },
      },
    },
  },
}

/** OpenAPI 3.1 of all API routes, made from the very schemas that validate (design 6). */
export function openApi(routes: readonly ApiRoute[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = apiPrefix + route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [methodOf(route)]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đột Phá',
      version,
      description: 'Dates are calendar dates in Vietnam (YYYY-MM-DD); instants are UTC (RFC 3339).',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

function methodOf(route: ApiRoute): string {
  if (route.kind === 'api-read' || route.kind === 'api-file') return 'get'
  return route.kind === 'api-upload' ? 'post' : route.method.toLowerCase()
}

const successOf = (route: ApiRoute) => {
  if (route.kind === 'api-read' || route.kind === 'api-file') return 200
  return route.kind === 'api-upload' ? 201 : (route.status ?? 200)
}

const fileBody: Json = {
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary' } },
        },
      },
    },
  },
}

const jsonBody = (route: ApiWriteRoute): Json => ({
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaOf(route.endpoint.input, 'input') } },
  },
})

function bodyOf(route: ApiRoute): Json {
  if (route.kind === 'api-read' || route.kind === 'api-file') return {}
  return route.kind === 'api-upload' ? fileBody : jsonBody(route)
}

function ownParameters(route: ApiRoute): Json[] {
  if (route.kind === 'api-read') return queryParameters(route.query)
  return route.kind === 'api-write' ? [idempotencyHeader] : []
}

function operation(route: ApiRoute): Json {
  const success = String(successOf(route))
  const pathParameters = [...route.path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: route.kind === 'api-write' ? route.endpoint.name : route.name,
    parameters: [...pathParameters, ...ownParameters(route)],
    ...bodyOf(route),
    responses: {
      [success]: {
        description: 'OK',
        content: {
          'application/json': { schema: route.kind === 'api-file' ? {} : schemaOf(route.output, 'output') },
        },
      },
      default: {
        description: 'Problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const idempotencyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
  description: 'The act is done at most once for an account and key; a repetition gets the first answer.',
}

function queryParameters(query: z.ZodType): Json[] {
  const schema = schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}
