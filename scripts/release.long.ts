import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRelease } from './release-archive.ts'

const repository = join(import.meta.dirname, '..')
const minutes = 60_000
// As a service: an account of its own, which may write one folder. Without root there is no other account to run as.
const isRoot = process.getuid?.() === 0
const account = isRoot ? { uid: 65_534, gid: 65_534 } : {}

// What a machine may have, from the oldest that is documented: the launcher runs on it, and hands over to the Node of the
// archive.
const nodeVersions = ['20.20.2', '22.23.5', '24.21.0'] as const

let top: string
let archive: string
let tree: string
let dataDir: string

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'dotpha-release-'))
  chmodSync(top, 0o755)
  archive = await makeRelease(join(top, 'made'))
  execFileSync('tar', ['-xf', archive, '-C', top])
  const [name = ''] = readdirSync(top).filter((entry) => entry.startsWith('dotpha-'))
  tree = join(top, name)
  dataDir = join(top, 'data')
  mkdirSync(dataDir)
  if (isRoot) chownSync(dataDir, 65_534, 65_534)
  execFileSync('chmod', ['-R', 'a-w', tree])
  for (const version of nodeVersions) installNode(version)
}, 10 * minutes)

/** From the registry, as the packages of the archive are. */
function installNode(version: string): void {
  const folder = join(top, `node-${version}`)
  mkdirSync(folder)
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  execFileSync('npm', ['install', ...flags, '--prefix', folder, `node-${platform}@${version}`])
}
const platform = `${process.platform}-${process.arch}`
const nodeOf = (version: string) => join(top, `node-${version}/node_modules/node-${platform}/bin/node`)

afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', tree])
  rmSync(top, { recursive: true })
}, 5 * minutes)

// No npm and no compiler, no home, no folder for temporary files.
const environment = () => ({
  PATH: join(top, 'nothing'),
  HOME: '/nonexistent',
  TMPDIR: '/nonexistent',
  DATA_DIR: dataDir,
  DEMO: '0',
  PORT: '0',
})
const how = () => ({ ...account, cwd: '/', env: environment() })
const launcher = () => join(tree, 'bin/dotpha')
const dotphaOn =
  (version: string) =>
  (...args: readonly string[]) =>
    spawnSync(nodeOf(version), [launcher(), ...args], { ...how(), encoding: 'utf8' })

async function address(child: ChildProcess): Promise<string> {
  if (child.stdout === null || child.stderr === null) throw new Error('a start without pipes')
  const complaint = text(child.stderr)
  for await (const line of createInterface({ input: child.stdout })) {
    const [found] = /http:\/\/\S+/.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error(await complaint)
}

/** What belongs to the account outside its folder. */
function strays(): readonly string[] {
  const places = ['/tmp', '/var/tmp', '/dev/shm', top].filter((place) => existsSync(place))
  const args = ['-uid', '65534', '-newer', archive, '-not', '-path', `${dataDir}*`]
  return spawnSync('find', [...new Set(places), ...args], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '')
}

test('says of itself what it is, and each of its files has its hash in the list', () => {
  const facts = JSON.parse(readFileSync(join(tree, 'release.json'), 'utf8'))
  expect(facts).toMatchObject({
    platform,
    commit: expect.stringMatching(/^[0-9a-f]{40}/),
  })
  execFileSync('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], { cwd: tree })
  const listed = readFileSync(join(tree, 'SHA256SUMS'), 'utf8').trim().split('\n')
  const files = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(listed).toHaveLength(files.length - 1)
})

test('is the same to the last byte when it is made again', { timeout: 10 * minutes }, async () => {
  const again = await makeRelease(join(top, 'again'))
  expect(readFileSync(`${again}.sha256`, 'utf8')).toBe(readFileSync(`${archive}.sha256`, 'utf8'))
})

test.each(nodeVersions)(
  'on Node %s commands run where nothing may be written, and the libraries come with it',
  { timeout: 5 * minutes },
  (version) => {
    const dotpha = dotphaOn(version)
    expect(execFileSync(nodeOf(version), ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${version}`)
    expect(dotpha('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^dotpha \d+\.\d+\.\d+ \([0-9a-f]{12}, /),
      stderr: '',
    })
    expect(dotpha('workdays', 'add', '2026-02-13', '5')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('27/02/2026'),
    })
    const letter = join(repository, 'packages/nd30/samples/bao-cao.json')
    const out = join(dataDir, 'bao-cao.pdf')
    const sample = join(dataDir, 'bao-cao.json')
    execFileSync('cp', [letter, sample])
    chmodSync(sample, 0o644)
    expect(dotpha('render', sample, '--out', out)).toMatchObject({ status: 0 })
    expect(dotpha('lint', sample.replace('.json', '.pdf')).status).not.toBe(0)
    expect(dotpha('verify', out, '--json').stdout).toContain('"verdict"')
  },
)

test.each(nodeVersions)(
  'on Node %s it migrates, starts, answers, and has written its data folder alone',
  {
    timeout: 5 * minutes,
  },
  async (version) => {
    expect(dotphaOn(version)('migrate')).toMatchObject({ status: 0, stderr: '' })
    const child = spawn(nodeOf(version), [launcher(), 'start'], {
      ...how(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    const home = await address(child)
    expect((await fetch(`${home}/readyz`)).status).toBe(200)
    const page = await (await fetch(`${home}/dang-nhap`)).text()
    const [style = ''] = /\/[^"]+\.css/.exec(page) ?? []
    expect((await fetch(`${home}${style}`)).status).toBe(200)
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)

    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['postgres', 'secret-key']))
    if (isRoot) expect(strays()).toEqual([])
    expect(() => accessSync(join(tree, 'node_modules/.dotpha-installed'))).toThrow()
    expect(statSync(join(tree, 'dist')).mtimeMs).toBeLessThan(statSync(archive).mtimeMs)
  },
)
