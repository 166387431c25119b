import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorSentencesEn } from '../src/error-sentences.en.ts'
import { messagesEn } from '../src/verify/messages.en.ts'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/threats.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| attack') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .split('|')
      .slice(1, 5)
      .map((cell) => cell.trim()),
  )

const codesIn = (cell: string) => [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, code = '']) => code)
const weights = ['fails', 'changed', 'unknown']
const known = new Set([...Object.keys(messagesEn), ...Object.keys(errorSentencesEn), ...weights])

test('what is said of threats names findings, code and tests that are there', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const [attack = '', caught = '', where = '', shown = ''] of rows) {
    const paths = [where, shown].map((cell) => cell.replaceAll('`', ''))
    for (const path of paths) expect(existsSync(join(root, path)), `${attack}: ${path}`).toBe(true)
    expect(shown, attack).toMatch(/\.test\.ts`$/)
    for (const code of codesIn(caught)) expect(known.has(code), `${attack}: ${code}`).toBe(true)
  }
})
