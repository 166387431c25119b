import { expect, test } from 'vitest'
import { catalogues } from '../catalogues.ts'
import { allRoutes } from '../compose.tsx'
import { listOperations, operationTitle } from './operations.ts'

const operations = listOperations(allRoutes())
const one = (name: string) => {
  const found = operations.find((operation) => operation.name === name)
  if (found === undefined) throw new Error(`no operation ${name}`)
  return found
}

test('every operation has a name and a group in both languages', () => {
  expect(operations.length).toBeGreaterThan(100)
  for (const { name, tag } of operations)
    for (const language of ['vi', 'en'] as const) {
      expect(operationTitle(name, language), name).not.toBe(name)
      expect(catalogues[language][`api.tag.${tag}`], tag).toBeTruthy()
    }
})

test('no word stands for a group that is not there', () => {
  const tags = new Set(operations.map(({ tag }) => `api.tag.${tag}`))
  expect(Object.keys(catalogues.vi).filter((key) => key.startsWith('api.tag.') && !tags.has(key))).toEqual([])
})

test('an act says where each part stands, of which type, with an example and its refusals', () => {
  const { method, path, scope, parameters, body, bodyExample, status, errors } = one('work.withdraw')
  expect([method, path, scope, status]).toEqual(['POST', '/api/v1/works/{ref}/withdrawal', 'write', '201'])
  expect(parameters.map(({ name, place, required }) => [name, place, required])).toEqual([
    ['ref', 'path', true],
    ['Idempotency-Key', 'header', false],
    ['If-Match', 'header', false],
  ])
  expect(body.map(({ name, type }) => [name, type])).toEqual([
    ['version', 'integer'],
    ['reason', 'string'],
  ])
  expect(Object.keys(bodyExample as object)).toEqual(['version', 'reason'])
  expect(errors).toContainEqual({ code: 'programme_closed', status: '409' })
})

test('what lies within lists is named by its path, choices by their words', () => {
  const { body } = one('work.register')
  expect(body).toContainEqual(expect.objectContaining({ name: 'ownerKind', type: 'collective | individual' }))
  expect(body.map(({ name }) => name)).toContain('targets[].measure')
  // Whether a member may be missing is said next to its type, and not in it.
  const types = operations.flatMap(({ body: sent, answer }) => [...sent, ...answer].map(({ type }) => type))
  expect(types.filter((type) => /\bnull\b|undefined/.test(type))).toEqual([])
})
