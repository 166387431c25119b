import { z } from 'zod'
import { exampleOf } from './openapi-example.ts'

export type Json = Record<string, unknown>

const problem: Json = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
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
    instance: { type: 'string', description: 'Names the request; quote it when you ask for help' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemReason' } },
  },
}

const reason: Json = {
  type: 'object',
  required: ['code', 'detail'],
  properties: {
    code: { type: 'string' },
    field: { type: 'string', description: 'The path of the member, such as targets.0.value' },
    subject: { type: 'string', description: 'What it speaks of where one act concerns many things' },
    detail: { type: 'string' },
    params: { type: 'object' },
  },
}

/** The named schemas of a description; what carries an id in its own schema is named by that. */
export class Components {
  readonly #named: Record<string, Json> = { Problem: problem, ProblemReason: reason }

  /** A schema as OpenAPI has it; the named ones in it become components. */
  inline(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _schema,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
    for (const [name, inner] of Object.entries(($defs ?? {}) as Record<string, Json>))
      this.#named[name] = pointed(inner) as Json
    return pointed(rest) as Json
  }

  /** Names a schema. @returns the reference to it */
  add(name: string, schema: Json): Json {
    if (typeof schema.$ref === 'string' && Object.keys(schema).length === 1) return schema
    this.#named[name] = schema
    return { $ref: `#/components/schemas/${name}` }
  }

  example(schema: Json): unknown {
    return exampleOf(schema, '', (name) => this.#named[name] ?? {})
  }

  schemas(): Json {
    return Object.fromEntries(Object.entries(this.#named).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** The same with its references to where OpenAPI keeps named schemas. */
function pointed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointed)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === '$ref' && typeof value === 'string')
        return [[key, value.replace('#/$defs/', '#/components/schemas/')]]
      // The name of a component is where it stands.
      return key === 'id' && typeof value === 'string' ? [] : [[key, pointed(value)]]
    }),
  )
}
