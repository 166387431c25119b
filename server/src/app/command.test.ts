import { expect, test } from 'vitest'
import { optionsOf } from './command.ts'

test('options of a command are read by name', () => {
  expect(optionsOf(['--scope', 'read,write', '--json'], ['scope', 'days'])).toEqual({
    scope: 'read,write',
    json: true,
  })
})

test('an option that is given twice is refused, and not the last one taken in silence', () => {
  expect(() => optionsOf(['--scope', 'read', '--scope', 'write'], ['scope'])).toThrow(/--scope: give it once/)
})

test('an option that nobody knows is named', () => {
  expect(() => optionsOf(['--scopes', 'read'], ['scope'])).toThrow(/--scopes/)
})
