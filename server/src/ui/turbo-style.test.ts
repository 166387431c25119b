import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { turboProgressStyleHash } from './turbo-style.ts'

/** The style as the package would write it: its template with the one number filled in, moved to the margin. */
function progressStyle(): string {
  const source = readFileSync(
    createRequire(import.meta.url).resolve('@hotwired/turbo/dist/turbo.es2017-esm.js'),
    'utf8',
  )
  const duration = Number(/static animationDuration = (\d+)/.exec(source)?.[1])
  const template = /static get defaultCSS\(\) \{\s+return unindent`([^`]+)`/.exec(source)?.[1] ?? ''
  const filled = template
    .replaceAll(/\$\{ProgressBar\.animationDuration \/ 2\}/g, String(duration / 2))
    .replaceAll(/\$\{ProgressBar\.animationDuration\}/g, String(duration))
  const lines = filled.replace(/^\n/, '').split('\n')
  const indent = /^\s+/.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map((line) => line.slice(indent)).join('\n')
}

test('the policy allows exactly the style that Turbo writes for its progress bar', () => {
  const style = progressStyle()
  expect(style).toContain('.turbo-progress-bar')
  expect(style).not.toContain('ProgressBar.')
  expect(turboProgressStyleHash).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
})
