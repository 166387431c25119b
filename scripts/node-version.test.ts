import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const wanted = '22.18'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/operations.md',
  'docs/dependencies.md',
  '.ci/run',
  'bin/dotpha',
]
const readmes = globSync('packages/*/README.md', { cwd: root })

test('every package.json asks for the same Node', () => {
  const manifests = ['package.json', ...globSync('packages/*/package.json', { cwd: root })]
  expect(manifests.length).toBeGreaterThan(3)
  const engines = manifests.map(
    (path) => (JSON.parse(read(path)) as { engines: { node: string } }).engines.node,
  )
  expect(new Set(engines)).toEqual(new Set([`>=${wanted}`]))
})

test.each([...pages, ...readmes, 'tools/verify-audit.mjs'])(
  '%s asks for that Node and for no other',
  (path) => {
    const said = [...read(path).matchAll(/Node (\S+)\s+(?:\/\/ )?or\s+(?:\/\/ )?later/g)].map(
      ([, version]) => version,
    )
    expect(said).not.toEqual([])
    expect(new Set(said)).toEqual(new Set([wanted]))
  },
)

test('the Node that comes with the packages is that of .nvmrc and CI', () => {
  const major = read('.nvmrc').trim()
  const { optionalDependencies } = JSON.parse(read('package.json')) as {
    optionalDependencies: Readonly<Record<string, string>>
  }
  for (const platform of ['linux-x64', 'linux-arm64'])
    expect(optionalDependencies[`node-${platform}`]).toMatch(new RegExp(`^${major}\\.`))
  expect(read('scripts/packaged-node.mjs')).toContain(`const wantedMajor = ${major}\n`)
  expect(read('.github/workflows/ci.yml')).toContain(`image: node:${major}-`)
  expect(read('README.md')).toContain(`Node ${major} that comes with the packages`)
})
