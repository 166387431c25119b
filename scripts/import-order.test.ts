import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'dotpha-imports-'))
})

afterEach(() => rmSync(tree, { recursive: true, force: true }))

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** Writes a small tree of sources and runs the product's own rules over it. @returns the rules that it breaks */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), source)
  }
  const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
  const { enhancedResolveOptions, ...others } = options
  const settings = { ...others, baseDir: tree, validate: true, ruleSet: { forbidden } }
  const { output } = await cruise(roots, settings, enhancedResolveOptions)
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort()
}

const value = 'export const value = 1\n'
const kind = 'export interface Kind { readonly n: number }\n'

describe('the import order', () => {
  test('lets a slice use the face of one below it, and rules use dates and each other', async () => {
    const broken = await brokenRules({
      'server/src/platform/time/plain-date.ts': value,
      'server/src/organisation/index.ts': value,
      'server/src/programme/tables.ts': kind,
      'server/src/programme/rules/dates.ts': `import { value } from '../../platform/time/plain-date.ts'\nexport const date = value\n`,
      'server/src/programme/rules/targets.ts': `import type { Kind } from '../tables.ts'\nimport { date } from './dates.ts'\nexport const kind: Kind = { n: date }\n`,
      'server/src/programme/submit.ts': `import { value } from '../organisation/index.ts'\nimport { kind } from './rules/targets.ts'\nexport const sum = value + kind.n\n`,
      'server/src/ui/browser/main.ts': `import './menu.browser.ts'\n`,
      'server/src/ui/browser/menu.browser.ts': value,
    })
    expect(broken).toEqual([])
  })

  test.each([
    ['a lower slice using a higher one', 'organisation', 'programme', 'slice-order-organisation'],
    ['a peer using a peer', 'services', 'programme', 'slice-order-services'],
    ['the shared looks using a slice', 'ui', 'organisation', 'slice-order-ui'],
    ['the platform using the looks', 'platform', 'ui', 'slice-order-platform'],
  ])('refuses %s', async (_, from, to, rule) => {
    const broken = await brokenRules({
      [`server/src/${to}/index.ts`]: value,
      [`server/src/${from}/use.ts`]: `import { value } from '../${to}/index.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual([rule])
  })

  test('lets tests of a slice run on the demonstration, and nothing else of it', async () => {
    const use = `import { value } from '../demonstration/index.ts'\nexport const copy = value\n`
    const upper = `import { value } from '../app/index.ts'\nexport const copy = value\n`
    const broken = await brokenRules({
      'server/src/demonstration/index.ts': value,
      'server/src/app/index.ts': value,
      'server/src/programme/work.test.ts': use,
      'server/src/organisation/unit.test.ts': upper,
      'server/src/programme/use.ts': use,
    })
    expect(broken).toEqual(['slice-order-programme', 'slice-order-tests-organisation'])
  })

  test('refuses a type from above as well as a value', async () => {
    const broken = await brokenRules({
      'server/src/programme/index.ts': kind,
      'server/src/identity/use.ts': `import type { Kind } from '../programme/index.ts'\nexport const kind: Kind = { n: 1 }\n`,
    })
    expect(broken).toEqual(['slice-order-identity'])
  })

  test('refuses what is behind the face of a slice', async () => {
    const broken = await brokenRules({
      'server/src/organisation/tables.ts': value,
      'server/src/programme/use.ts': `import { value } from '../organisation/tables.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual(['slice-face'])
  })

  test('lets a folder of a slice use one below it, and a page use both', async () => {
    const broken = await brokenRules({
      'server/src/programme/filter/filter.ts': value,
      'server/src/programme/lists/list-works.ts': `import { value } from '../filter/filter.ts'\nexport const works = value\n`,
      'server/src/programme/pages/works.ts': `import { works } from '../lists/list-works.ts'\nexport const page = works\n`,
    })
    expect(broken).toEqual([])
  })

  test.each(['lists', 'press', 'pages'])(
    'refuses that the folder of filters uses %s: one above it, a peer, a page',
    async (folder) => {
      const broken = await brokenRules({
        [`server/src/programme/${folder}/use.ts`]: value,
        'server/src/programme/filter/filter.ts': `import { value } from '../${folder}/use.ts'\nexport const copy = value\n`,
      })
      expect(broken).toEqual(['folder-order-programme'])
    },
  )
})

describe('the walls', () => {
  test.each([
    [
      'a module of Node in rules',
      `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
    ],
    [
      'the clock in rules',
      `import { value } from '../../platform/time/clock.ts'\nexport const now = value\n`,
    ],
    ['the database in rules', `import { value } from '../queries.ts'\nexport const rows = value\n`],
  ])('refuse %s', async (_, source) => {
    const broken = await brokenRules({
      'server/src/platform/time/clock.ts': value,
      'server/src/programme/queries.ts': value,
      'server/src/programme/rules/states.ts': source,
    })
    expect(broken).toContain('rules-are-pure')
  })

  test('refuse code of the server in the browser and the other way round', async () => {
    const broken = await brokenRules({
      'server/src/ui/table.ts': value,
      'server/src/ui/browser/menu.ts': `import { value } from '../table.ts'\nexport const copy = value\n`,
      'server/src/programme/chart.browser.ts': value,
      'server/src/programme/use.ts': `import { value } from './chart.browser.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual(['browser-imports-no-server', 'server-imports-no-browser'])
  })

  test('refuse tables in a page', async () => {
    const broken = await brokenRules({
      'server/src/programme/tables.ts': value,
      'server/src/programme/pages/work.tsx': `import { value } from '../tables.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual(['pages-import-no-tables'])
  })

  test('refuse the application in a package', async () => {
    const broken = await brokenRules({
      'server/src/platform/time/plain-date.ts': value,
      'packages/workdays/index.ts': `import { value } from '../../server/src/platform/time/plain-date.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual(['packages-know-no-application'])
  })

  test('refuse a cycle and a test helper in the product', async () => {
    const broken = await brokenRules({
      'server/src/programme/a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
      'server/src/programme/b.ts': `import { a } from './a.ts'\nexport const b = () => a\n`,
      'server/src/programme/testing.ts': value,
      'server/src/programme/c.ts': `import { value } from './testing.ts'\nexport const copy = value\n`,
    })
    expect(broken).toEqual(['no-cycles', 'no-tests-in-the-product'])
  })
})
