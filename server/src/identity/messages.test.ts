import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { messages as messagesEn } from './messages.en.ts'
import { messages as messagesVi } from './messages.vi.ts'
import { roles } from './roles/roles.ts'
import { tokenScopes } from './sessions/api-tokens.ts'

// Words of the platform, which every slice may use.
const shared = new Set([
  'forbidden',
  'not_found',
  'sign_in_needed',
  'input_invalid',
  'too_many_requests',
  'error.too_long',
  'error.required',
  'error.nothing_chosen',
])
const catalogues: readonly Readonly<Record<string, string>>[] = [messagesVi, messagesEn]

async function sources(): Promise<string[]> {
  const names = await readdir(import.meta.dirname, { recursive: true })
  const own = names.filter((name) => /\.tsx?$/.test(name) && !/test|messages/.test(name))
  return Promise.all(own.map((name) => readFile(`${import.meta.dirname}/${name}`, 'utf8')))
}

test('every refusal of the slice has a sentence in both languages', async () => {
  const codes = (await sources()).flatMap((source) =>
    [...source.matchAll(/(?:code: |new Refusal\(\s*)'([a-z_]+)'|'(error\.[a-z_]+)'/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  )
  const needed = [...new Set(codes)]
    .filter((code) => !shared.has(code))
    .map((code) => (code.startsWith('error.') ? code : `refusal.${code}`))
  expect(needed.length).toBeGreaterThan(12)
  for (const messages of catalogues) expect(needed.filter((key) => !(key in messages))).toEqual([])
})

test('every word that a page says is in both languages', async () => {
  const keys = (await sources()).flatMap((source) =>
    [...source.matchAll(/'(identity\.[a-z_]+)'/g)].map((match) => match[1] ?? ''),
  )
  expect(keys.length).toBeGreaterThan(40)
  for (const messages of catalogues) expect(keys.filter((key) => !(key in messages))).toEqual([])
})

test('every role and scope has a name in both languages', () => {
  const keys = [
    ...roles.map((role) => `role.${role}`),
    ...tokenScopes.map((scope) => `identity.scope_${scope}`),
  ]
  for (const messages of catalogues) expect(keys.filter((key) => !(key in messages))).toEqual([])
})

test('both languages take the same parameters', () => {
  const parameters = (sentence: string | undefined) =>
    [...(sentence ?? '').matchAll(/\{\w+\}/g)].map(String).sort()
  const [vietnamese, english] = catalogues
  expect(Object.keys(english ?? {})).toEqual(Object.keys(vietnamese ?? {}))
  for (const key of Object.keys(vietnamese ?? {}))
    expect([key, parameters(english?.[key])]).toEqual([key, parameters(vietnamese?.[key])])
})
