import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../../platform/root.ts'
import type { CallForm, Command, CommandOption } from './command.ts'

/** What `dotpha help` says: each command in both languages. */
export function helpOfAll(commands: Readonly<Record<string, Command>>): string {
  const width = 2 + Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { vi, en }]) => `  ${name.padEnd(width)}${vi}\n${' '.repeat(2 + width)}${en}`,
  )
  return [
    'Cách gọi · Usage: dotpha COMMAND …',
    '',
    ...lines,
    '',
    'dotpha help COMMAND: cách gọi từng lệnh · how each is called',
    'dotpha --version: phiên bản · the version',
    '',
    'Mã kết thúc: 0 xong và đúng; 1 bị từ chối hoặc không thành; 2 gọi lệnh chưa đúng, hoặc không dùng được tệp đã nêu.',
    'Exit codes: 0 done and right; 1 refused or failed; 2 called wrongly, or a file that was named cannot be used.',
  ].join('\n')
}

/** What `dotpha help NAME` says. */
export function helpOf(name: string, command: Command): string {
  const { vi, en, options } = command
  const described = Object.entries(options).flatMap(([option, words]) => [
    `  ${written(option, words)}`,
    `      ${words.vi}\n      ${words.en}`,
  ])
  return [vi, en, '', ...callsOf(name, command), ...(described.length > 0 ? ['', ...described] : [])].join(
    '\n',
  )
}

function callsOf(name: string, command: Command): readonly string[] {
  const calls =
    'forms' in command ? command.forms.map((form) => writtenForm(form, command.options)) : command.calls
  return calls.map((call) => `Cách gọi · Usage: dotpha ${name} ${call}`.trimEnd())
}

function writtenForm(
  { verb = '', operands = [], needs = [], takes = [] }: CallForm,
  options: Command['options'],
): string {
  const write = (option: string) => written(option, options[option])
  return [verb, ...operands, ...needs.map(write), ...takes.map((option) => `[${write(option)}]`)]
    .join(' ')
    .trim()
}

const written = (option: string, words: CommandOption | undefined) =>
  words?.value === undefined ? `--${option}` : `--${option} ${words.value}`

/** The version of the program; of a release also its commit and kind of machine. */
export function versionLine(): string {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(repositoryRoot, name), 'utf8')) as Record<string, unknown>
  const version = String(read('package.json').version)
  if (!existsSync(join(repositoryRoot, 'release.json'))) return `dotpha ${version}`
  const { commit, platform } = read('release.json')
  return `dotpha ${version} (${String(commit).slice(0, 12)}, ${String(platform)})`
}
