import type { z } from 'zod'
import { asksVersion } from './api-input.ts'
import { type ApiDescribed, answersOf } from './openapi-errors.ts'
import { exampleOf } from './openapi-example.ts'
import { Components, type Json } from './openapi-schemas.ts'
import type { ApiRoute, ApiWriteRoute } from './route.ts'
import { apiPrefix } from './serve-api.ts'

const description = `Everything that the pages of Đột Phá read and do, for machines. The guide with a first call is docs/api.md.

**Types.** Dates are calendar dates in Vietnam (YYYY-MM-DD); instants are UTC (RFC 3339). Amounts are JSON numbers with at most six
decimals, below 10^12. A member or parameter that is not named here is refused, and so is a value of another JSON type.

**Language.** Sentences follow Accept-Language (vi or en); decide on codes, never on sentences. All codes: GET ${apiPrefix}/errors.

**Pages.** A list answers \`next\`: the \`cursor\` of its next page, null on the last. A cursor is opaque.

**Repetition.** A write with an Idempotency-Key is done at most once for an account and key; a repetition gets the first answer, with
the header Idempotent-Replayed.

**Versions.** What has a \`version\` sends it as ETag too. A write names it as \`version\` in the body (409 version_conflict where somebody
else wrote in between) or as If-Match (412).`

/** The name of an operation: its act's, or its own. */
export const operationName = (route: ApiRoute): string =>
  route.kind === 'api-write' ? route.endpoint.name : route.name

/** OpenAPI 3.1 of all API routes, made from the very schemas that validate (design 6). */
export function openApi(routes: readonly ApiRoute[], described: ApiDescribed): Json {
  const components = new Components()
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = apiPrefix + route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [methodOf(route)]: operation(route, components, described) }
  }
  const tags = [...new Set(routes.map(tagOf))].sort()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đột Phá',
      version: described.version,
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: tags.map((name) => ({ name, description: described.catalogues.vi[`api.tag.${name}`] ?? name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token acts for its account in the post that it was made for, within its scopes: read; write, which includes reading; admin, for acts on accounts and rights. Made on /tai-khoan or by `dotpha token create`.',
        },
      },
      schemas: components.schemas(),
    },
  }
}

function methodOf(route: ApiRoute): 'get' | 'post' | 'put' | 'delete' {
  if (route.kind === 'api-read' || route.kind === 'api-file') return 'get'
  return route.kind === 'api-upload' ? 'post' : (route.method.toLowerCase() as 'post' | 'put' | 'delete')
}

/** What an operation is about: the part of its name before the dot. */
const tagOf = (route: ApiRoute): string => (operationName(route).split('.')[0] ?? '').replaceAll('-', '_')

/** `WorkOpenAppraisal` for `work.open_appraisal`. */
const typeName = (route: ApiRoute) =>
  operationName(route)
    .split(/[._-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

function operation(route: ApiRoute, components: Components, described: ApiDescribed): Json {
  const name = operationName(route)
  const { vi, en } = described.catalogues
  const said = (catalogue: typeof vi) => catalogue[`api.${name}`] ?? catalogue[`act.${name}`]
  return {
    operationId: name,
    summary: said(en) ?? name,
    description: [`${said(vi) ?? name}.`, ...conditionsOf(route)].join(' '),
    tags: [tagOf(route)],
    parameters: [...pathParameters(route), ...ownParameters(route, components)],
    ...bodyOf(route, components),
    responses: { ...successOf(route, components), ...answersOf(name, described) },
  }
}

function conditionsOf(route: ApiRoute): string[] {
  const scope = route.kind === 'api-write' ? (route.endpoint.scope ?? 'write') : 'read'
  return [`Scope: ${route.kind === 'api-upload' ? 'write' : scope}.`]
}

const namesInPath = ({ path }: ApiRoute) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')

const pathParameters = (route: ApiRoute): Json[] =>
  namesInPath(route).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example: String(exampleOf({ type: 'string' }, name)),
  }))

function ownParameters(route: ApiRoute, components: Components): Json[] {
  if (route.kind === 'api-read') return queryParameters(route.query, components)
  if (route.kind !== 'api-write') return []
  return asksVersion(route.endpoint.input) ? [idempotencyHeader, ifMatchHeader] : [idempotencyHeader]
}

const idempotencyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
  description: 'The act is done at most once for an account and key; a repetition gets the first answer.',
}

const ifMatchHeader: Json = {
  name: 'If-Match',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^"[1-9][0-9]*"$' },
  description: 'The version that the writer saw, as ETag gave it, where the body does not name it.',
}

function queryParameters(query: z.ZodType, components: Components): Json[] {
  const schema = components.inline(query, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    ...(description === undefined ? {} : { description }),
    schema: property,
  }))
}

function bodyOf(route: ApiRoute, components: Components): Json {
  if (route.kind === 'api-upload') return fileBody
  if (route.kind !== 'api-write') return {}
  const schema = bodySchema(route, components)
  if (Object.keys((schema.properties ?? {}) as Json).length === 0) return {}
  const reference = components.add(`${typeName(route)}Input`, schema)
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: reference, example: components.example(schema) } },
    },
  }
}

/** The members of a body: path parameters are excluded, and the version can be in If-Match instead. */
function bodySchema(route: ApiWriteRoute, components: Components): Json {
  const whole = components.inline(route.endpoint.input, 'input')
  const elsewhere = new Set(namesInPath(route))
  const required = ((whole.required ?? []) as string[]).filter(
    (name) => !elsewhere.has(name) && name !== 'version',
  )
  const properties = Object.fromEntries(
    Object.entries((whole.properties ?? {}) as Json).filter(([name]) => !elsewhere.has(name)),
  )
  const { required: _required, ...rest } = whole
  return { ...rest, properties, ...(required.length === 0 ? {} : { required }) }
}

const fileBody: Json = {
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: {
            file: {
              type: 'string',
              contentMediaType: 'application/octet-stream',
              description:
                "The bytes of the file, as one part with its file name: curl -F 'file=@report.pdf'. What it is, is judged by its bytes.",
            },
          },
        },
        example: { file: '%PDF-1.7 ...' },
      },
    },
  },
}

function successOf(route: ApiRoute, components: Components): Json {
  if (route.kind === 'api-file')
    return {
      200: { description: 'The file, with its own kind of content.', content: { '*/*': { schema: {} } } },
    }
  const status = route.kind === 'api-read' ? 200 : route.kind === 'api-upload' ? 201 : (route.status ?? 200)
  const schema = components.inline(route.output, 'output')
  const reference = components.add(`${typeName(route)}Answer`, schema)
  const hasLocation = route.kind === 'api-write' && route.location !== undefined
  const headers = hasLocation
    ? { headers: { Location: { description: 'Where it is read.', schema: { type: 'string' } } } }
    : {}
  return {
    [status]: {
      description: status === 201 ? 'Done.' : 'The answer.',
      ...headers,
      content: { 'application/json': { schema: reference, example: components.example(schema) } },
    },
  }
}
