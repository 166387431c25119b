import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'

const text = readFileSync(join(repositoryRoot, 'docs/asvs.md'), 'utf8')
const rows = [...text.matchAll(/^\| (\d+)\.(\d+)\.(\d+) \| ([12]) \| (.*?) \| (.*?) \| (.*?) \|$/gm)]

test('the table of ASVS has every requirement of its two levels once', () => {
  const ids = rows.map(([, chapter, section, number]) => `${chapter}.${section}.${number}`)
  expect(new Set(ids).size).toBe(ids.length)
  // As many as the published 5.0.0 has: 70 of level 1 and 183 of level 2.
  expect(rows.filter(([, , , , level]) => level === '1')).toHaveLength(70)
  expect(rows.filter(([, , , , level]) => level === '2')).toHaveLength(183)
})

test('each test that the table names is there, and each exception has its reason', () => {
  const named = [...text.matchAll(/`((?:[\w-]+\/)*[\w.*-]+\.test\.tsx?)`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(100)
  const missing = [...new Set(named)].filter(
    (path) => globSync([`server/src/${path}`, path], { cwd: repositoryRoot }).length === 0,
  )
  expect(missing).toEqual([])
  const bare = rows.filter(([, , , , , state, how]) => state !== 'met' && (how ?? '').length < 6)
  expect(bare.map(([line]) => line)).toEqual([])
})

test('the counts and the list of what is missing are those of the table', () => {
  const states = rows.map(([, chapter, section, number, , state]) => ({
    id: `${chapter}.${section}.${number}`,
    state: state?.replaceAll('*', ''),
  }))
  const count = (wanted: string) => states.filter(({ state }) => state === wanted).length
  expect(text).toContain(
    `Of ${rows.length}: ${count('met')} met, ${count('in part')} in part, ${count('not met')} not met, ${count('operator')} by the operator, ${count('does not apply')} do not apply.`,
  )
  const missing = text.slice(text.indexOf('## What is missing'), text.indexOf('## The attacks'))
  const named = [...missing.matchAll(/^- \*\*([\d.]+)\*\* \(level \d\)/gm)].map(([, id]) => id)
  const open = states.filter(({ state }) => state === 'in part' || state === 'not met')
  expect(named).toEqual(open.map(({ id }) => id))
})

test('a policy that the table leans on is there', () => {
  const policies = readFileSync(join(repositoryRoot, 'docs/security-policies.md'), 'utf8')
  const leaned = [...text.matchAll(/`security-policies\.md`, ([A-Z][\w ]+?)(?:[;:|]| \|)/g)].map(
    ([, title]) => title,
  )
  expect(leaned.length).toBeGreaterThan(10)
  const missing = leaned.filter(
    (title) => title !== 'the same table' && !policies.includes(`# ${title?.trim()}\n`),
  )
  expect(missing).toEqual([])
})
