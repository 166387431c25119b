import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { openApi, operationName } from '../platform/http/openapi.ts'
import type { ApiRoute } from '../platform/http/route.ts'
import { apiErrors } from './api-errors.ts'
import { catalogues } from './catalogues.ts'
import { allRoutes } from './compose.tsx'

const api = allRoutes().filter((route): route is ApiRoute => route.kind.startsWith('api-'))

interface Media {
  readonly schema: { readonly $ref?: string }
  readonly example?: unknown
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Media>> }>>
}

const described = openApi(api, { version: 'test', catalogues, errors: apiErrors }) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}
const operations = Object.values(described.paths).flatMap((path) => Object.values(path))

test('is an OpenAPI 3.1 description, as another program judges', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(described) as never)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

describe('each operation', () => {
  test('is named once, in words, under a tag', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      [...new Set(api.map(operationName))].sort(),
    )
    const wordless = operations.filter(({ summary, operationId }) => summary === operationId)
    expect(wordless.map(({ operationId }) => operationId)).toEqual([])
    for (const { tags } of operations) expect(tags).toHaveLength(1)
  })

  test('has a name of the API in both languages only where there is such an operation', () => {
    const names = new Set(operations.map(({ operationId }) => operationId))
    const keys = Object.keys(catalogues.vi).flatMap((key) =>
      key.startsWith('api.') && !key.startsWith('api.tag.') ? [key.slice('api.'.length)] : [],
    )
    expect(keys.filter((key) => /^[a-z_-]+\.[a-z_-]+$/.test(key) && !names.has(key))).toEqual([])
  })

  test('says in the address what the address says, and not in the body again', () => {
    for (const { requestBody, parameters } of operations) {
      const reference = requestBody?.content['application/json']?.schema.$ref
      const schema = described.components.schemas[reference?.split('/').at(-1) ?? ''] as
        | { properties: object }
        | undefined
      const inAddress = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect(Object.keys(schema?.properties ?? {}).filter((name) => inAddress.includes(name))).toEqual([])
    }
  })
})

describe('examples', () => {
  let judge: Ajv2020
  beforeAll(() => {
    judge = new Ajv2020({ strict: false, validateFormats: false })
    judge.addSchema({ $id: 'description', components: described.components })
  })

  const media = operations.flatMap(({ operationId, requestBody, responses }) => {
    const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    return [
      ...(requestBody === undefined ? [] : [['request', requestBody.content] as const]),
      ...answers.map(([, answer]) => ['answer', answer.content] as const),
    ].flatMap(([which, content]) => {
      const json = content['application/json']
      return json === undefined ? [] : [[operationId, which, json] as const]
    })
  })

  test('a file is sent as one part with a description and an example', () => {
    const uploads = operations.flatMap(({ requestBody }) => requestBody?.content['multipart/form-data'] ?? [])
    expect(uploads).toHaveLength(1)
    for (const { schema, example } of uploads) {
      judge.validate(schema, example)
      expect(judge.errors ?? []).toEqual([])
      expect(schema).toMatchObject({
        properties: { file: { description: expect.stringContaining('curl -F') } },
      })
    }
  })

  test('there are two for nearly every operation', () => {
    expect(media.length).toBeGreaterThan(150)
  })

  test.each(media)('of %s (%s) is what its schema takes', (_name, _which, { schema, example }) => {
    const valid = judge.validate({ $ref: `description${schema.$ref}` }, example)
    expect(judge.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })
})

describe('errors', () => {
  test('every operation is read for its refusals, and every code has a status and a sentence', () => {
    const missing = api.filter(
      (route) => route.kind !== 'api-upload' && apiErrors.operations[operationName(route)] === undefined,
    )
    expect(missing.map(operationName)).toEqual([])
    for (const code of Object.keys(apiErrors.statuses)) {
      expect(catalogues.vi[`refusal.${code}`], code).toBeTruthy()
      expect(catalogues.en[`refusal.${code}`], code).toBeTruthy()
    }
  })

  test('an act lists what stands against it', () => {
    expect(apiErrors.operations['work.submit']).toEqual(
      expect.arrayContaining(['window_closed', 'target_missing']),
    )
    expect(apiErrors.operations['evidence.offer']).toContain('evidence_without_paper')
    expect(apiErrors.common).toEqual(
      expect.arrayContaining(['sign_in_needed', 'input_invalid', 'version_conflict']),
    )
  })
})
