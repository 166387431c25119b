import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { endWhenNobodyReads } from './closed-pipe.ts'

const failing = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })

test('a command ends quietly when its reader has gone', async () => {
  const output = failing('EPIPE')
  const ended = new Promise<string>((resolve) => endWhenNobodyReads(output, () => resolve('quietly')))
  output.write('a line that nobody reads')
  expect(await ended).toBe('quietly')
})

test('any other fault of the output is not hidden', () => {
  const output = failing('ENOSPC')
  endWhenNobodyReads(output, () => undefined)
  expect(() => output.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
})
