import { spawnSync } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../platform/root.ts'

const dotpha = (args: readonly string[], stdout: number | 'pipe' = 'pipe') => {
  const { status, ...said } = spawnSync(process.execPath, [join(repositoryRoot, 'bin/dotpha'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  })
  // The launcher may have to build first, and says so.
  return { status, stdout: said.stdout, stderr: said.stderr.replaceAll(/^▸.*\n/gm, '') }
}

test('help is what was asked for, and ends with 0', () => {
  const { status, stdout, stderr } = dotpha(['--help'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('dotpha help COMMAND')
})

test('a wrong call ends with 2 and says on the error output what is wrong', () => {
  expect(dotpha(['user', 'pasword'])).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'Gọi lệnh chưa đúng: user không có “pasword”, có phải “password”. Xem dotpha help user.\n' +
      'The command was called wrongly: user has no “pasword”, did you mean “password”. See dotpha help user.\n',
  })
})

test.runIf(existsSync('/dev/full'))('an output that cannot be written is told in words', () => {
  const { status, stderr } = dotpha(['help'], openSync('/dev/full', 'w'))
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Đĩa đã đầy.*\nThe disk is full.*\n$/)
})
