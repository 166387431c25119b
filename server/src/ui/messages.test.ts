import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { evidenceLooks, signalLooks, stateLooks } from './tones.ts'

const parameters = (sentence: string | undefined) =>
  [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

/** The keys that the components ask for; those put together at run time are listed by their parts. */
function askedKeys(): ReadonlySet<string> {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
  const found = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(ui\.[a-z_.]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  const built = [
    ...Object.keys(stateLooks).map((key) => `ui.state.${key}`),
    ...Object.keys(signalLooks).map((key) => `ui.signal.${key}`),
    ...Object.keys(evidenceLooks).map((key) => `ui.evidence.${key}`),
    ...['auto', 'light', 'dark'].map((key) => `ui.theme_${key}`),
    ...['done', 'missing', 'advised'].map((key) => `ui.check.${key}`),
    ...['success', 'info', 'warning', 'error'].map((key) => `ui.${key}`),
  ]
  return new Set([...found, ...built])
}

test('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
})

test('a sentence has the same parameters in both languages', () => {
  for (const key of Object.keys(vi))
    expect([key, ...parameters(en[key as keyof typeof en])]).toEqual([
      key,
      ...parameters(vi[key as keyof typeof vi]),
    ])
})

test('every key that a component asks for is there, and none is left over', () => {
  expect([...askedKeys()].sort()).toEqual(Object.keys(vi).sort())
})
