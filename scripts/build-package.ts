import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import ts from 'typescript'
import { bundleForBrowser } from '../packages/pades/browser/bundle.ts'
import { importsLeadingOut } from './package-imports.ts'

interface Manifest {
  readonly name: string
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string>>
  readonly sideEffects: readonly string[]
  /** What the package carries besides its code, its README and its licence, as paths and patterns. */
  readonly files: readonly string[]
  readonly [other: string]: unknown
}

const repository = join(import.meta.dirname, '..')
const ofTests = ['src/**/testing', 'src/**/testing*.ts', 'src/**/*.test.ts', 'src/**/*.long.ts']

/**
 * Makes the folder of a package that is published: the sources as JavaScript with their types, the files that lie among
 * them, and a package.json that names those. In this repository the sources are run as they are; below `node_modules`
 * Node does not run TypeScript.
 *
 * @throws Error when something imports what the package neither holds nor declares
 */
export function buildPackage(root: string, folder: string): void {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  rmSync(folder, { recursive: true, force: true })
  compile(root, join(folder, 'dist'))
  if (Object.hasOwn(manifest.exports, './browser')) writeBundle(join(folder, 'dist/browser'))
  for (const file of filesBesides(join(root, 'src')))
    cpSync(join(root, 'src', file), join(folder, 'dist', file))
  for (const name of ['README.md', ...globSync([...manifest.files], { cwd: root })])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  cpSync(join(repository, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`)
  const leadingOut = importsLeadingOut(folder, 'dist')
  if (leadingOut.length > 0)
    throw new Error(`imports that lead out of ${manifest.name}:\n${leadingOut.join('\n')}`)
}

/** Puts the judge for browsers, which is one file, in the place of the modules that only it uses. */
function writeBundle(folder: string): void {
  for (const file of globSync('*.{js,map}', { cwd: folder })) rmSync(join(folder, file))
  const { code, map } = bundleForBrowser(join(repository, 'node_modules'))
  writeFileSync(join(folder, 'index.js'), code)
  writeFileSync(join(folder, 'index.js.map'), map)
}

/** What lies among the sources and is read when the package runs, such as templates. */
function filesBesides(sources: string): readonly string[] {
  return globSync('**/*.*', { cwd: sources, exclude: (path) => /(^|\/)testing|\.ts$/.test(path) })
}

/** Packs what is published into a tarball in a folder and gives its path. */
export function packPackage(root: string, folder: string): string {
  const built = join(folder, 'package')
  buildPackage(root, built)
  const args = ['pack', '--silent', '--pack-destination', folder]
  return join(folder, execFileSync('npm', args, { cwd: built, encoding: 'utf8' }).trim())
}

/** Types are written, not judged: `npm run check` judges them. */
function compile(root: string, outDir: string): void {
  const settings = {
    extends: join(repository, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      rootDir: 'src',
      outDir,
      declaration: true,
      // The sources are inside the maps: they are not published beside them.
      sourceMap: true,
      inlineSources: true,
      rewriteRelativeImportExtensions: true,
      typeRoots: [join(repository, 'node_modules/@types')],
    },
    include: ['src'],
    exclude: ofTests,
  }
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(settings, ts.sys, root)
  const program = ts.createProgram(fileNames, options)
  const faults = [...errors, ...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics]
  if (faults.length === 0) return
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  }
  throw new Error(ts.formatDiagnostics(faults, host))
}

/**
 * The package.json that is published. `private` keeps `npm publish` from publishing the sources by mistake, which Node
 * does not run below `node_modules`; what is built has no such mark.
 */
function published({ private: _, scripts: __, devDependencies: ___, ...manifest }: Manifest): object {
  const exported = Object.entries(manifest.exports).map(([name, source]) => {
    if (!source.endsWith('.ts')) return [name, source]
    return [name, { types: builtPath(source, '.d.ts'), default: builtPath(source) }]
  })
  const bin = Object.entries(manifest.bin).map(([name, source]) => [name, builtPath(source)])
  return {
    ...manifest,
    bin: Object.fromEntries(bin),
    exports: Object.fromEntries(exported),
    sideEffects: manifest.sideEffects.map((source) => builtPath(source)),
    files: ['dist', ...manifest.files],
  }
}

function builtPath(source: string, ending = '.js'): string {
  return source.replace('./src/', './dist/').replace(/\.ts$/, ending)
}

// `npm run pack` of a package, or with the folder that the tarball goes to.
if (import.meta.main) {
  const root = process.cwd()
  const folder = resolve(process.argv[2] ?? 'dist')
  mkdirSync(folder, { recursive: true })
  console.log(basename(packPackage(root, folder)))
}
