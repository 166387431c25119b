import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importsLeadingOut } from './package-imports.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-imports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const manifest = JSON.stringify({
  name: '@x/y',
  dependencies: { '@a/b': '1' },
  optionalDependencies: { c: '1' },
})

describe('what a package imports', () => {
  test.each(['pades', 'workdays', 'nd30'])('never leads out of %s', (name) => {
    expect(importsLeadingOut(join(import.meta.dirname, '../packages', name), 'src')).toEqual([])
  })

  test('may be its own files, what it declares, and Node', () => {
    write({
      'package.json': manifest,
      'dist/index.js': `import './room/a.js'\nimport 'node:fs'\nimport '@a/b/deep'\nconst c = await import('c')\n`,
      'dist/index.d.ts': `export type { A } from './room/a.ts'\n`,
      'dist/room/a.js': `export * from '../index.js'\n// import 'only said'\n`,
      'dist/room/a.d.ts': 'export type A = 1\n',
    })
    expect(importsLeadingOut(folder, 'dist')).toEqual([])
  })

  test.each([
    ['a file of the application', `import '../../server/src/app/cli.js'`],
    ['a file of the package that is not published', `import '../scripts/make.js'`],
    ['a file that is not there', `export { a } from './a.js'`],
    ['what another package declares', `import { parse } from 'fastify'`],
    ['another package of this repository', `const other = await import('@x/z')`],
    ['a type of something undeclared', `export type T = import('@types/yauzl').Entry`, 'index.d.ts'],
  ])('is found where it is %s', (_, line, file = 'index.js') => {
    write({
      'package.json': manifest,
      'scripts/make.js': '',
      'server/src/app/cli.js': '',
      [`dist/${file}`]: line,
    })
    const [, specifier] = /'(.*)'/.exec(line) ?? []
    expect(importsLeadingOut(folder, 'dist')).toEqual([`${file}: ${specifier}`])
  })
})
