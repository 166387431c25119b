import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')

/** What is loaded before a module runs: the files below `src` and the modules of Node; `import()` waits. */
function loadedBy(entry: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [join(import.meta.dirname, entry)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(relative(source, file))) continue
    seen.add(relative(source, file))
    const text = readFileSync(file, 'utf8')
    for (const [, specifier = ''] of text.matchAll(
      /^(?:import|export) (?!type\b)(?:[^'()]*from )?'([^']+)'/gm,
    ))
      if (specifier.startsWith('.')) waiting.push(join(dirname(file), specifier))
      else seen.add(specifier)
  }
  return seen
}

// Starting took ten times as long as judging a file. HTTP alone takes as long to load as all that judges.
test.each([
  ['verify-command.ts', /^(verify\/(?!verdict|finding|messages)|pdf\/|sign\/|keys\/|services\/|x509\/)/],
  ['verify-worker.ts', /^(sign\/|services\/|keys\/(?!pem-blocks|p12-limits))/],
  ['index.ts', /^(?!cli\/(index|ask-hidden)\.ts)/],
])('%s loads nothing that only other commands need', (entry, foreign) => {
  const loaded = [...loadedBy(entry)]
  expect(loaded).toContain(`cli/${entry}`)
  expect(loaded.filter((name) => foreign.test(name) && !name.startsWith('node:'))).toEqual([])
  expect(loaded.filter((name) => /^node:(https?|http2|net|tls|dns)/.test(name))).toEqual([])
})

test('the walk sees what is loaded', () => {
  expect(loadedBy('verify-worker.ts').size).toBeGreaterThan(80)
  expect(loadedBy('../services/http-fetcher.ts')).toContain('node:http')
})
