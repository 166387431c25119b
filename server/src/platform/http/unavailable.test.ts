import { expect, test } from 'vitest'
import { Failure } from '../refusal.ts'
import { unavailableOf } from './unavailable.ts'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test.each([
  ['a statement that was cut off', coded('57014'), 'took_too_long'],
  ['a server that shuts down', coded('57P01'), 'database_away'],
  ['a broken connection', coded('08006'), 'database_away'],
  ['a follower that takes no writes', coded('25006'), 'database_away'],
  ['nobody at the port', coded('ECONNREFUSED'), 'database_away'],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), 'database_away'],
  ['no connection to be had in time', new Error('timeout exceeded when trying to connect'), 'overloaded'],
  ['too many connections', coded('53300'), 'overloaded'],
  ['a deadlock', coded('40P01'), 'overloaded'],
  ['a store that does not answer', new Failure('blob_store_unreachable', 'x'), 'files_away'],
  ['a file that is missing', new Failure('blob_missing', 'x'), undefined],
  ['a database that finds no room', coded('53100'), 'disk_full'],
  ['a disk that is full', coded('ENOSPC'), 'disk_full'],
  ['the same, wrapped', new Failure('blob_not_stored', 'x', coded('ENOSPC')), 'disk_full'],
  ['an account’s share of a disk', new Failure('blob_not_stored', 'x', coded('EDQUOT')), 'disk_full'],
  ['a folder that turned read-only', new Failure('blob_not_stored', 'x', coded('EROFS')), 'files_away'],
  ['a bug while a file is stored', new Failure('blob_not_stored', 'x', new TypeError('x')), undefined],
  ['a database whose disk does not answer', coded('58030'), 'database_away'],
  ['no memory', coded('53200'), 'overloaded'],
  ['a bug', new TypeError('x is not a function'), undefined],
  ['a broken rule of a table', coded('23505'), undefined],
])('%s is classified correctly', (_what, error, code) => {
  expect(unavailableOf(error)?.code).toBe(code)
})
