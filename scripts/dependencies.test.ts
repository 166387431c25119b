import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** `name version` of all that a package.json asks for, without our own workspaces; of a range its lowest version. */
function wanted(manifest: Manifest): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([name]) => !name.startsWith('@dot-pha/'))
    .map(([name, version]) => `${name} ${version.replace('^', '')}`)
}

interface Line {
  readonly name: string
  readonly version: string
  readonly licences: string
}

/** What the tables say: in the first cell names in backticks, before the version that they share; in the last the licences. */
function told(page: string): readonly Line[] {
  return [...page.matchAll(/^\| (.*?) \|.*\| (.*?) \|$/gm)].flatMap(([, packages = '', licences = '']) => {
    let names: string[] = []
    return [...packages.matchAll(/`([^`]+)`|\b(\d+\.\d+\.[\w.+-]+)/g)].flatMap(([, name, version]) => {
      if (name !== undefined) names.push(name)
      if (version === undefined) return []
      const lines = names.map((each) => ({ name: each, version, licences }))
      names = []
      return lines
    })
  })
}

const manifests = ['package.json', ...globSync('packages/*/package.json', { cwd: root })]
const lines = told(read('docs/dependencies.md'))

test('the application pins exact versions, a package that is published asks for ranges', () => {
  for (const path of manifests) {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path)) as Manifest
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const allowed = path === 'package.json' ? /^\d/ : /^\^\d/
    expect(versions.filter(([, version]) => !allowed.test(version))).toEqual([])
  }
})

test('every dependency has its line in docs/dependencies.md with the pinned version, and no line is stale', () => {
  const pinned = manifests.flatMap((path) => wanted(JSON.parse(read(path)) as Manifest))
  expect(pinned.length).toBeGreaterThan(80)
  const written = lines.map(({ name, version }) => `${name} ${version}`)
  expect([...new Set(written)].sort()).toEqual([...new Set(pinned)].sort())
})

test('each line names the licence that the lock file has', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, { readonly license?: string }>>
  }
  const wrong = lines.filter(({ name, licences }) => {
    const ids = packages[`node_modules/${name}`]?.license?.match(/[A-Za-z0-9.-]+/g) ?? [
      'none in the lock file',
    ]
    return ids.some((id) => id !== 'OR' && id !== 'AND' && !licences.includes(id))
  })
  expect(wrong).toEqual([])
})

test('names that share a version, a stale version and a forgotten name are read as they stand', () => {
  const page = '| `a` 1.0.0 with `@b/c`, `@b/d` 2.0.0-beta.1 (of `packages/x`) | for `y` | MIT |\n'
  expect(told(page).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'a 1.0.0',
    '@b/c 2.0.0-beta.1',
    '@b/d 2.0.0-beta.1',
  ])
  expect(wanted({ dependencies: { b: '^2.1.0' } })).toEqual(['b 2.1.0'])
  expect(wanted({ dependencies: { a: '1.0.1', '@dot-pha/nd30': '0.1.0' } })).toEqual(['a 1.0.1'])
})
