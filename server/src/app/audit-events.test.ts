import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'
import { catalogues } from './catalogues.ts'
import { allRoutes } from './compose.tsx'
import { surroundings } from './slices.ts'

const recordedActs = surroundings().recordKeys.flatMap((key) =>
  key.startsWith('act.') ? [key.slice(4)] : [],
)

const sources = globSync('server/src/**/*.{ts,tsx}', { cwd: repositoryRoot }).filter(
  (path) => !/\.test\.|\/testing/.test(path),
)

/** The acts that the program names where it calls `audit`. */
function writtenActs(): readonly string[] {
  const call = /\baudit\(\s*(?:\{[^}]*\}|[\w.]+),\s*'([^']+)'/g
  return sources.flatMap((path) =>
    [...readFileSync(join(repositoryRoot, path), 'utf8').matchAll(call)].map(([, act]) => act ?? ''),
  )
}

/** What is refused or fails is recorded under the name of its endpoint. */
const refusableActs = allRoutes().flatMap((route) =>
  route.kind === 'form' || route.kind === 'api-write' ? [route.endpoint.name] : [],
)

test('every act of the record has its words in both languages', () => {
  const acts = [...new Set([...writtenActs(), ...refusableActs])].sort()
  expect(acts.length).toBeGreaterThan(50)
  expect(
    acts.filter((act) => !recordedActs.includes(act)),
    'Add `act.<name>` to the `acts` of its slice, in both languages, then run this test once with RENEW_EVENTS=1.',
  ).toEqual([])
})

test('the list in docs/audit-events.md is that of the words', () => {
  const path = join(repositoryRoot, 'docs', 'audit-events.md')
  const word = (language: 'vi' | 'en', act: string) => catalogues[language][`act.${act}`]
  const rows = recordedActs.map((act) => `| \`${act}\` | ${word('vi', act)} | ${word('en', act)} |`)
  const text = `# The acts of the record

Each is written in the transaction of the act itself, with who acted, in which post and for which body, on what, before and
after, from where, and with which request. The outcome is \`done\`, \`refused\` (a rule or a right said no), \`failed\` (the
world broke) or \`read\` (a reading of something sensitive). Refused and failed acts stand under the name of what was tried.
Made by \`server/src/app/audit-events.test.ts\`, which fails where an act is missing; the reasons are in decision 006.

| act | Vietnamese | English |
|---|---|---|
${rows.join('\n')}
`
  if (process.env.RENEW_EVENTS === '1') writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
})
