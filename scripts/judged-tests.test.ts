import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { barePrograms } from './bare-path.mjs'
import { importsOfAll, judgedTests, testsReaching } from './judged-tests.mjs'
import { judges } from './judges.mjs'

const imports = importsOfAll()
const judged = judgedTests()

test('every test that opens a browser is among those that run on a bare machine', () => {
  const withBrowser = testsReaching(imports, (name) => /^(@sparticuz\/chromium|playwright-core)/.test(name))
  expect(withBrowser.length).toBeGreaterThan(10)
  expect(judged).toEqual(expect.arrayContaining([...withBrowser]))
})

// What runs in tests alone; the product itself has ways of its own for programs that a machine may lack.
const ofTests = [...imports.keys()].filter((file) =>
  /\.test\.tsx?$|(^|\/)testing[-/]|^e2e\/|^packages\/pades\/matrix\//.test(file),
)

test('a program that a machine with nothing but Node lacks is only started where it is looked for', () => {
  const started = /\b(?:spawn|spawnSync|execFile|execFileSync|exec|execSync)\(\s*['"`]([^'"`\s$]+)/g
  const atLarge = ofTests.flatMap((file) => {
    const source = readFileSync(join(repositoryRoot, file), 'utf8')
    const programs = [...source.matchAll(started)].map(([, program]) => program ?? '')
    const foreign = programs.filter((program) => !barePrograms.includes(program))
    const looksForIt = imports.get(file)?.includes('scripts/judges.mjs')
    return foreign.length === 0 || looksForIt ? [] : [`${file}: ${foreign.join(', ')}`]
  })
  expect(atLarge).toEqual([])
})

test('every test that names a judge is among them', () => {
  const programs = [...judges.map(({ program }) => program), 'java', 'soffice', 'pdftoppm', 'pdffonts']
  const named = new RegExp(`['"\`](?:${programs.join('|')})['"\`]`)
  const own = 'scripts/judged-tests.test.ts'
  const naming = ofTests.filter(
    (file) =>
      file !== own &&
      /\.test\.tsx?$/.test(file) &&
      named.test(readFileSync(join(repositoryRoot, file), 'utf8')),
  )
  expect(naming.length).toBeGreaterThan(10)
  expect(judged).toEqual(expect.arrayContaining(naming))
})
