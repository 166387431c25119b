import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from '../matrix/desk.ts'
import { signaturesIn } from '../matrix/signatures-in.ts'
import { trustOf, validators } from '../matrix/validators.ts'
import { sign } from '../src/sign/sign.ts'
import { type VerifyOptions, verify } from '../src/verify/verify.ts'
import { corpus } from './corpus.ts'
import { optionsFor, readExpectations, readVector } from './expectations.ts'

const names = readdirSync(join(import.meta.dirname, 'corpus')).map((file) => file.replace('.pdf', ''))
const all = readExpectations()
const poppler = validators.find(({ name }) => name === 'pdfsig')

let desk: Desk
beforeAll(() => {
  desk = new Desk()
})
afterAll(() => desk[Symbol.dispose]())

async function signedTimes(name: string, times: number): Promise<Uint8Array> {
  const signer = desk.ca.issue({ notAfter: new Date('2049-01-01T00:00:00Z') })
  let bytes = readVector(`corpus/${name}.pdf`)
  for (let round = 0; round < times; round++) bytes = (await sign(bytes, { signer, at: new Date() })).bytes()
  return bytes
}

test('the corpus has the files of its list', () => {
  expect(names.sort()).toEqual(corpus.map(({ name }) => name).sort())
})

describe.each(names)('a file of the corpus, %s', (name) => {
  test('signed some times is good each time, for us and for poppler', async () => {
    const files: Uint8Array[] = []
    for (const times of [1, 2, 4]) {
      const bytes = await signedTimes(name, times)
      const { verdict, signatures } = await verify(bytes, trustOf(desk))
      expect([verdict, signatures.length]).toEqual(['valid_no_tsa', times])
      files.push(bytes)
    }
    if (poppler === undefined || poppler.missing() !== null) return
    for (const opinion of await poppler.judge(desk, files))
      expect(opinion).toMatchObject({ word: 'good', why: '' })
  })

  test('is never good with one signed byte changed', async () => {
    const bytes = await signedTimes(name, 1)
    await everyChange(bytes, trustOf(desk), 100)
  })
})

const sound = all.files.filter(({ verdict }) => verdict === 'valid' || verdict === 'valid_no_tsa')

describe.each(sound.map((one) => [one.file, one] as const))('a sound file, %s', (_, one) => {
  test('is never good with one byte changed that its first signature covers', async () => {
    await everyChange(readVector(one.file), optionsFor(all, one), 30)
  })
})

async function everyChange(bytes: Uint8Array, options: VerifyOptions, numRuns: number): Promise<void> {
  const [first] = signaturesIn(bytes)
  if (first === undefined) throw new Error('nothing is signed')
  const { gap, rangeAt, covered } = first
  // Without these keys there is nothing that says where a signature is.
  const contentsAt = Buffer.from(bytes).lastIndexOf('/Contents', gap.start)
  const rangeEnd = bytes.indexOf(0x5d, rangeAt) + 1
  const isKey = (at: number) => (at >= contentsAt && at < gap.start) || (at >= rangeAt && at < rangeEnd)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(covered.length - 1).map((at) => (at < gap.start ? at : at + gap.end - gap.start)),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        const { verdict } = await verify(changed, options)
        if (isKey(at)) expect(verdict).toBeOneOf(['invalid', 'error', 'not_signed'])
        else expect([at, verdict]).toEqual([at, 'invalid'])
      },
    ),
    { numRuns },
  )
}
