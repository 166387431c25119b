import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const carried = ['README.md', 'docs', 'fonts', 'schema'] as const

/**
 * Makes the folder that is published: the sources as JavaScript with their types, and a package.json that names those.
 * In this repository the sources are run as they are; below `node_modules` Node does not run TypeScript.
 */
export function buildPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const project = join(root, 'tsconfig.build.json')
  execFileSync(process.execPath, [compiler, '-p', project, '--outDir', join(folder, 'dist')], {
    stdio: 'inherit',
  })
  for (const name of carried) cpSync(join(root, name), join(folder, name), { recursive: true })
  cpSync(join(root, '../../LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(), null, 2)}\n`)
}

function publishedManifest(): Record<string, unknown> {
  const {
    private: _,
    scripts: __,
    exports: sources,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown> & {
    exports: Record<string, string>
  }
  const built = Object.entries(sources).map(([name, source]) => {
    const path = source.replace('./src/', './dist/').replace(/\.ts$/, '')
    return [name, { types: `${path}.d.ts`, default: `${path}.js` }]
  })
  return { ...manifest, exports: Object.fromEntries(built), files: ['dist', ...carried] }
}

if (import.meta.main) {
  const folder = join(root, 'dist/package')
  buildPackage(folder)
  execFileSync('npm', ['pack', '--pack-destination', join(root, 'dist')], { cwd: folder, stdio: 'inherit' })
}
