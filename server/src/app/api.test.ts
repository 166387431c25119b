import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ApiRoute } from '../platform/http/route.ts'
import { allRoutes } from './compose.tsx'

const api = allRoutes().filter((route): route is ApiRoute => route.kind.startsWith('api-'))
const reads = api.flatMap((route) => (route.kind === 'api-read' ? [route] : []))
const writes = api.flatMap((route) => (route.kind === 'api-write' ? [route] : []))

type Schema = Readonly<Record<string, unknown>>

const described = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** Every schema within a schema, with its path. */
function* within(schema: unknown, path = ''): Generator<[path: string, Schema]> {
  if (typeof schema !== 'object' || schema === null) return
  if (!Array.isArray(schema)) yield [path, schema as Schema]
  for (const [name, inner] of Object.entries(schema)) yield* within(inner, `${path}/${name}`)
}

describe('what the API takes', () => {
  test.each(reads.map((route) => [route.name, route.query] as const))(
    '%s knows its parameters and no others',
    (_name, query) => {
      expect(described(query)).toMatchObject({ type: 'object', additionalProperties: false })
    },
  )

  test.each(writes.map(({ endpoint }) => [endpoint.name, endpoint.input] as const))(
    '%s knows its members and no others, at any depth',
    (_name, input) => {
      const open = [...within(described(input))].filter(
        ([, { type, properties, additionalProperties }]) =>
          type === 'object' && properties !== undefined && additionalProperties !== false,
      )
      expect(open.map(([path]) => path)).toEqual([])
    },
  )

  test.each(writes.map(({ endpoint }) => [endpoint.name, endpoint.input] as const))(
    '%s has one JSON type a member, with null where it may be missing',
    (_name, input) => {
      const mixed = [...within(described(input))].flatMap(([path, { anyOf }]) => {
        if (!Array.isArray(anyOf)) return []
        const types = new Set(anyOf.map(({ type }) => type).filter((type) => type !== 'null'))
        return types.size > 1 ? [path] : []
      })
      expect(mixed).toEqual([])
    },
  )
})

test('what was made says where it is read, and the API reads there', () => {
  const made = writes.filter(({ status }) => status === 201)
  expect(made.length).toBeGreaterThan(50)
  const result = new Proxy({}, { get: () => 'x' })
  const readable = (address: string) =>
    reads.some(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(address))
  const lost = made.filter(({ location }) => !readable(location?.(result, {}) ?? ''))
  expect(lost.map(({ path }) => path)).toEqual([])
})
