import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const packages = join(import.meta.dirname, '../packages')
const shellOf = (name: string) => join(packages, name, 'src/cli/shell')

// Each package is published alone and may need no other, so what their command lines share stands in each.
test.each(['nd30', 'workdays'])(
  'the command line of %s reads its call and its files as that of pades does',
  (name) => {
    const files = readdirSync(shellOf(name))
    expect(files.length).toBeGreaterThan(4)
    for (const file of files)
      expect(readFileSync(join(shellOf(name), file), 'utf8'), file).toBe(
        readFileSync(join(shellOf('pades'), file), 'utf8'),
      )
  },
)

test('all of them, and the server, guess what was meant in the same way', () => {
  const ofServer = join(packages, '../server/src/app/command-line/suggestion.ts')
  expect(readFileSync(ofServer, 'utf8')).toBe(readFileSync(join(shellOf('pades'), 'suggestion.ts'), 'utf8'))
})
