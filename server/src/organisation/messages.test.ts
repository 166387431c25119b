import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { unitKinds } from './kinds.ts'
import { messages as messagesEn } from './messages.en.ts'
import { messages as messagesVi } from './messages.vi.ts'
import { capacities, levels, systems } from './tables.ts'

// Words of the platform, which every slice may use.
const shared = new Set(['forbidden', 'not_found', 'version_conflict'])

async function refusalCodes(): Promise<string[]> {
  const folder = import.meta.dirname
  const names = (await readdir(folder, { recursive: true })).filter(
    // The workbook names faults of cells, each with a sentence of its own.
    (name) => name.endsWith('.ts') && !name.includes('test') && !name.startsWith('workbook/'),
  )
  const sources = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')))
  const codes = sources.flatMap((source) => [
    ...source.matchAll(/(?:code: |new Refusal\(\s*|reasonsOutside\(\s*)'([a-z_]+)'/g),
    ...source.matchAll(/'(unit_has_[a-z_]+|unit_manages_[a-z_]+)'/g),
  ])
  return [...new Set(codes.map((match) => match[1] as string))].filter((code) => !shared.has(code))
}

test('every refusal of the slice has a sentence in both languages', async () => {
  const codes = await refusalCodes()
  expect(codes.length).toBeGreaterThan(15)
  for (const messages of [messagesVi, messagesEn])
    expect(codes.filter((code) => !(`refusal.${code}` in messages))).toEqual([])
})

test('every system, level, kind and capacity has a name in both languages', () => {
  const keys = [
    ...systems.map((word) => `organisation.system.${word}`),
    ...levels.map((word) => `organisation.level.${word}`),
    ...unitKinds.map((word) => `organisation.kind.${word}`),
    ...capacities.map((word) => `organisation.capacity.${word}`),
  ]
  for (const messages of [messagesVi, messagesEn])
    expect(keys.filter((key) => !(key in messages))).toEqual([])
})

test('both languages say the same things with the same parameters', () => {
  const parameters = (sentence: string | undefined) =>
    [...(sentence ?? '').matchAll(/\{\w+\}/g)].map(String).sort()
  expect(Object.keys(messagesEn)).toEqual(Object.keys(messagesVi))
  for (const key of Object.keys(messagesVi))
    expect([key, parameters(messagesEn[key as keyof typeof messagesEn])]).toEqual([
      key,
      parameters(messagesVi[key as keyof typeof messagesVi]),
    ])
})
