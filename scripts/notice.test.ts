import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Lock, noticeText } from './notice-text.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const lock = JSON.parse(read('package-lock.json')) as Lock

const icons = { 'node_modules/@tabler/icons': { version: '3.0.0', license: 'MIT', dev: true } }

/** The lines of packages of a notice. */
function packagesOf(text: string): readonly string[] {
  return text.slice(text.indexOf('Needed at run time')).split('\n').slice(4, -1)
}

describe('the notice', () => {
  test('in the repository is what the lock file says', () => {
    expect(read('NOTICE')).toBe(noticeText(lock))
  })

  test('has each package of the run time once, with those for other machines, and none for development or of ours', () => {
    const packages = {
      '': { version: '0.1.0', license: 'Apache-2.0' },
      ...icons,
      'node_modules/b': { version: '2.0.0', license: 'ISC' },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b/node_modules/@c/d': { version: '0.9.0', license: '(MIT OR CC0-1.0)' },
      'node_modules/@dot-pha/nd30': { link: true },
      'packages/nd30': { version: '0.1.0', license: 'Apache-2.0' },
      'node_modules/p-darwin': { version: '17.1.0', license: 'MIT', os: ['darwin'], cpu: ['arm64'] },
    }
    expect(packagesOf(noticeText({ packages }))).toEqual([
      '@c/d 0.9.0 - (MIT OR CC0-1.0)',
      'a 1.0.0 - MIT',
      'b 2.0.0 - ISC',
      'p-darwin 17.1.0 - MIT (only for darwin arm64)',
    ])
  })

  test('is refused where a package has no licence', () => {
    const packages = { ...icons, 'node_modules/a': { version: '1.0.0' } }
    expect(() => noticeText({ packages })).toThrow('node_modules/a')
  })

  test('names permissive licences alone', () => {
    const licences = new Set(
      packagesOf(noticeText(lock)).map((line) => line.match(/ - (.+?)( \(only|$)/)?.[1]),
    )
    const permissive = [
      ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0'],
      '(MIT OR CC0-1.0)',
    ]
    expect(licences.size).toBeGreaterThan(1)
    expect([...licences].filter((licence) => !permissive.includes(String(licence)))).toEqual([])
  })
})
