import { z } from 'zod'
import type { ApiReadRoute, ApiWriteRoute } from './route.ts'
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
export function openApi(routes: readonly (ApiReadRoute | ApiWriteRoute)[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = apiPrefix + route.path.replace(/:(\w+)/g, '{$1}')
    const method = route.kind === 'api-read' ? 'get' : route.method.toLowerCase()
    paths[path] = { ...paths[path], [method]: operation(route) }
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

function operation(route: ApiReadRoute | ApiWriteRoute): Json {
  const success = String(route.kind === 'api-write' ? (route.status ?? 200) : 200)
  const pathParameters = [...route.path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: route.kind === 'api-read' ? route.name : route.endpoint.name,
    parameters: [
      ...pathParameters,
      ...(route.kind === 'api-read' ? queryParameters(route.query) : [idempotencyHeader]),
    ],
    ...(route.kind === 'api-write'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.endpoint.input, 'input') } },
          },
        }
      : {}),
    responses: {
      [success]: {
        description: 'OK',
        content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
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
