import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'

const run = promisify(execFile)
const letter = join(repositoryRoot, 'README.md')

test('the command line hands signatures to their library, and ends as that says', async () => {
  const ran = run(process.execPath, [join(repositoryRoot, 'bin/dotpha'), 'verify', letter, '--json'])
  const failed = await ran.then(
    () => null,
    (error: { code: number; stdout: string }) => error,
  )
  expect(failed?.code).toBe(2)
  expect(JSON.parse(failed?.stdout ?? '')).toMatchObject({
    verdict: 'error',
    error: { code: 'pdf_malformed' },
  })
})
