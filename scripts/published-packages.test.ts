import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packPackage } from './build-package.ts'

interface Manifest {
  readonly private?: boolean
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
}

// Packages are ES modules alone: what CommonJS and Node 10 make of them is not judged, as in attw's profile `esm-only`.
const judgedResolutions: ReadonlySet<string> = new Set(['node16-esm', 'bundler'])

describe.each(['nd30', 'pades', 'workdays'])('the tarball of %s', (name) => {
  let home: string
  let tarball: Uint8Array<ArrayBuffer>
  let contents: Package
  let files: readonly string[]
  let manifest: Manifest
  const root = `/node_modules/@dot-pha/${name}`
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), `tarball-${name}-`))
    tarball = new Uint8Array(readFileSync(packPackage(join(import.meta.dirname, '../packages', name), home)))
    contents = createPackageFromTarballData(tarball)
    files = contents.listFiles().map((path) => path.slice(root.length + 1))
    manifest = JSON.parse(read('package.json')) as Manifest
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const read = (path: string) => contents.readFile(join(root, path))

  test('has nothing that publint would say', async () => {
    const { messages } = await publint({
      pack: { tarball: tarball.buffer },
      level: 'suggestion',
      strict: true,
    })
    expect(messages).toEqual([])
  })

  test('has types that importers resolve as attw expects', async () => {
    const checked = await checkPackage(contents)
    if (checked.types === false) throw new Error('attw found no types')
    const entries = Object.keys(checked.entrypoints)
    expect(entries).toEqual(expect.arrayContaining(['.', './cli']))
    const { problems } = checked
    const judged = problems.filter(
      (problem) => !('resolutionKind' in problem) || judgedResolutions.has(problem.resolutionKind),
    )
    expect(judged).toEqual([])
  })

  test('may be published, and asks for ranges of what it depends on', () => {
    expect(manifest.private).toBeUndefined()
    const { dependencies, optionalDependencies } = manifest
    for (const range of Object.values({ ...dependencies, ...optionalDependencies }))
      expect(range).toMatch(/^\^\d/)
  })

  test('has a program, and every file that it exports', () => {
    const [program = ''] = Object.values(manifest.bin)
    expect(Object.keys(manifest.bin)).toEqual([name])
    expect(read(program)).toMatch(/^#!\/usr\/bin\/env node\n/)
    const exported = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    )
    expect(exported.filter((path) => !files.includes(path.slice(2)))).toEqual([])
    const schemas = files.filter((path) => path.endsWith('.schema.json'))
    expect(schemas.map((path) => `./${path}`).filter((path) => !exported.includes(path))).toEqual([])
  })

  test('has source maps with their sources, no picture and no test', () => {
    const scripts = files.filter((path) => path.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(30)
    for (const path of scripts) {
      const map = JSON.parse(read(`${path}.map`)) as { sources: string[]; sourcesContent?: string[] }
      expect([path, map.sourcesContent?.length]).toEqual([path, map.sources.length])
    }
    expect(
      files.filter((path) => /\.(png|jpe?g|gif|svg|webp|pdf|docx)$|testing|\.test\./.test(path)),
    ).toEqual([])
  })

  test('has no link or picture in its pages that leads nowhere', () => {
    const pages = files.filter((path) => path.endsWith('.md'))
    expect(pages).toContain('README.md')
    expect(pages.flatMap((page) => deadLinks(page, read(page), files))).toEqual([])
  })

  test('adds to a bundle only what the bundle uses', async () => {
    const [whole, part] = [await bundled('*'), await bundled('{ errorSentence }')]
    expect(whole.length).toBeGreaterThan(50_000)
    expect(part.length).toBeLessThan(whole.length / 3)
  })

  async function bundled(names: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: `export ${names} from './package/dist/index.js'`, resolveDir: home },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    })
    return outputFiles[0]?.text ?? ''
  }
})

/** Relative links and pictures of a page that are no file of the package. */
function deadLinks(page: string, text: string, files: readonly string[]): readonly string[] {
  const prose = text.replace(/```.*?```/gs, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  )
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !files.includes(join(dirname(page), target.replace(/#.*$/, ''))))
    .map((target) => `${page}: ${target}`)
}

test('a link outside of the package is dead, one to a file or heading of it is not', () => {
  const files = ['README.md', 'docs/design.md', 'docs/model.md']
  const text =
    '[a](model.md#b) [b](../README.md) [c](#d) [e](https://example.vn) [f](../../bench.md) <img src="x.png">'
  expect(deadLinks('docs/design.md', text, files)).toEqual([
    'docs/design.md: ../../bench.md',
    'docs/design.md: x.png',
  ])
})
