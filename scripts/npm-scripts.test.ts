import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const manifests = ['package.json', ...globSync('packages/*/package.json', { cwd: root })]
const scripts = manifests.flatMap((manifest) => {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as {
    scripts?: Record<string, string>
  }
  return Object.entries(scripts).map(([name, line]) => ({
    name,
    line,
    folder: dirname(join(root, manifest)),
  }))
})

/** What a line starts that is not there: files for `node`, other programs below node_modules/.bin. */
function missingPrograms(line: string, folder: string): readonly string[] {
  return line.split('&&').flatMap((command) => {
    const [program = '', ...args] = command
      .trim()
      .replace(/^exec /, '')
      .split(/\s+/)
    const file = args.find((arg) => /\.(ts|mjs)$/.test(arg) || arg.startsWith('bin/'))
    const path =
      program === 'node' ? join(folder, file ?? 'no file') : join(root, 'node_modules/.bin', program)
    return existsSync(path) ? [] : [path]
  })
}

function run(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { encoding: 'utf8' })
}

describe('the scripts of package.json', () => {
  test('are called as people expect', () => {
    const names = scripts.filter(({ folder }) => folder === root).map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'start',
        'dev',
        'build',
        'test',
        'check',
        'lint',
        'typecheck',
        'format',
        'bench',
      ]),
    )
  })

  test.each(scripts)('$name starts what exists: $line', ({ line, folder }) => {
    expect(missingPrograms(line, folder)).toEqual([])
  })

  test('that start what is not there are found', () => {
    expect(missingPrograms('exec node scripts/no-such.mjs', root)).toHaveLength(1)
    expect(missingPrograms('no-such-program . && exec node scripts/check.mjs', root)).toHaveLength(1)
  })

  test('check: names the groups of checks when it is asked for another', () => {
    const { status, stderr } = run('check.mjs', 'types')
    expect(status).toBe(2)
    expect(stderr).toContain('typecheck, lint, generated')
  })
})

describe('npm run bench', () => {
  const { status, stdout } = run('bench.mjs')
  const listed = stdout
    .split('\n')
    .slice(0, -2)
    .map((line) => line.split(' ')[0])

  test('lists the benchmarks that the pages of figures name, and each of them exists', () => {
    const pages = globSync('docs/benchmarks*.md', { cwd: root }).map((page) =>
      readFileSync(join(root, page), 'utf8'),
    )
    const measuredBy = pages.flatMap((page) =>
      [...page.matchAll(/Measured by `bench\/(\S+)\.ts`/g)].map((match) => match[1]),
    )
    expect(status).toBe(0)
    expect(measuredBy.length).toBeGreaterThanOrEqual(pages.length)
    expect(listed).toEqual(expect.arrayContaining(measuredBy))
    expect(listed.filter((name) => !existsSync(join(root, `bench/${name}.ts`)))).toEqual([])
  })

  test('lists every program of bench that takes arguments of a command line', () => {
    const programs = globSync('bench/**/*.ts', { cwd: root })
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('parseArgs('))
      .map((file) => file.replace(/^bench\/|\.ts$/g, ''))
    expect([...listed].sort()).toEqual(programs.sort())
  })

  test('refuses a name that it does not know, and lists those it knows', () => {
    const answer = run('bench.mjs', 'no-such')
    expect(answer.status).toBe(2)
    expect(answer.stderr).toContain('no-such')
    expect(answer.stdout).toContain('workdays')
  })
})
