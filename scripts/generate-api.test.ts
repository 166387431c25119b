import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../server/src/platform/root.ts'

// Not part of `npm run check`: reading the whole program takes half a minute.
test.each(['scripts/generate-api-errors.ts', 'scripts/generate-api-types.ts'])(
  'what %s writes is current (npm run generate:api)',
  async (script) => {
    const checked = promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--check'], {
      cwd: repositoryRoot,
    })
    await expect(checked).resolves.toMatchObject({ stderr: '' })
  },
  300_000,
)
