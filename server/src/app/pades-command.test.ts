import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'

const run = promisify(execFile)
const letter = join(repositoryRoot, 'README.md')
const unsigned = join(repositoryRoot, 'packages/pades/vectors/corpus/cairo.pdf')

/** What a `dotpha verify` that does not end with 0 says. */
async function verify(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string }> {
  const ran = run(process.execPath, [join(repositoryRoot, 'bin/dotpha'), 'verify', ...args])
  return ran.then(
    () => {
      throw new Error('dotpha verify ended with 0')
    },
    (error: { code: number; stdout: string }) => error,
  )
}

test('the command line hands signatures to their library, and ends as that says', async () => {
  const failed = await verify(letter, '--json')
  expect(failed.code).toBe(2)
  expect(JSON.parse(failed.stdout)).toMatchObject({ verdict: 'error', error: { code: 'pdf_malformed' } })
})

test('several files are judged in one start, by the thread that stands next to the bundle', async () => {
  const { code, stdout } = await verify(unsigned, letter, unsigned, '--json')
  expect(code).toBe(2)
  const verdicts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).verdict)
  expect(verdicts).toEqual(['not_signed', 'error', 'not_signed'])
  expect(existsSync(join(repositoryRoot, 'dist/server/verify-worker.js'))).toBe(true)
})
