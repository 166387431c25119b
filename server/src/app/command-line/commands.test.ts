import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { repositoryRoot } from '../../platform/root.ts'
import { commands } from './commands.ts'
import { runCommandLine } from './run.ts'

const said: string[] = []
const keep = (line: string) => void said.push(line)
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const output = async (...args: readonly string[]) => {
  said.length = 0
  await runCommandLine(args)
  return said.join('\n')
}

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8')
const guides = read('README.md') + read('docs/operations.md')

test.each(['help', '--help', '-h'])('%s names every command in both languages', async (asked) => {
  const all = await output(asked)
  for (const [name, { vi, en }] of Object.entries(commands)) {
    expect(all).toMatch(new RegExp(`^ {2}${name} +${vi.slice(0, 5)}`, 'm'))
    expect(all).toContain(vi)
    expect(all).toContain(en)
  }
})

test.each(['--version', '-V'])('%s says which version it is', async (asked) => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(await output(asked)).toBe(`dotpha ${version}`)
})

describe.each(Object.entries(commands))('%s', (name, command) => {
  test('has help in both languages, however it is asked for', async () => {
    const help = await output('help', name)
    expect(await output(name, '--help')).toBe(help)
    expect(await output(name, 'x', '--json', '-h')).toBe(help)
    expect(help.startsWith(`${command.vi}\n${command.en}\n\n`)).toBe(true)
    expect(help).toContain(`Usage: dotpha ${name}`)
    for (const [option, { vi, en }] of Object.entries(command.options)) {
      expect(help).toMatch(new RegExp(`^ {2}--${option}( |$)`, 'm'))
      expect(help).toContain(`      ${vi}\n      ${en}`)
      expect(vi).not.toBe('')
      expect(en).not.toBe(vi)
    }
  })

  test('is documented for those who run it', () => {
    expect(guides).toMatch(new RegExp(`dotpha ${name}\\b`))
  })
})

test.each(
  Object.entries(commands).flatMap(([name, command]) =>
    'forms' in command ? command.forms.map((form) => [name, form, command] as const) : [],
  ),
)('%s: a form %o uses options that are described, and none is described for nothing', (_, form, command) => {
  const described = Object.keys(command.options)
  expect(described).toEqual(expect.arrayContaining([...(form.needs ?? []), ...(form.takes ?? [])]))
  const used = command.forms.flatMap(({ needs = [], takes = [] }) => [...needs, ...takes])
  expect(described.filter((option) => !used.includes(option))).toEqual([])
})

// The packages name their options when they are called wrongly.
const wrongCalls: Readonly<Record<string, readonly string[][]>> = {
  verify: [[]],
  sign: [[]],
  extend: [[]],
  lint: [[]],
  render: [[]],
  workdays: ['add', 'count', 'deadline', 'year', 'ics', 'lunar'].map((verb) => [verb]),
}

test.each(Object.entries(wrongCalls))(
  '%s: its help describes the options that its package names',
  async (name, calls) => {
    const named = new Set<string>()
    for (const call of calls) {
      const usage = await output(name, ...call)
      expect(process.exitCode).toBe(2)
      for (const [, option = ''] of usage.matchAll(/--([a-z0-9-]+)/g)) named.add(option)
    }
    expect(Object.keys(commands[name]?.options ?? {}).sort()).toEqual([...named].sort())
  },
)

test('what was probably meant is suggested', async () => {
  await expect(output('bakcup', 'x')).rejects.toThrow(/“backup”.*\n.*did you mean “backup”/)
  await expect(output('--verison')).rejects.toThrow(/không có lệnh “--verison”/)
  await expect(output('help', 'restor')).rejects.toThrow(/“restore”/)
  await expect(output('constructor')).rejects.toThrow(/there is no command “constructor”\. See dotpha help\./)
})
