import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repositoryRoot } from '../server/src/platform/root.ts'

// A clone in small: our own launcher and scripts, a program of a few lines, and the two packages that the
// launcher itself needs, by links, so that `npm ci` works without a network.
const nodePackage = `node-${process.platform}-${process.arch}`
const linked = ['esbuild', nodePackage]
let clone: string

beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'dotpha-clone-')))
  for (const folder of ['bin', 'scripts'])
    cpSync(join(repositoryRoot, folder), join(clone, folder), { recursive: true })
  const real = (name: string) => join(repositoryRoot, 'node_modules', name)
  write(
    'vendor/esbuild/index.js',
    `export * from ${JSON.stringify(pathToFileURL(real('esbuild/lib/main.js')).href)}`,
  )
  mkdirSync(join(clone, 'vendor', nodePackage, 'bin'), { recursive: true })
  symlinkSync(process.execPath, join(clone, 'vendor', nodePackage, 'bin/node'))
  lockAt('1.0.0')
  write('tsconfig.json', '{}')
  write('tsconfig.browser.json', '{}')
  write('server/src/ui/browser/main.ts', 'console.log(1)')
  write('server/src/ui/browser/paper.worker.ts', 'console.log(2)')
  write('server/src/ui/styles/main.css', 'a { color: red }')
  write('server/src/ui/styles/desk.css', 'a { color: red }')
  write('server/src/ui/icons.gen.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  write('server/src/app/cli.ts', `console.log('first', ...process.argv.slice(2), process.execPath)`)
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

function write(path: string, content: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true })
  writeFileSync(join(clone, path), content)
}

/** The lock file, and the packages that it names at this version. */
function lockAt(version: string): void {
  for (const name of linked) {
    write(`vendor/${name}/package.json`, JSON.stringify({ name, version, type: 'module', main: 'index.js' }))
  }
  const dependencies = Object.fromEntries(linked.map((name) => [name, `file:vendor/${name}`]))
  const own = { name: 'clone', version, dependencies }
  const packages = linked.flatMap((name) => [
    [`node_modules/${name}`, { resolved: `vendor/${name}`, link: true }],
    [`vendor/${name}`, { name, version }],
  ])
  write('package.json', JSON.stringify({ ...own, type: 'module' }))
  write(
    'package-lock.json',
    JSON.stringify({
      name: 'clone',
      version,
      lockfileVersion: 3,
      requires: true,
      packages: { '': own, ...Object.fromEntries(packages) },
    }),
  )
}

function dotpha(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(clone, 'bin/dotpha'), ...args], {
    encoding: 'utf8',
    cwd: tmpdir(),
  })
}

const steps = ({ stderr }: { stderr: string }) =>
  stderr.split('\n').filter((line) => line.startsWith('▸')).length

test('a fresh clone installs, builds and runs; the second start does neither', () => {
  const first = dotpha('start', '--x')
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('first start --x') })
  expect(first.stderr).toMatch(/npm ci.*\n(.*\n)*.*Building from the sources/)

  const second = dotpha('start')
  expect(second).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('first start') })
  expect(readdirSync(join(clone, 'dist/assets'))).toContain('manifest.json')
})

test('a changed source is built again and a changed lock file installed again', () => {
  dotpha('start')
  write('server/src/app/cli.ts', `console.log('second')`)
  const rebuilt = dotpha('start')
  expect(rebuilt.stdout).toBe('second\n')
  expect(steps(rebuilt)).toBe(1)

  lockAt('1.0.1')
  const reinstalled = dotpha('start')
  expect(reinstalled.stderr).toContain('npm ci')
  expect(reinstalled.stdout).toBe('second\n')
})

test('what has new times and the same contents is not built again, and the other way round is', () => {
  dotpha('start')
  const source = join(clone, 'server/src/app/cli.ts')
  const early = new Date('2020-01-01')
  for (const path of ['server/src/app/cli.ts', 'server/src/ui/styles/main.css', 'tsconfig.json'])
    utimesSync(join(clone, path), early, early)
  expect(dotpha('start')).toMatchObject({ status: 0, stderr: '' })

  const text = readFileSync(source, 'utf8')
  writeFileSync(source, text.replace('first', 'other'))
  utimesSync(source, early, early)
  const rebuilt = dotpha('start')
  expect(rebuilt.stdout).toMatch(/^other/)
  expect(steps(rebuilt)).toBe(1)
})

test('a build of which a file is gone is made again', () => {
  dotpha('start')
  rmSync(join(clone, 'dist/server/cli.js'))
  expect(dotpha('start')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^first/) })
})

// Another account, as a service has one. Where the folders above are closed to it, nothing could be seen by it.
const nobody = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0
const asNobody = (...args: readonly string[]) => {
  chmodSync(clone, 0o755)
  return spawnSync(process.execPath, [join(clone, 'bin/dotpha'), ...args], {
    ...nobody,
    encoding: 'utf8',
    cwd: '/',
  })
}
const canEnter =
  isRoot &&
  spawnSync(process.execPath, ['-e', `require('fs').readdirSync(${JSON.stringify(tmpdir())})`], {
    ...nobody,
    cwd: '/',
  }).status === 0

test.skipIf(!canEnter)(
  'an account that may write nothing runs what is built, and is told what is not',
  () => {
    dotpha('start')
    expect(asNobody('start')).toMatchObject({ status: 0, stderr: '' })
    write('server/src/app/cli.ts', `console.log('second')`)
    const { status, stdout, stderr } = asNobody('start')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/hãy chạy npm run build .*\n.*run npm run build as the owner of that folder\.\n$/)
    expect(stderr.trim().split('\n')).toHaveLength(2)
  },
)

test('a release runs as it is: nothing is looked at that could be installed or built', () => {
  dotpha('start')
  write('release.json', '{}')
  for (const path of ['server', 'vendor/esbuild', 'node_modules/.package-lock.json', 'package-lock.json'])
    rmSync(join(clone, path), { recursive: true })
  for (const script of ['install.mjs', 'fresh.mjs', 'build.mjs', 'dev.mjs'])
    rmSync(join(clone, 'scripts', script))
  const run = canEnter ? asNobody : dotpha
  expect(run('start', '--x')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('first start --x'),
  })
  const refused = run('dev')
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('Bản phát hành không có mã nguồn')
})

test('a program that does not compile is named and the start fails', () => {
  write('server/src/app/cli.ts', 'const = 1')
  const { status, stderr } = dotpha('start')
  expect(status).toBe(1)
  expect(stderr).toContain('server/src/app/cli.ts:1:6')
  expect(stderr).toContain('Không dựng được chương trình')
})

/** Starts a server of a few lines by another Node than the packaged one, and signals that one when it is up. */
async function startAndSignal(signal: NodeJS.Signals): Promise<{ lines: readonly string[]; code: unknown }> {
  write(
    'server/src/app/cli.ts',
    `process.on('SIGTERM', () => { console.log('stopping'); process.exit(7) })
     console.log(process.execPath)
     setInterval(() => {}, 60_000)`,
  )
  const other = join(clone, 'another-node')
  copyFileSync(process.execPath, other)
  const child = spawn(other, [join(clone, 'bin/dotpha'), 'start'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === 1) child.kill(signal)
  }
  return { lines, code: (await ended)[0] }
}

test('another Node hands over to the packaged one, passes a signal on and ends as it ends', async () => {
  const { lines, code } = await startAndSignal('SIGTERM')
  const packaged = join(clone, 'node_modules', nodePackage, 'bin/node')
  expect(realpathSync(lines[0] ?? '')).toBe(realpathSync(packaged))
  expect(lines[1]).toBe('stopping')
  expect(code).toBe(7)
})

test('a server whose launcher is killed outright stops in order', async () => {
  const { lines } = await startAndSignal('SIGKILL')
  expect(lines[1]).toBe('stopping')
})
